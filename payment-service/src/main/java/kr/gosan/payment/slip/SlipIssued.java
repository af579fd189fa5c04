package kr.gosan.payment.slip;

import java.time.LocalDate;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.debt.Slip;

/** Data of the event {@code kr.gosan.payment.slip-issued.v1}. */
record SlipIssued(
        UUID slipId,
        String ePaymentNo,
        WorkplaceNumber managementNo,
        UUID returnId,
        Insurance insurance,
        int period,
        Won payable,
        LocalDate dueDate) {

    static SlipIssued of(Slip slip) {
        return new SlipIssued(
                slip.slipId(),
                slip.ePaymentNo().toString(),
                slip.debt().managementNo(),
                slip.debt().returnId(),
                slip.debt().insurance(),
                slip.debt().period(),
                slip.figures().payable(),
                slip.dueDate());
    }
}
