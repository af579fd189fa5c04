package kr.gosan.payment.arrears;

import java.time.LocalDate;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.json.RequestBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The National Health Insurance Service takes back what it said it had collected.
 *
 * @param reverses the transaction number of the collection
 */
@Schema(name = "ArrearsReversalNotice")
record ReversalNotice(String nhisTransactionId, String reverses, LocalDate reversedOn) implements RequestBody {

    /** A test sends it. */
    static final String EXAMPLE = "{\"nhisTransactionId\": \"NHIS-20220502-0007\","
            + " \"reverses\": \"NHIS-20220430-0001\", \"reversedOn\": \"2022-05-02\"}";

    private static final int LONGEST_ID = 64;

    @Override
    public void check(FieldErrors errors) {
        errors.required("/nhisTransactionId", nhisTransactionId);
        errors.text("/nhisTransactionId", nhisTransactionId, LONGEST_ID);
        errors.required("/reverses", reverses);
        errors.text("/reverses", reverses, LONGEST_ID);
        errors.required("/reversedOn", reversedOn);
    }
}
