package kr.gosan.kernel.money;

/**
 * A whole number of Korean won. May be negative (an offset on a payment slip is). All arithmetic is
 * exact; an overflow throws {@link ArithmeticException}. Nothing here rounds: see {@link Rounding}.
 */
public record Won(long amount) implements Comparable<Won> {

    public static final Won ZERO = new Won(0);

    /** The largest amount accepted from outside, inclusive: 15 digits, exact in every JSON reader. */
    public static final Won MAX_INPUT = new Won(999_999_999_999_999L);

    public static Won of(long amount) {
        return amount == 0 ? ZERO : new Won(amount);
    }

    public static Won sum(Iterable<Won> amounts) {
        Won total = ZERO;
        for (Won amount : amounts) {
            total = total.plus(amount);
        }
        return total;
    }

    public Won plus(Won other) {
        return of(Math.addExact(amount, other.amount));
    }

    public Won minus(Won other) {
        return of(Math.subtractExact(amount, other.amount));
    }

    public Won times(long factor) {
        return of(Math.multiplyExact(amount, factor));
    }

    public Won negate() {
        return of(Math.negateExact(amount));
    }

    public Won min(Won other) {
        return amount <= other.amount ? this : other;
    }

    public Won max(Won other) {
        return amount >= other.amount ? this : other;
    }

    public boolean isZero() {
        return amount == 0;
    }

    public boolean isNegative() {
        return amount < 0;
    }

    public boolean isPositive() {
        return amount > 0;
    }

    @Override
    public int compareTo(Won other) {
        return Long.compare(amount, other.amount);
    }

    /** With thousands separators, as Korean forms print it: {@code 4,515,600}. */
    @Override
    public String toString() {
        return grouped(Long.toString(amount));
    }

    /**
     * A whole number with a comma before every third digit from the right. By hand, because every line of a trace needs it
     * and a formatter takes longer than the calculation itself.
     *
     * @param number digits, perhaps with a minus sign before them
     */
    public static String grouped(String number) {
        int sign = number.startsWith("-") ? 1 : 0;
        int first = (number.length() - sign - 1) % 3 + 1 + sign;
        if (first >= number.length()) {
            return number;
        }
        StringBuilder text = new StringBuilder(number.length() * 4 / 3 + 1).append(number, 0, first);
        for (int i = first; i < number.length(); i += 3) {
            text.append(',').append(number, i, i + 3);
        }
        return text.toString();
    }
}
