package kr.gosan.payment.banknotice;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.debt.BankMessage;
import kr.gosan.payment.debt.Channel;
import kr.gosan.payment.debt.EPaymentNumber;
import kr.gosan.payment.debt.Notice;
import kr.gosan.payment.debt.Reversal;
import kr.gosan.payment.debt.TransferOrder;
import kr.gosan.payment.institution.Institution;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.json.RequestBody;

/**
 * What a bank sends: a payment or the reversal of one.
 *
 * @param kind a payment when missing
 * @param institution in whose daily file the movement stands; when missing it follows from the channel, or from the payment
 *     that a reversal takes back; so it is needed before that payment was told
 * @param ePaymentNo of the slip paid
 * @param virtualAccountNo named by every payment of channel {@code VIRTUAL_ACCOUNT}, in place of the e-payment number, and by no
 *     other
 * @param amount of a payment without the fee; of a reversal it may be missing
 * @param fee what the payer bore on top, when the bank tells
 * @param transfer how a transfer was ordered; at once when missing
 * @param originalTransactionId the payment that a reversal takes back
 */
record BankNotice(
        Kind kind,
        String bankTransactionId,
        Institution institution,
        String ePaymentNo,
        String virtualAccountNo,
        Won amount,
        Won fee,
        OffsetDateTime paidAt,
        Channel channel,
        TransferOrder transfer,
        String originalTransactionId,
        OffsetDateTime reversedAt)
        implements RequestBody {

    enum Kind {
        PAYMENT,
        REVERSAL
    }

    /** Example of a notice; a test sends it. */
    static final String EXAMPLE =
            "{\"bankTransactionId\": \"20220331-0001\", \"ePaymentNo\": \"0000-0000-00-0-0-000000\","
                    + " \"amount\": 886040, \"paidAt\": \"2022-03-31T15:04:05+09:00\", \"channel\": \"GIRO\"}";

    /** Example of a reversal; a test sends it. */
    static final String REVERSAL_EXAMPLE = "{\"kind\": \"REVERSAL\", \"bankTransactionId\": \"20220401-0007\","
            + " \"institution\": \"GIRO\","
            + " \"originalTransactionId\": \"20220331-0001\", \"amount\": 886040,"
            + " \"reversedAt\": \"2022-04-01T09:30:00+09:00\"}";

    static final int LONGEST_ID = 64;

    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{10,16}");

    @Override
    public void check(FieldErrors errors) {
        errors.required("/bankTransactionId", bankTransactionId);
        errors.text("/bankTransactionId", bankTransactionId, LONGEST_ID);
        if (institution == Institution.NHIS) {
            errors.add("/institution", "institution-not-for-notices");
        }
        if (amount != null && !amount.isPositive()) {
            errors.add("/amount", "amount-not-positive");
        }
        if (kind == Kind.REVERSAL) {
            checkReversal(errors);
        } else {
            checkPayment(errors);
        }
    }

    private void checkPayment(FieldErrors errors) {
        if (virtualAccountNo == null && channel == Channel.VIRTUAL_ACCOUNT) {
            errors.add("/virtualAccountNo", "required");
        } else if (virtualAccountNo == null) {
            errors.required("/ePaymentNo", ePaymentNo);
        } else if (!isAccount(virtualAccountNo)) {
            errors.add("/virtualAccountNo", "virtual-account-number-invalid");
        } else if (ePaymentNo != null) {
            errors.add("/virtualAccountNo", "one-number-expected");
        }
        if (ePaymentNo != null && !EPaymentNumber.fits(ePaymentNo)) {
            errors.add("/ePaymentNo", "e-payment-number-invalid");
        }
        errors.required("/amount", amount);
        errors.required("/paidAt", paidAt);
        errors.required("/channel", channel);
        if (virtualAccountNo != null && channel != null && channel != Channel.VIRTUAL_ACCOUNT) {
            errors.add("/channel", "channel-not-of-number");
        }
        unexpected(errors, "/originalTransactionId", originalTransactionId);
        unexpected(errors, "/reversedAt", reversedAt);
    }

    private void checkReversal(FieldErrors errors) {
        errors.required("/originalTransactionId", originalTransactionId);
        errors.text("/originalTransactionId", originalTransactionId, LONGEST_ID);
        errors.required("/reversedAt", reversedAt);
        unexpected(errors, "/ePaymentNo", ePaymentNo);
        unexpected(errors, "/virtualAccountNo", virtualAccountNo);
        unexpected(errors, "/fee", fee);
        unexpected(errors, "/paidAt", paidAt);
        unexpected(errors, "/channel", channel);
        unexpected(errors, "/transfer", transfer);
    }

    private static void unexpected(FieldErrors errors, String pointer, Object value) {
        if (value != null) {
            errors.add(pointer, "not-of-this-kind");
        }
    }

    static boolean isAccount(String number) {
        return ACCOUNT.matcher(number.replace("-", "")).matches();
    }

    BankMessage message() {
        return kind == Kind.REVERSAL
                ? new Reversal(bankTransactionId, originalTransactionId, Optional.ofNullable(amount), kept(reversedAt))
                : new Notice(
                        bankTransactionId,
                        ePaymentNo == null ? null : EPaymentNumber.of(ePaymentNo),
                        virtualAccountNo == null ? null : virtualAccountNo.replace("-", ""),
                        amount,
                        Optional.ofNullable(fee),
                        kept(paidAt),
                        channel,
                        transfer == null ? TransferOrder.IMMEDIATE : transfer);
    }

    private static Instant kept(OffsetDateTime time) {
        return time.toInstant().truncatedTo(ChronoUnit.MICROS);
    }
}
