package kr.gosan.payment.debt;

import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * 전자납부번호: eighteen digits, printed 4-4-2-1-1-6 (source document p.21), by which a bank finds a slip. The groups are
 * published only as a printed mask, so no meaning is put into them and none is read out of them: the number is opaque.
 *
 * <p>Numbers are made from a serial, multiplied by a constant modulo 10¹⁸. The constant has no factor in common with 10, so
 * two serials never give one number; and it spreads the numbers so far apart that, within the first 10¹⁵ slips, neither one
 * wrong digit nor two neighbouring digits exchanged lead from one slip to another.
 */
public record EPaymentNumber(String digits) {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{18}");
    private static final BigInteger SPACE = BigInteger.TEN.pow(18);
    static final BigInteger SPREAD = new BigInteger("618033988749894849");

    public EPaymentNumber {
        if (!DIGITS.matcher(digits).matches()) {
            throw new IllegalArgumentException("an e-payment number has 18 digits");
        }
    }

    /** @param serial 1 or more, each used once */
    public static EPaymentNumber ofSerial(long serial) {
        BigInteger number = BigInteger.valueOf(serial).multiply(SPREAD).mod(SPACE);
        return new EPaymentNumber("%018d".formatted(number));
    }

    /** Whether the text is such a number; hyphens are optional. */
    public static boolean fits(String text) {
        return DIGITS.matcher(text.replace("-", "")).matches();
    }

    /** Reads the number with or without hyphens; throws {@link IllegalArgumentException} when it is none. */
    public static EPaymentNumber of(String text) {
        return new EPaymentNumber(text.replace("-", ""));
    }

    /** {@code 0000-0000-00-0-0-000000}. */
    @Override
    public String toString() {
        return String.join(
                "-",
                digits.substring(0, 4),
                digits.substring(4, 8),
                digits.substring(8, 10),
                digits.substring(10, 11),
                digits.substring(11, 12),
                digits.substring(12));
    }
}
