package kr.gosan.payment.slip;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.debt.DebtKind;
import kr.gosan.payment.debt.Slip;

/** Data of the event {@code kr.gosan.payment.slip-cancelled.v1}. */
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
        UUID replacedBy) {

    static SlipCancelled of(Slip slip, ReplaceSlips.Reason reason, Optional<Slip> replacedBy) {
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
                replacedBy.map(Slip::slipId).orElse(null));
    }
}
