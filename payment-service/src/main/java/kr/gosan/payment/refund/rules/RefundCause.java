package kr.gosan.payment.refund.rules;

import java.time.LocalDate;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.refund.RefundInterest;

/** Why money is owed back to an employer. It decides from which day on interest runs (보험료징수법 §23④, 시행령 §31④). */
public enum RefundCause {
    /** A confirmed return found more paid than is owed (§19②): seven days after the return was received. */
    SETTLEMENT(true),
    /** A granted claim, a reduced estimate, a changed rate or an audit: seven days after the request, as the premium service tells. */
    CORRECTION(true),
    /** Paid by mistake or twice: at once. */
    MISTAKEN_PAYMENT(false);

    private final boolean afterReceipt;

    RefundCause(boolean afterReceipt) {
        this.afterReceipt = afterReceipt;
    }

    /**
     * The first day of interest, inclusive.
     *
     * @param day on which the return or request was received, or the money was paid
     * @param daysAfterReceipt in which the office acts without interest, as the law has them that day
     */
    public LocalDate interestFrom(LocalDate day, AppliedParameter daysAfterReceipt) {
        return afterReceipt ? RefundInterest.from(day, daysAfterReceipt) : day.plusDays(1);
    }
}
