package kr.gosan.payment.slip;

import java.time.LocalDate;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.debt.Slip;

/** Data of the event {@code kr.gosan.payment.slip-due-date-moved.v1}. */
record SlipDueDateMoved(
        UUID slipId, WorkplaceNumber managementNo, UUID returnId, Insurance insurance, int period, LocalDate dueDate) {

    static SlipDueDateMoved of(Slip slip, LocalDate dueDate) {
        return new SlipDueDateMoved(
                slip.slipId(),
                slip.debt().managementNo(),
                slip.debt().returnId(),
                slip.debt().insurance(),
                slip.debt().period(),
                dueDate);
    }
}
