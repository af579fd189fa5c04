package kr.gosan.premium.calculation;

import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;

/**
 * A fund's row on a payment slip.
 *
 * @param additional confirmed premium still to be paid; only in the first period
 * @param offset what of the insurance's excess is used up for this fund in this period
 * @param estimate the whole estimate, or the period's instalment of it
 * @param lumpSumDiscount zero unless the whole estimate is paid at once and in time
 */
public record FundShare(Fund fund, Won additional, Won offset, Won estimate, Won lumpSumDiscount) {

    /** ① on the slip: what is added from the confirmed premium, or, negative, the offset. */
    public Won confirmedAdditional() {
        return additional.minus(offset);
    }

    /** Zero or more; the e-filing reduction is taken from the insurance's total, not from a fund. */
    public Won payableBeforeReduction() {
        return due().minus(offset);
    }

    /** What falls due before anything is offset. */
    Won due() {
        return additional.plus(estimate).minus(lumpSumDiscount);
    }

    FundShare offsetting(Won amount) {
        return new FundShare(fund, additional, amount, estimate, lumpSumDiscount);
    }
}
