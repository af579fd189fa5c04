package kr.gosan.payment.banknotice;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.debt.DebtKind;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.slip.Payment;

/**
 * Data of the event {@code kr.gosan.payment.payment-reversed.v1}: the slip may be paid again.
 *
 * @param returnId missing for a charge
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PaymentReversed(
        UUID paymentId,
        UUID slipId,
        String ePaymentNo,
        WorkplaceNumber managementNo,
        int insuranceYear,
        DebtKind debtKind,
        UUID originId,
        UUID returnId,
        Insurance insurance,
        int period,
        Won amount,
        LocalDate paidOn,
        LocalDate reversedOn,
        LocalDate lastDay) {

    static PaymentReversed of(Slip slip, Payment payment, LocalDate reversedOn) {
        return new PaymentReversed(
                payment.paymentId(),
                slip.slipId(),
                slip.ePaymentNo().toString(),
                slip.debt().managementNo(),
                slip.debt().insuranceYear(),
                slip.debt().kind(),
                slip.debt().originId(),
                slip.debt().returnId(),
                slip.debt().insurance(),
                slip.debt().period(),
                payment.amount(),
                payment.paidOn(),
                reversedOn,
                slip.lastDay());
    }
}
