package kr.gosan.kernel.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Every rounding the product does, by name. No amount is rounded anywhere else. */
public enum Rounding {

    /**
     * 원단위 이하 절사: parts below 10 won are not counted (국고금 관리법 §47). Floor to a multiple of 10 of the exact
     * value, so 122,212,275 × 2.5‰ = 305,530.6875 → 305,530.
     */
    TRUNCATE_BELOW_TEN_WON {
        @Override
        public Won apply(BigDecimal exact) {
            if (exact.signum() < 0) {
                throw new ArithmeticException("only an amount of zero or more is truncated: " + exact);
            }
            return Won.of(exact.movePointLeft(1)
                    .setScale(0, RoundingMode.FLOOR)
                    .movePointRight(1)
                    .longValueExact());
        }
    },

    /** 1원 미만 절사: the fraction of a won is dropped, as in a remuneration base: 751,346.66 → 751,346. */
    TRUNCATE_BELOW_ONE_WON {
        @Override
        public Won apply(BigDecimal exact) {
            if (exact.signum() < 0) {
                throw new ArithmeticException("only an amount of zero or more is truncated: " + exact);
            }
            return Won.of(exact.setScale(0, RoundingMode.FLOOR).longValueExact());
        }
    },

    /** The value must already be whole won; anything else is a bug and throws {@link ArithmeticException}. */
    NONE {
        @Override
        public Won apply(BigDecimal exact) {
            return Won.of(exact.longValueExact());
        }
    };

    /** The rounded amount; throws {@link ArithmeticException} when it does not fit. */
    public abstract Won apply(BigDecimal exact);

    public Won apply(Won exact) {
        return apply(BigDecimal.valueOf(exact.amount()));
    }
}
