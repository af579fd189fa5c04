package kr.gosan.payment.banknotice;

import java.time.LocalDate;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.debt.Channel;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.slip.Payment;

/** Data of the event {@code kr.gosan.payment.payment-received.v1}. */
record PaymentReceived(
        UUID paymentId,
        UUID slipId,
        String ePaymentNo,
        WorkplaceNumber managementNo,
        UUID returnId,
        Insurance insurance,
        int period,
        Won amount,
        LocalDate paidOn,
        Channel channel) {

    static PaymentReceived of(Slip slip, Payment payment) {
        return new PaymentReceived(
                payment.paymentId(),
                slip.slipId(),
                slip.ePaymentNo().toString(),
                slip.debt().managementNo(),
                slip.debt().returnId(),
                slip.debt().insurance(),
                slip.debt().period(),
                payment.amount(),
                payment.paidOn(),
                payment.channel());
    }
}
