package kr.gosan.premium.lawbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds the articles of Korean law that a text cites: {@code 보험료징수법 §17③, 시행령 §22}. An article without an act belongs to
 * the act cited last before it; one without {@code 시행령} or {@code 시행규칙} is one of the act, unless it stands in a list
 * or range with one that has it. What no act was cited before is left out, and so are other documents with sections.
 */
final class Citations {

    private static final Pattern CITED =
            Pattern.compile("(?:(?<act>(?:국고금 )?[가-힣]+법)\\s*|(?<other>RFC \\d+|X\\.\\d+) )?(?<rank>시행령|시행규칙)?\\s*"
                    + "§(?<number>\\d+)(?:의(?<branch>\\d+))?");

    /** Between two articles of one list: paragraphs, items and provisos of the first, then what joins it to the second. */
    private static final Pattern LISTED =
            Pattern.compile("[①-⑳\\d]*(?: ?제?\\d+호)?(?: 단서)?\\s*(?<join>[–·/,]|or|and)\\s*");

    private static final Pattern LINE_OF_COMMENT = Pattern.compile("\\s*\\n\\s*\\*? *");

    private Citations() {}

    /**
     * An article, ordered by act, rank and number.
     *
     * @param act with its rank: {@code 보험료징수법 시행령}
     * @param branch the 2 of §30의2, or 0
     */
    record Article(String act, int number, int branch) implements Comparable<Article> {

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

    static List<Article> in(String source) {
        String text = LINE_OF_COMMENT.matcher(source).replaceAll(" ");
        List<Article> articles = new ArrayList<>();
        String act = null;
        String rank = "";
        int end = 0;
        Matcher cited = CITED.matcher(text);
        while (cited.find()) {
            Matcher between = LISTED.matcher(text.substring(end, cited.start()));
            boolean listed = end > 0 && between.matches();
            end = cited.end();
            if (cited.group("act") != null || cited.group("other") != null) {
                act = cited.group("act");
                listed = false;
            }
            boolean ranked = cited.group("rank") != null;
            rank = ranked ? " " + cited.group("rank") : listed ? rank : "";
            if (act == null) {
                continue;
            }
            int number = Integer.parseInt(cited.group("number"));
            int branch = cited.group("branch") == null ? 0 : Integer.parseInt(cited.group("branch"));
            if (listed && !ranked && between.group("join").equals("–")) {
                String whole = act + rank;
                IntStream.range(articles.getLast().number() + 1, branch == 0 ? number : number + 1)
                        .forEach(each -> articles.add(new Article(whole, each, 0)));
            }
            articles.add(new Article(act + rank, number, branch));
        }
        return articles;
    }
}
