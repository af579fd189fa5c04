package kr.gosan.payment.banknotice;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.debt.Channel;
import kr.gosan.payment.debt.EPaymentNumber;
import kr.gosan.payment.debt.Notice;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.json.RequestBody;

/** A payment notice as a bank sends it. */
record BankNotice(String bankTransactionId, String ePaymentNo, Won amount, OffsetDateTime paidAt, Channel channel)
        implements RequestBody {

    /** Example of a notice; a test sends it. */
    static final String EXAMPLE =
            "{\"bankTransactionId\": \"20220331-0001\", \"ePaymentNo\": \"0000-0000-00-0-0-000000\","
                    + " \"amount\": 886040, \"paidAt\": \"2022-03-31T15:04:05+09:00\", \"channel\": \"GIRO\"}";

    private static final int LONGEST_ID = 64;

    @Override
    public void check(FieldErrors errors) {
        errors.required("/bankTransactionId", bankTransactionId);
        errors.text("/bankTransactionId", bankTransactionId, LONGEST_ID);
        errors.required("/ePaymentNo", ePaymentNo);
        if (ePaymentNo != null && !EPaymentNumber.fits(ePaymentNo)) {
            errors.add("/ePaymentNo", "e-payment-number-invalid");
        }
        errors.required("/amount", amount);
        if (amount != null && !amount.isPositive()) {
            errors.add("/amount", "amount-not-positive");
        }
        errors.required("/paidAt", paidAt);
        errors.required("/channel", channel);
    }

    Notice notice() {
        return new Notice(
                bankTransactionId,
                EPaymentNumber.of(ePaymentNo),
                amount,
                paidAt.toInstant().truncatedTo(ChronoUnit.MICROS),
                channel);
    }
}
