package kr.gosan.premium.amendment;

import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.json.RequestBody;
import kr.gosan.premium.amendment.rules.CorrectionKind;
import kr.gosan.premium.filing.ReturnFields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A correction of a filed return as a client states it.
 *
 * @param kind AMENDED_RETURN or CORRECTION_CLAIM; LATE_FILING by an operator
 * @param against the correction the filer saw in force, 0 for the return itself; any other is refused
 * @param confirmed the confirmed year as it is right
 * @param estimated only of a claim: the estimate as it is right
 * @param reason why, at most 500 characters
 * @param forceMajeure only by an operator: no surcharge is levied (보험료징수법 §24①)
 * @param refundAccount where a refund goes
 */
@Schema(requiredProperties = {"kind", "against", "reason"})
public record CorrectionRequest(
        CorrectionKind kind,
        Integer against,
        ReturnFields.Confirmed confirmed,
        ReturnFields.Estimated estimated,
        String reason,
        String evidence,
        Boolean forceMajeure,
        String clientReference,
        ReturnFields.RefundAccount refundAccount)
        implements RequestBody {

    static final int REASON = 500;
    static final int EVIDENCE = 1000;

    @Override
    public void check(FieldErrors errors) {
        errors.required("/kind", kind);
        errors.required("/against", against);
        errors.required("/reason", reason);
        errors.text("/reason", reason, REASON);
        errors.text("/evidence", evidence, EVIDENCE);
        errors.text("/clientReference", clientReference, 100);
        if (kind != null) {
            checkKind(errors);
        }
    }

    private void checkKind(FieldErrors errors) {
        switch (kind) {
            case AMENDED_RETURN -> {
                errors.required("/confirmed", confirmed);
                refuse("/estimated", estimated, errors);
                refuse("/refundAccount", refundAccount, errors);
            }
            case CORRECTION_CLAIM -> {
                if (confirmed == null && estimated == null) {
                    errors.required("/confirmed", null);
                }
                refuse("/forceMajeure", forceMajeure, errors);
            }
            case LATE_FILING -> {
                refuse("/confirmed", confirmed, errors);
                refuse("/estimated", estimated, errors);
                refuse("/refundAccount", refundAccount, errors);
            }
            case ESTIMATE_REDUCTION, RATE_CHANGE, SETTLEMENT_AUDIT -> errors.add("/kind", "correction-filed-elsewhere");
        }
    }

    private static void refuse(String pointer, Object value, FieldErrors errors) {
        if (value != null) {
            errors.add(pointer, "not-part-of-this-correction");
        }
    }

    Correction.Statement statement() {
        return new Correction.Statement(
                new Correction.Sections(confirmed, estimated),
                clientReference,
                reason,
                evidence,
                Boolean.TRUE.equals(forceMajeure),
                refundAccount);
    }
}
