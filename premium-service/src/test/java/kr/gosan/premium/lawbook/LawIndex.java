package kr.gosan.premium.lawbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The index from articles of law to what applies them: parameters by their {@code basis}, classes by what their text
 * cites, and to each the tests that name it. A test names a class if it is in the class's package, or imports it.
 */
final class LawIndex {

    private static final Pattern SERIES = Pattern.compile("(?m)^(id|basis): *(.+)$");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package kr\\.gosan\\.([\\w.]+);");

    private final Path root;
    private final Map<Citations.Article, Row> rows = new TreeMap<>();
    private final List<Type> types = new ArrayList<>();
    private final List<Type> tests = new ArrayList<>();

    /**
     * A source file.
     *
     * @param inPackage below {@code kr.gosan}; empty for a file that is not Java
     */
    private record Type(String inPackage, String name, String text) {

        boolean names(Type type) {
            String qualified = "kr.gosan." + type.inPackage() + "." + type.name();
            return has(qualified, "\\b", "\\b") || inPackage.equals(type.inPackage()) && has(type.name(), "\\b", "\\b");
        }

        /** The whole id: not the beginning or the end of a longer one. */
        boolean namesSeries(String id) {
            return has(id, "(?<![\\w.-])", "(?![\\w-]|\\.\\w)");
        }

        private boolean has(String name, String before, String after) {
            return text.contains(name)
                    && Pattern.compile(before + Pattern.quote(name) + after)
                            .matcher(text)
                            .find();
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
        for (String module : modules) {
            index.each(module + "/src/main/java", ".java", (name, text) -> index.types.add(type(name, text)));
            index.each(module + "/src/test/java", ".java", (name, text) -> {
                if (name.endsWith("Test")) {
                    index.tests.add(type(name, text));
                }
            });
        }
        for (String module : modules) {
            index.each(
                    module + "/src/test/resources/golden",
                    ".yaml",
                    (name, text) -> index.tests.add(new Type("", "golden/" + name + ".yaml", text)));
        }
        for (String module : modules) {
            index.each(module + "/src/main/resources/law", ".yaml", (name, text) -> index.series(text));
        }
        index.types.forEach(index::cite);
        return index.text();
    }

    private static Type type(String name, String text) {
        Matcher inPackage = PACKAGE.matcher(text);
        return new Type(inPackage.find() ? inPackage.group(1) : "", name, text);
    }

    private void series(String yaml) {
        String id = "";
        String basis = "";
        Matcher key = SERIES.matcher(yaml);
        while (key.find()) {
            id = key.group(1).equals("id") ? key.group(2) : id;
            basis = key.group(1).equals("basis") ? key.group(2) : basis;
        }
        String series = id;
        List<String> naming = tests(test -> test.namesSeries(series));
        for (Citations.Article article : Citations.in(basis)) {
            row(article).parameters().add(series);
            row(article).tests().addAll(naming);
        }
    }

    private void cite(Type type) {
        List<Citations.Article> cited = Citations.in(type.text());
        List<String> naming = cited.isEmpty() ? List.of() : tests(test -> test.names(type));
        for (Citations.Article article : cited) {
            row(article).classes().add(shown(type, types));
            row(article).tests().addAll(naming);
        }
    }

    private Row row(Citations.Article article) {
        return rows.computeIfAbsent(article, missing -> new Row());
    }

    private List<String> tests(Predicate<Type> which) {
        return tests.stream().filter(which).map(test -> shown(test, tests)).toList();
    }

    /** The simple name, with the package where another one of the same name exists. */
    private static String shown(Type type, List<Type> all) {
        boolean unique =
                all.stream().filter(each -> each.name().equals(type.name())).count() == 1;
        return unique ? type.name() : type.inPackage() + "." + type.name();
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
