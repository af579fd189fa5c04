package kr.gosan.payment.slip;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.debt.DebtKind;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.debt.SlipReason;

/**
 * Data of the event {@code kr.gosan.payment.slip-issued.v1}.
 *
 * @param funds the rows of the slip
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SlipIssued(
        UUID slipId,
        String ePaymentNo,
        WorkplaceNumber managementNo,
        DebtKind debtKind,
        UUID originId,
        UUID returnId,
        Integer correctionNo,
        Insurance insurance,
        int period,
        Won payable,
        LocalDate dueDate,
        LocalDate lastDay,
        UUID replaces,
        List<SlipRow> funds) {

    static SlipIssued of(Slip slip, SlipReason reason) {
        return new SlipIssued(
                slip.slipId(),
                slip.ePaymentNo().toString(),
                slip.debt().managementNo(),
                slip.debt().kind(),
                slip.debt().originId(),
                slip.debt().returnId(),
                reason.correctionNo().orElse(null),
                slip.debt().insurance(),
                slip.debt().period(),
                slip.figures().payable(),
                slip.dueDate(),
                slip.lastDay(),
                slip.replaces().orElse(null),
                SlipRow.of(slip.figures()));
    }
}
