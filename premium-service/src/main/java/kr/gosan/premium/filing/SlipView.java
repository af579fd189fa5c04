package kr.gosan.premium.filing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;

/**
 * A payment slip of a return (납부서) and what is paid on it.
 *
 * @param period 0 for a lump sum, else the number of the instalment
 * @param slipId with {@code ePaymentNo} and {@code dueDate}: missing until payment-service has issued the slip
 * @param paid zero or more, in won
 * @param paidOn day of the last payment
 * @param ended why nothing is payable any more, where the slip was cancelled and none took its place: REPLACED by a correction,
 *     OFFSET by something overpaid, SETTLED by the return that confirmed the estimated year
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SlipView(
        Insurance insurance,
        int period,
        UUID slipId,
        String ePaymentNo,
        Won payable,
        LocalDate statutoryDueDate,
        LocalDate dueDate,
        Won paid,
        LocalDate paidOn,
        String ended) {

    /** Whether the estimate it demands counts as paid: not what the confirming return made nobody owe (보험료징수법 §19②). */
    boolean settlesEstimate() {
        return isPaid() && !"SETTLED".equals(ended);
    }

    /** Whether nothing of it is owed. */
    boolean isPaid() {
        return paid.compareTo(payable) >= 0;
    }
}
