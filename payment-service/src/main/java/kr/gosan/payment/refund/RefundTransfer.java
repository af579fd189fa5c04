package kr.gosan.payment.refund;

import java.time.OffsetDateTime;
import java.util.UUID;
import kr.gosan.kernel.money.Won;

/**
 * An order to the bank to send a refund.
 *
 * @param transferId the request id under which the bank carries it out once
 * @param registrationId the registered account it goes to
 * @param masked its number as it may be shown
 */
public record RefundTransfer(
        UUID transferId, UUID refundId, UUID registrationId, String masked, Won amount, OffsetDateTime orderedAt) {

    /** What the bank said to it. */
    public enum Said {
        /** Taken, and on its way. */
        SENT,
        REFUSED,
        PAID,
        RETURNED
    }
}
