package kr.gosan.payment.reconciliation.rules;

import java.time.Instant;
import java.util.UUID;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.debt.Channel;

/**
 * A movement of money as one side tells it.
 *
 * @param transactionId the institution's number of it; of a transfer that came back, our order's id where we know no number
 * @param reversal money that went back
 * @param ePaymentNo digits; null where the other number is told, and of a reversal
 * @param virtualAccountNo digits; null where the other number is told, and of a reversal
 * @param reverses the payment or transfer that is taken back; else null
 * @param amount of a reversal as told, null when not
 * @param fee null when not told: then it differs from nothing
 * @param at to the second
 * @param channel null where it is not told, and of transfers
 * @param transfer money that was sent by order of the agency, or came back from there
 * @param orderId of a transfer as we know it; null of a payment, and of a transfer nobody here ordered
 */
public record Movement(
        String transactionId,
        boolean reversal,
        String ePaymentNo,
        String virtualAccountNo,
        String reverses,
        Won amount,
        Won fee,
        Instant at,
        Channel channel,
        boolean transfer,
        UUID orderId) {

    /** A payment, or what takes it back. */
    public Movement(
            String transactionId,
            boolean reversal,
            String ePaymentNo,
            String virtualAccountNo,
            String reverses,
            Won amount,
            Won fee,
            Instant at,
            Channel channel) {
        this(transactionId, reversal, ePaymentNo, virtualAccountNo, reverses, amount, fee, at, channel, false, null);
    }

    /** @param returned money that came back */
    public static Movement ofTransfer(
            String transactionId, boolean returned, String reverses, UUID orderId, Won amount, Instant at) {
        return new Movement(transactionId, returned, null, null, reverses, amount, null, at, null, true, orderId);
    }

    /** Whether it says all that a notice of a payment or of a reversal has to say. */
    public boolean mayBeNotice() {
        boolean named = ePaymentNo != null || virtualAccountNo != null;
        return reversal ? reverses != null : channel != null && named;
    }

    /** What both sides know it by: its transaction, or the order it carries out. */
    String key() {
        return orderId == null ? transactionId : orderId + (reversal ? " back" : " sent");
    }
}
