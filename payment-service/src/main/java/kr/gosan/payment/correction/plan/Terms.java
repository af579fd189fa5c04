package kr.gosan.payment.correction.plan;

import java.time.LocalDate;
import kr.gosan.kernel.money.Rate;
import kr.gosan.kernel.money.Rounding;
import kr.gosan.kernel.money.Won;

/**
 * The law a correction is carried out with.
 *
 * @param lumpSumDiscount of the whole estimate (보험료징수법 §17④), by the law of the return's day
 * @param smallAmount below this nothing is collected or refunded (§45의2), by the law of the decision's day
 * @param payBy when what is added falls due where the correction names no day
 */
public record Terms(Rate lumpSumDiscount, Won smallAmount, LocalDate payBy) {

    /** Truncated below 10 won (국고금 관리법 §47), for each fund by itself. */
    public Won discountOf(Won estimate) {
        return Rounding.TRUNCATE_BELOW_TEN_WON.apply(lumpSumDiscount.of(estimate));
    }

    /** Whether an amount is there, but too little to move. */
    public boolean isSmall(Won amount) {
        return amount.isPositive() && amount.compareTo(smallAmount) < 0;
    }
}
