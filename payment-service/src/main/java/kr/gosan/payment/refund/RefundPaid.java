package kr.gosan.payment.refund;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;

/**
 * Data of the events {@code kr.gosan.payment.refund-paid.v1} and {@code kr.gosan.payment.refund-returned.v1}.
 *
 * @param amount what was sent, with interest
 * @param interest of it
 * @param reason why it came back; missing when it arrived
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RefundPaid(
        UUID refundId,
        UUID transferId,
        WorkplaceNumber managementNo,
        int insuranceYear,
        UUID returnId,
        Insurance insurance,
        Won amount,
        Won interest,
        LocalDate on,
        String reason) {

    static RefundPaid of(Refund refund, UUID transferId, LocalDate on, String reason) {
        return new RefundPaid(
                refund.refundId(),
                transferId,
                refund.debt().managementNo(),
                refund.debt().insuranceYear(),
                refund.debt().returnId(),
                refund.debt().insurance(),
                refund.leftInAll(),
                refund.interest(),
                on,
                reason);
    }
}
