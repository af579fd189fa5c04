package kr.gosan.payment.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.debt.Channel;
import kr.gosan.payment.debt.DebtKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Money received for a slip, with what it was for.
 *
 * @param noticeId the bank notice that told of it
 * @param paidOn the day it counts as paid; of a card, the day of approval
 * @param late paid after the due date as it stood then: the lump-sum discount, where there is one, stays owed
 * @param reversedOn the day the bank took it back: it counts for nothing; missing while it counts
 * @param insuranceYear the year whose premium the return confirms; of a charge, the year it belongs to
 * @param period 0 for a lump sum and for what has no periods, else 1 to 4
 */
@Schema(name = "Payment")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaidSlip(
        UUID paymentId,
        UUID slipId,
        UUID noticeId,
        Won amount,
        LocalDate paidOn,
        boolean late,
        Channel channel,
        LocalDate reversedOn,
        String ePaymentNo,
        DebtKind debtKind,
        int insuranceYear,
        Insurance insurance,
        int period) {

    public boolean reversed() {
        return reversedOn != null;
    }
}
