package kr.gosan.premium.eligibility;

import java.util.List;

/**
 * One condition the law sets, answered.
 *
 * @param code stable, such as {@code support-fewer-workers}; the text that explains the answer is found under it
 * @param figures what the text mentions, in its order; never a personal number
 * @param legalBasis the article that sets the condition
 */
public record Condition(String code, Answer answer, List<String> figures, String legalBasis) {

    /** Whether a condition holds; open while what it depends on has not happened yet. */
    public enum Answer {
        MET,
        NOT_MET,
        OPEN
    }

    public Condition {
        figures = List.copyOf(figures);
    }

    public static Condition of(String code, boolean met, String legalBasis, Object... figures) {
        return new Condition(code, met ? Answer.MET : Answer.NOT_MET, texts(figures), legalBasis);
    }

    /** Cannot be answered yet. */
    public static Condition open(String code, String legalBasis, Object... figures) {
        return new Condition(code, Answer.OPEN, texts(figures), legalBasis);
    }

    public boolean isMet() {
        return answer == Answer.MET;
    }

    /** Whether every condition is met; true of none at all. */
    public static boolean allMet(List<Condition> conditions) {
        return conditions.stream().allMatch(Condition::isMet);
    }

    private static List<String> texts(Object... figures) {
        return java.util.Arrays.stream(figures).map(String::valueOf).toList();
    }
}
