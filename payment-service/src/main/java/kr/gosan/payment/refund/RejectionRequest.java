package kr.gosan.payment.refund;

import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.json.RequestBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why a proposed refund is not approved.
 *
 * @param reason at most 500 characters; the employer reads it
 */
@Schema(requiredProperties = "reason")
public record RejectionRequest(String reason) implements RequestBody {

    /** Example of a rejection; a test sends it. */
    static final String EXAMPLE = "{\"reason\": \"예금주 확인이 필요합니다.\"}";

    private static final int REASON = 500;

    @Override
    public void check(FieldErrors errors) {
        errors.required("/reason", reason);
        errors.text("/reason", reason, REASON);
    }
}
