package kr.gosan.payment.debt;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.time.KoreanTime;

/**
 * What a bank says: money was paid for a slip.
 *
 * @param ePaymentNo under which was paid; null when a virtual account was named instead
 * @param virtualAccountNo digits; null when an e-payment number was named
 * @param amount one won or more, without the fee
 * @param fee what the payer bore on top; empty when the bank did not tell
 * @param paidAt in microseconds, as it is kept; of a card, the approval
 */
public record Notice(
        String bankTransactionId,
        EPaymentNumber ePaymentNo,
        String virtualAccountNo,
        Won amount,
        Optional<Won> fee,
        Instant paidAt,
        Channel channel,
        TransferOrder transfer)
        implements BankMessage {

    public Notice {
        Objects.requireNonNull(transfer, "transfer");
        if ((ePaymentNo == null) == (virtualAccountNo == null)) {
            throw new IllegalArgumentException("either an e-payment number or a virtual account");
        }
    }

    /** An ordinary payment under an e-payment number, without word of a fee. */
    public Notice(String bankTransactionId, EPaymentNumber ePaymentNo, Won amount, Instant paidAt, Channel channel) {
        this(bankTransactionId, ePaymentNo, null, amount, Optional.empty(), paidAt, channel, TransferOrder.IMMEDIATE);
    }

    @Override
    public Instant movedAt() {
        return paidAt;
    }

    /** The day of payment, in Seoul. */
    public LocalDate paidOn() {
        return KoreanTime.dateOf(paidAt);
    }
}
