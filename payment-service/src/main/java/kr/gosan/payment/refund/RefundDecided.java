package kr.gosan.payment.refund;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.refund.rules.RefundCause;

/**
 * Data of the event {@code kr.gosan.payment.refund-decided.v1}.
 *
 * @param decision what becomes of it
 * @param owed what was to be given back before the decision
 * @param offset of it paid what was open
 * @param toRefund what is sent, without interest: that is added on the day it is sent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RefundDecided(
        UUID refundId,
        WorkplaceNumber managementNo,
        int insuranceYear,
        UUID returnId,
        Insurance insurance,
        RefundCause cause,
        UUID causeId,
        Decision decision,
        LocalDate decidedOn,
        Won owed,
        Won offset,
        Won dropped,
        Won toRefund) {

    /** What becomes of a refund. */
    enum Decision {
        APPROVED,
        WHOLLY_OFFSET,
        TOO_SMALL
    }

    static RefundDecided dropped(Refund refund, LocalDate on, Won amount) {
        return of(refund, Decision.TOO_SMALL, on, Won.ZERO, amount, Won.ZERO);
    }

    static RefundDecided of(Refund refund, Decision decision, LocalDate on, Won offset, Won dropped, Won toRefund) {
        return new RefundDecided(
                refund.refundId(),
                refund.debt().managementNo(),
                refund.debt().insuranceYear(),
                refund.debt().returnId(),
                refund.debt().insurance(),
                refund.cause(),
                refund.causeId(),
                decision,
                on,
                refund.leftInAll(),
                offset,
                dropped,
                toRefund);
    }
}
