package kr.gosan.kernel.number;

/** How every number of this package is read: ASCII digits, hyphens optional, nothing else. */
final class Digits {

    private Digits() {}

    static String of(String text, int length, String code) {
        String digits = text == null ? "" : text.replace("-", "");
        if (digits.length() != length || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new InvalidNumber(code, "not a number of " + length + " digits");
        }
        return digits;
    }

    static int at(String digits, int index) {
        return digits.charAt(index) - '0';
    }

    static int weightedSum(String digits, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * at(digits, i);
        }
        return sum;
    }
}
