package kr.gosan.payment.refund;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.refund.rules.RefundCause;
import kr.gosan.payment.refund.rules.RefundState;

/**
 * Money owed back to an employer (과납금, 보험료징수법 §23), of one insurance, from the credit it arises with.
 *
 * @param debt on which the credit stands
 * @param causeId the return, correction or payment it follows from
 * @param interestFrom first day of interest, inclusive; empty where the law of the day is not known
 * @param payableUntil last day before the right to it lapses; empty where the law of the day is not known
 * @param owed at first, by fund
 * @param left of it, and the interest decided on it, by fund: zero or more; on its way or paid it still counts
 * @param interest decided on it
 * @param step number of the last thing that happened to it, from 1
 */
public record Refund(
        UUID refundId,
        Debt debt,
        RefundCause cause,
        UUID causeId,
        LocalDate arisenOn,
        Optional<LocalDate> interestFrom,
        Optional<LocalDate> payableUntil,
        Map<Fund, Won> owed,
        Map<Fund, Won> left,
        Won interest,
        RefundState state,
        int step) {

    public Won owedInAll() {
        return Won.sum(owed.values());
    }

    public Won leftInAll() {
        return Won.sum(left.values());
    }
}
