package kr.gosan.premium.lawbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The index from articles of law to what applies them: parameters by their {@code basis}, classes by what their text
 * cites, and to each the tests that name it. An article that is cited without its act belongs to the act cited last
 * before it in the same file; what no act of this list was cited before is left out.
 */
final class LawIndex {

    private static final Pattern CITED = Pattern.compile(
            "(?:(?<act>고용보험법|보험료징수법|산업재해보상보험법|임금채권보장법|석면피해구제법|국고금 관리법|국세기본법|행정기본법|질서위반행위규제법|민법|소득세법)\\s*)?"
                    + "(?<rank>시행령|시행규칙)?\\s*§(?<article>\\d+(?:의\\d+)?)");
    private static final Pattern SERIES = Pattern.compile("(?m)^(id|basis): *(.+)$");

    private final Path root;
    private final Map<Article, Row> rows = new TreeMap<>();
    private final Map<String, String> tests = new TreeMap<>();

    /** An article, ordered by act, rank and number. */
    private record Article(String act, int number, int branch) implements Comparable<Article> {

        @Override
        public int compareTo(Article other) {
            return Comparator.comparing(Article::act)
                    .thenComparing(Article::number)
                    .thenComparing(Article::branch)
                    .compare(this, other);
        }

        @Override
        public String toString() {
            return act + " §" + number + (branch == 0 ? "" : "의" + branch);
        }
    }

    private record Row(TreeSet<String> parameters, TreeSet<String> classes, TreeSet<String> tests) {

        Row() {
            this(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        }
    }

    private LawIndex(Path root) {
        this.root = root;
    }

    /** The document as it must be, from the sources below the root of the project. */
    static String of(Path root) {
        LawIndex index = new LawIndex(root);
        List<String> modules = List.of("kernel", "platform", "coverage-service", "premium-service", "payment-service");
        modules.forEach(module -> index.each(module + "/src/test/java", ".java", (name, text) -> {
            if (name.endsWith("Test")) {
                index.tests.put(name, text);
            }
        }));
        index.each(
                "premium-service/src/test/resources/golden",
                ".yaml",
                (name, text) -> index.tests.put("golden/" + name + ".yaml", text));
        for (String module : modules) {
            index.each(module + "/src/main/resources/law", ".yaml", (name, text) -> index.series(text));
            index.each(module + "/src/main/java", ".java", index::type);
        }
        return index.text();
    }

    private void series(String yaml) {
        String id = "";
        String basis = "";
        Matcher key = SERIES.matcher(yaml);
        while (key.find()) {
            id = key.group(1).equals("id") ? key.group(2) : id;
            basis = key.group(1).equals("basis") ? key.group(2) : basis;
        }
        for (Article article : cited(basis)) {
            Row row = row(article);
            row.parameters().add(id);
            row.tests().addAll(naming(Pattern.quote(id)));
        }
    }

    private void type(String name, String code) {
        for (Article article : cited(code)) {
            Row row = row(article);
            row.classes().add(name);
            row.tests().addAll(naming("\\b" + name + "\\b"));
        }
    }

    private Row row(Article article) {
        return rows.computeIfAbsent(article, missing -> new Row());
    }

    private List<String> naming(String what) {
        Pattern pattern = Pattern.compile(what);
        return tests.entrySet().stream()
                .filter(test -> pattern.matcher(test.getValue()).find())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<Article> cited(String text) {
        List<Article> articles = new ArrayList<>();
        String act = null;
        Matcher cited = CITED.matcher(text);
        while (cited.find()) {
            act = cited.group("act") == null ? act : cited.group("act");
            if (act == null) {
                continue;
            }
            String[] number = cited.group("article").split("의");
            String rank = cited.group("rank") == null ? "" : " " + cited.group("rank");
            articles.add(new Article(
                    act + rank, Integer.parseInt(number[0]), number.length > 1 ? Integer.parseInt(number[1]) : 0));
        }
        return articles;
    }

    private void each(String folder, String ending, java.util.function.BiConsumer<String, String> use) {
        Path start = root.resolve(folder);
        if (!Files.isDirectory(start)) {
            return;
        }
        try (Stream<Path> files = Files.walk(start)) {
            for (Path file : files.filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .toList()) {
                String name = file.getFileName().toString();
                use.accept(name.substring(0, name.length() - ending.length()), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder("""
                # Index of the law

                From each article to the legal parameters that rest on it, the classes that cite it, and the tests that name
                one of these. Made from the sources; `LawIndexTest` fails when it is out of date and says how to make it anew.

                | Article | Parameters | Classes | Tests |
                |---|---|---|---|
                """);
        rows.forEach((article, row) -> text.append("| ")
                .append(article)
                .append(" | ")
                .append(code(row.parameters()))
                .append(" | ")
                .append(code(row.classes()))
                .append(" | ")
                .append(code(row.tests()))
                .append(" |\n"));
        return text.toString();
    }

    private static String code(TreeSet<String> names) {
        return names.isEmpty() ? "–" : "`" + String.join("`, `", names) + "`";
    }
}
