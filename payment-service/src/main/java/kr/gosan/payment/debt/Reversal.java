package kr.gosan.payment.debt;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.time.KoreanTime;

/**
 * What a bank says: a payment was taken back, as a whole.
 *
 * @param originalTransactionId the number of the payment; the message may arrive before the payment's
 * @param amount of the payment, where the bank repeats it
 */
public record Reversal(String bankTransactionId, String originalTransactionId, Optional<Won> amount, Instant reversedAt)
        implements BankMessage {

    @Override
    public Instant movedAt() {
        return reversedAt;
    }

    /** Whether another message, whatever its own number, says the same of the same payment. */
    public boolean saysTheSameAs(Reversal other) {
        return originalTransactionId.equals(other.originalTransactionId)
                && amount.equals(other.amount)
                && reversedOn().equals(other.reversedOn());
    }

    /** The day the money went back, in Seoul. */
    public LocalDate reversedOn() {
        return KoreanTime.dateOf(reversedAt);
    }
}
