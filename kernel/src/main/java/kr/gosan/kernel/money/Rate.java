package kr.gosan.kernel.money;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A premium rate as the law writes it: an exact decimal with its unit. 37.63 per mille stays 37.63 per mille; it is
 * never turned into binary floating point.
 *
 * @param value the figure in the given unit, zero or more
 */
public record Rate(BigDecimal value, Unit unit) {

    /** Per mille (1/1000, as premium rates are published) or per cent (as reductions and ratios are). */
    public enum Unit {
        PER_MILLE(3, "‰"),
        PERCENT(2, "%");

        private final int shift;
        private final String sign;

        Unit(int shift, String sign) {
            this.shift = shift;
            this.sign = sign;
        }
    }

    public Rate {
        Objects.requireNonNull(unit);
        if (value.signum() < 0) {
            throw new IllegalArgumentException("a rate is not negative: " + value);
        }
        value = value.signum() == 0 ? BigDecimal.ZERO : plain(value.stripTrailingZeros());
    }

    public static Rate perMille(String value) {
        return new Rate(new BigDecimal(value), Unit.PER_MILLE);
    }

    public static Rate percent(String value) {
        return new Rate(new BigDecimal(value), Unit.PERCENT);
    }

    /** The sum of two rates of one unit, as a premium rate is composed of its parts (보험료징수법 §14). */
    public Rate plus(Rate other) {
        if (unit != other.unit) {
            throw new IllegalArgumentException("cannot add " + other + " to " + this);
        }
        return new Rate(value.add(other.value), unit);
    }

    /** The exact, unrounded product. */
    public BigDecimal of(Won base) {
        return value.multiply(BigDecimal.valueOf(base.amount())).movePointLeft(unit.shift);
    }

    @Override
    public String toString() {
        return value.toPlainString() + unit.sign;
    }

    private static BigDecimal plain(BigDecimal value) {
        return value.scale() < 0 ? value.setScale(0) : value;
    }
}
