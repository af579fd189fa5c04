package kr.gosan.premium.application;

import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.json.RequestBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A decision as an operator states it; the applicant reads the reason. */
@Schema(
        name = "ApplicationDecision",
        requiredProperties = {"decision", "reason"})
public record DecisionRequest(Decision decision, String reason) implements RequestBody {

    /** What can be decided. */
    public enum Decision {
        APPROVED,
        REFUSED
    }

    @Override
    public void check(FieldErrors errors) {
        errors.required("/decision", decision);
        errors.required("/reason", reason);
        errors.text("/reason", reason, 1000);
    }
}
