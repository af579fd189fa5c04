package kr.gosan.kernel.number;

/**
 * 사업자등록번호: ten digits, printed 3-2-5, the last a check digit (weights 1,3,7,1,3,7,1,3,5; the tens of the ninth
 * product are added). Hyphens are optional on input.
 */
public record BusinessNumber(String digits) {

    public BusinessNumber {
        digits = Digits.of(digits, 10, "business-number-invalid");
        int sum = Digits.weightedSum(digits, 1, 3, 7, 1, 3, 7, 1, 3, 5) + Digits.at(digits, 8) * 5 / 10;
        if ((10 - sum % 10) % 10 != Digits.at(digits, 9)) {
            throw new InvalidNumber("business-number-invalid", "the check digit does not fit");
        }
    }

    public static BusinessNumber of(String text) {
        return new BusinessNumber(text);
    }

    /** {@code 123-45-67891}. */
    @Override
    public String toString() {
        return digits.substring(0, 3) + "-" + digits.substring(3, 5) + "-" + digits.substring(5);
    }
}
