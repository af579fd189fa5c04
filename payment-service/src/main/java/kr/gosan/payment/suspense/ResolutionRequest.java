package kr.gosan.payment.suspense;

import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.debt.EPaymentNumber;
import kr.gosan.payment.suspense.Resolution.Way;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.json.RequestBody;

/**
 * What an operator wants to become of suspended money.
 *
 * @param ePaymentNo the slip, of way SLIP
 * @param managementNo whose arrears, of way ARREARS; only where the money names nobody
 * @param insurance of the arrears; only where the money names none, and missing there means both
 * @param bank with accountNo and holder: the payer's account, of way RETURN
 */
record ResolutionRequest(
        Way way,
        String ePaymentNo,
        WorkplaceNumber managementNo,
        Insurance insurance,
        String bank,
        String accountNo,
        String holder,
        String reason)
        implements RequestBody {

    /** Example of a return; a test sends it. */
    static final String RETURN_EXAMPLE =
            "{\"way\": \"RETURN\", \"bank\": \"우리은행\", \"accountNo\": \"1002-000-000101\", \"holder\": \"고산건설\","
                    + " \"reason\": \"paid twice, the payer asked for it back\"}";

    /** Example of money that belongs to a slip; a test sends it. */
    static final String SLIP_EXAMPLE =
            "{\"way\": \"SLIP\", \"ePaymentNo\": \"0000-0000-00-0-0-000000\", \"reason\": \"one digit of the number was wrong\"}";

    /** Example of money that becomes a refund; a test sends it. */
    static final String OVERPAYMENT_EXAMPLE = "{\"way\": \"OVERPAYMENT\", \"reason\": \"paid twice\"}";

    /** Example of money that pays what is in arrears; a test sends it. */
    static final String ARREARS_EXAMPLE = "{\"way\": \"ARREARS\", \"reason\": \"paid after the slip was closed\"}";

    private static final int LONGEST = 200;

    @Override
    public void check(FieldErrors errors) {
        errors.required("/way", way);
        errors.required("/reason", reason);
        errors.text("/reason", reason, LONGEST);
        if (way == Way.SLIP) {
            errors.required("/ePaymentNo", ePaymentNo);
        } else {
            unexpected(errors, "/ePaymentNo", ePaymentNo);
        }
        if (way == Way.RETURN) {
            errors.required("/bank", bank);
            errors.text("/bank", bank, LONGEST);
            errors.required("/accountNo", accountNo);
            errors.required("/holder", holder);
            errors.text("/holder", holder, LONGEST);
        } else {
            unexpected(errors, "/bank", bank);
            unexpected(errors, "/accountNo", accountNo);
            unexpected(errors, "/holder", holder);
        }
        if (way != Way.ARREARS) {
            unexpected(errors, "/managementNo", managementNo);
            unexpected(errors, "/insurance", insurance);
        }
        if (ePaymentNo != null && !EPaymentNumber.fits(ePaymentNo)) {
            errors.add("/ePaymentNo", "e-payment-number-invalid");
        }
        if (accountNo != null && !accountNo.replace("-", "").matches("[0-9]{8,16}")) {
            errors.add("/accountNo", "account-number-not-digits");
        }
    }

    private static void unexpected(FieldErrors errors, String pointer, Object value) {
        if (value != null) {
            errors.add(pointer, "not-of-this-kind");
        }
    }
}
