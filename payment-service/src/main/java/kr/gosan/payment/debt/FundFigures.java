package kr.gosan.payment.debt;

import java.util.Objects;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;

/**
 * A fund's row on a payment slip (납부서, source document p.21).
 *
 * @param confirmedAdditional ① confirmed premium to be added or, negative, the offset used
 * @param estimate ② the whole estimate or this instalment of it
 * @param lumpSumDiscount ③ the 3 % for paying the whole estimate at once and in time
 * @param payableBeforeReduction ① + ② − ③, zero or more; ④ is one figure for the whole slip
 */
public record FundFigures(
        Fund fund, Won confirmedAdditional, Won estimate, Won lumpSumDiscount, Won payableBeforeReduction) {

    public FundFigures {
        Objects.requireNonNull(fund, "fund");
        Objects.requireNonNull(confirmedAdditional, "confirmedAdditional");
        Objects.requireNonNull(estimate, "estimate");
        Objects.requireNonNull(lumpSumDiscount, "lumpSumDiscount");
        Objects.requireNonNull(payableBeforeReduction, "payableBeforeReduction");
    }

    public static FundFigures of(Fund fund, Won confirmedAdditional, Won estimate, Won lumpSumDiscount) {
        Won payable = confirmedAdditional.plus(estimate).minus(lumpSumDiscount);
        return new FundFigures(fund, confirmedAdditional, estimate, lumpSumDiscount, payable);
    }
}
