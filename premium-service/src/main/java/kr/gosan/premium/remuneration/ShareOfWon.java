package kr.gosan.premium.remuneration;

import java.math.BigInteger;
import kr.gosan.kernel.money.Won;

/** An amount counted with a fraction that need not be a finite decimal; the fraction of a won is dropped. */
final class ShareOfWon {

    private ShareOfWon() {}

    /** {@code amount × part ÷ whole}, all zero or more, {@code whole} more than zero. */
    static Won of(Won amount, Won part, Won whole) {
        return Won.of(BigInteger.valueOf(amount.amount())
                .multiply(BigInteger.valueOf(part.amount()))
                .divide(BigInteger.valueOf(whole.amount()))
                .longValueExact());
    }
}
