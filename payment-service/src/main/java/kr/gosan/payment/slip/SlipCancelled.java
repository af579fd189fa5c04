package kr.gosan.payment.slip;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.debt.DebtKind;
import kr.gosan.payment.debt.PaymentPeriod;
import kr.gosan.payment.debt.Slip;

/**
 * Data of the event {@code kr.gosan.payment.slip-cancelled.v1}.
 *
 * @param funds where none took its place: what it comes to now, with nothing payable; missing where that is not known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SlipCancelled(
        UUID slipId,
        String ePaymentNo,
        WorkplaceNumber managementNo,
        int insuranceYear,
        DebtKind debtKind,
        UUID originId,
        UUID returnId,
        Insurance insurance,
        int period,
        ReplaceSlips.Reason reason,
        UUID replacedBy,
        List<SlipRow> funds) {

    static SlipCancelled of(
            Slip slip, ReplaceSlips.Reason reason, Optional<Slip> replacedBy, Optional<PaymentPeriod> now) {
        return new SlipCancelled(
                slip.slipId(),
                slip.ePaymentNo().toString(),
                slip.debt().managementNo(),
                slip.debt().insuranceYear(),
                slip.debt().kind(),
                slip.debt().originId(),
                slip.debt().returnId(),
                slip.debt().insurance(),
                slip.debt().period(),
                reason,
                replacedBy.map(Slip::slipId).orElse(null),
                now.filter(figures -> replacedBy.isEmpty()).map(SlipRow::of).orElse(null));
    }
}
