package kr.gosan.premium.amendment;

import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.json.RequestBody;
import kr.gosan.premium.amendment.rules.CorrectionState;
import kr.gosan.premium.filing.ReturnFields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An operator's decision on a claim or a reduction.
 *
 * @param outcome ACCEPTED, ACCEPTED_IN_PART with the figures that are right, or REFUSED
 * @param reason why, at most 500 characters; the employer reads it
 */
@Schema(requiredProperties = {"outcome", "reason"})
public record DecisionRequest(
        CorrectionState.Happening outcome,
        String reason,
        ReturnFields.Confirmed confirmed,
        ReturnFields.Estimated estimated)
        implements RequestBody {

    @Override
    public void check(FieldErrors errors) {
        errors.required("/outcome", outcome);
        errors.required("/reason", reason);
        errors.text("/reason", reason, CorrectionRequest.REASON);
        if (outcome == null) {
            return;
        }
        boolean states = confirmed != null || estimated != null;
        switch (outcome) {
            case ACCEPTED_IN_PART -> {
                if (!states) {
                    errors.required("/confirmed", null);
                }
            }
            case ACCEPTED, REFUSED -> {
                if (states) {
                    errors.add(confirmed == null ? "/estimated" : "/confirmed", "not-part-of-this-correction");
                }
            }
            case FILED_FOR_DECISION, FILED_WITH_EFFECT -> errors.add("/outcome", "not-a-decision");
        }
    }
}
