package kr.gosan.payment.debt;

import java.time.Instant;
import java.time.LocalDate;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.time.KoreanTime;

/**
 * What a bank says: money was paid for a slip. Two notices are the same when all of this is the same.
 *
 * @param bankTransactionId the bank's own number of the movement of money; one movement, one number
 * @param amount one won or more
 * @param paidAt in microseconds, as it is kept
 */
public record Notice(String bankTransactionId, EPaymentNumber ePaymentNo, Won amount, Instant paidAt, Channel channel) {

    /** The day of payment, in Seoul. */
    public LocalDate paidOn() {
        return KoreanTime.dateOf(paidAt);
    }
}
