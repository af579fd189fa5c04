package kr.gosan.payment.charge;

import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.json.RequestBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an assessment is taken back. @param reason at most 500 characters */
@Schema(requiredProperties = "reason")
public record CancellationRequest(String reason) implements RequestBody {

    private static final int REASON = 500;

    @Override
    public void check(FieldErrors errors) {
        errors.required("/reason", reason);
        errors.text("/reason", reason, REASON);
    }
}
