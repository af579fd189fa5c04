package kr.gosan.payment.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.debt.DebtKind;
import kr.gosan.payment.debt.Slip;

/** Data of the event {@code kr.gosan.payment.payment-due-soon.v1}. Published in {@code docs/events}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PaymentDueSoon(
        UUID slipId,
        String ePaymentNo,
        WorkplaceNumber managementNo,
        int insuranceYear,
        DebtKind debtKind,
        UUID originId,
        UUID returnId,
        Insurance insurance,
        int period,
        Won payable,
        LocalDate dueDate,
        int businessDaysLeft) {

    static final String TYPE = "kr.gosan.payment.payment-due-soon.v1";

    static PaymentDueSoon of(Slip slip, int businessDaysLeft) {
        return new PaymentDueSoon(
                slip.slipId(),
                slip.ePaymentNo().toString(),
                slip.debt().managementNo(),
                slip.debt().insuranceYear(),
                slip.debt().kind(),
                slip.debt().originId(),
                slip.debt().returnId(),
                slip.debt().insurance(),
                slip.debt().period(),
                slip.figures().payable(),
                slip.dueDate(),
                businessDaysLeft);
    }
}
