package kr.gosan.kernel.number;

/**
 * 사업장관리번호: eleven digits, printed 3-2-5-1 — usually the business number and one more digit that tells the
 * workplaces of one business apart. Because exceptions exist, only the form is checked. Hyphens are optional on input.
 */
public record WorkplaceNumber(String digits) implements Comparable<WorkplaceNumber> {

    public WorkplaceNumber {
        digits = Digits.of(digits, 11, "workplace-number-invalid");
    }

    public static WorkplaceNumber of(String text) {
        return new WorkplaceNumber(text);
    }

    @Override
    public int compareTo(WorkplaceNumber other) {
        return digits.compareTo(other.digits);
    }

    /** {@code 123-45-67891-0}. */
    @Override
    public String toString() {
        return digits.substring(0, 3) + "-" + digits.substring(3, 5) + "-" + digits.substring(5, 10) + "-"
                + digits.substring(10);
    }
}
