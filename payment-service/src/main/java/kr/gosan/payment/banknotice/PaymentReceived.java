package kr.gosan.payment.banknotice;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.debt.Channel;
import kr.gosan.payment.debt.DebtKind;
import kr.gosan.payment.debt.Notice;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.slip.Payment;

/**
 * Data of the event {@code kr.gosan.payment.payment-received.v1}.
 *
 * @param returnId missing for a charge
 * @param fee missing when the bank did not tell
 * @param autoDebitReduction what of the slip is settled beside the money; missing where nothing is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PaymentReceived(
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
        Won fee,
        Won autoDebitReduction,
        LocalDate paidOn,
        Channel channel) {

    static PaymentReceived of(Slip slip, Payment payment, Notice notice) {
        return new PaymentReceived(
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
                notice.fee().orElse(null),
                payment.autoDebitReduction().isZero() ? null : payment.autoDebitReduction(),
                payment.paidOn(),
                payment.channel());
    }
}
