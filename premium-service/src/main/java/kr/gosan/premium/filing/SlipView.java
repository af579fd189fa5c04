package kr.gosan.premium.filing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.premium.calculation.PaidPeriod;

/**
 * A payment slip of a return (납부서) and what is paid on it.
 *
 * @param period 0 for a lump sum and for a correction, else the number of the instalment
 * @param adjustmentId the correction whose slip it is; missing for a period of the return itself
 * @param slipId with {@code ePaymentNo} and {@code dueDate}: missing until payment-service has issued the slip
 * @param paid zero or more, in won; late charges are no part of it
 * @param paidOn day of the last payment
 * @param ended why nothing is payable any more, where the slip was cancelled and none took its place: REPLACED by a correction,
 *     OFFSET by something overpaid, SETTLED by the return that confirmed the estimated year, DROPPED as too small
 * @param overdue premium and surcharge that NHIS has to collect; missing where it has nothing to do with the slip
 * @param figures the rows as they were told; empty until then
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SlipView(
        Insurance insurance,
        int period,
        UUID adjustmentId,
        UUID slipId,
        String ePaymentNo,
        Won payable,
        LocalDate statutoryDueDate,
        LocalDate dueDate,
        Won paid,
        LocalDate paidOn,
        String ended,
        Won overdue,
        @JsonIgnore List<PaidPeriod.Row> figures,
        @JsonIgnore SlipArrears arrears) {

    /** Whether the estimate it demands counts as paid: not what nobody owes any more (보험료징수법 §19②, §45의2). */
    boolean settlesEstimate() {
        boolean lapsed = "SETTLED".equals(ended) && figures.isEmpty() || "DROPPED".equals(ended);
        return isPaid() && !lapsed;
    }

    /** Whether nothing of it is owed. */
    boolean isPaid() {
        return arrears.withCollector() ? !arrears.owed().isPositive() : paid.compareTo(payable) >= 0;
    }
}
