package kr.gosan.payment.debt;

import java.util.Objects;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;

/**
 * A fund's row on a payment slip (납부서; COMWEL, 2022년도 고용·산재보험 보험료 신고 및 납부안내 (건설업·벌목업), p.21).
 *
 * @param confirmedAdditional ① confirmed premium to be added or, negative, the offset used
 * @param estimate ② the whole estimate or this instalment of it
 * @param lumpSumDiscount ③ the 3 % for paying the whole estimate at once and in time
 * @param charge what is no premium: 가산금 of a correction, the whole of a 급여징수금 or 과태료; left out means zero. A
 *     과태료 belongs to no fund: its one row names the insurance's first fund, and is booked without it
 * @param payableBeforeReduction ① + ② − ③ + charge, zero or more; ④ is one figure for the whole slip
 */
public record FundFigures(
        Fund fund, Won confirmedAdditional, Won estimate, Won lumpSumDiscount, Won charge, Won payableBeforeReduction) {

    public FundFigures {
        Objects.requireNonNull(fund, "fund");
        Objects.requireNonNull(confirmedAdditional, "confirmedAdditional");
        Objects.requireNonNull(estimate, "estimate");
        Objects.requireNonNull(lumpSumDiscount, "lumpSumDiscount");
        Objects.requireNonNull(payableBeforeReduction, "payableBeforeReduction");
        charge = Objects.requireNonNullElse(charge, Won.ZERO);
    }

    public static FundFigures of(Fund fund, Won confirmedAdditional, Won estimate, Won lumpSumDiscount) {
        return of(fund, confirmedAdditional, estimate, lumpSumDiscount, Won.ZERO);
    }

    public static FundFigures of(Fund fund, Won confirmedAdditional, Won estimate, Won lumpSumDiscount, Won charge) {
        Won payable = confirmedAdditional.plus(estimate).minus(lumpSumDiscount).plus(charge);
        return new FundFigures(fund, confirmedAdditional, estimate, lumpSumDiscount, charge, payable);
    }

    /** A row that demands nothing but a charge. */
    public static FundFigures ofCharge(Fund fund, Won charge) {
        return of(fund, Won.ZERO, Won.ZERO, Won.ZERO, charge);
    }
}
