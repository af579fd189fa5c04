package kr.gosan.payment.banknotice;

import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.stream.Stream;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.debt.Channel;
import kr.gosan.payment.debt.EPaymentNumber;
import kr.gosan.payment.debt.TransferOrder;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.json.RequestBody;

/**
 * What a bank asks before it moves money. One of the three numbers says for what.
 *
 * @param amount what the payer wants to pay; the slip's amount when missing
 * @param fee what the payer would bear on top, where the bank wants to know whether that is right
 * @param at when it would be paid; now when missing
 */
record BankInquiry(
        String virtualAccountNo,
        String ePaymentNo,
        WorkplaceNumber managementNo,
        Channel channel,
        Won amount,
        Won fee,
        OffsetDateTime at,
        TransferOrder transfer)
        implements RequestBody {

    /** Example of an inquiry; a test sends it. */
    static final String EXAMPLE = "{\"ePaymentNo\": \"0000-0000-00-0-0-000000\", \"channel\": \"CREDIT_CARD\","
            + " \"at\": \"2022-03-31T15:04:05+09:00\"}";

    @Override
    public void check(FieldErrors errors) {
        long numbers = Stream.of(virtualAccountNo, ePaymentNo, managementNo)
                .filter(Objects::nonNull)
                .count();
        // A workplace number that is none has its own error.
        if (numbers > 1 || numbers == 0 && errors.isEmpty()) {
            errors.add("", "one-number-expected");
        }
        if (virtualAccountNo != null && !BankNotice.isAccount(virtualAccountNo)) {
            errors.add("/virtualAccountNo", "virtual-account-number-invalid");
        }
        if (virtualAccountNo != null && channel != null && channel != Channel.VIRTUAL_ACCOUNT) {
            errors.add("/channel", "channel-not-of-number");
        }
        if (ePaymentNo != null && !EPaymentNumber.fits(ePaymentNo)) {
            errors.add("/ePaymentNo", "e-payment-number-invalid");
        }
        if (amount != null && !amount.isPositive()) {
            errors.add("/amount", "amount-not-positive");
        }
        errors.required("/channel", channel);
    }
}
