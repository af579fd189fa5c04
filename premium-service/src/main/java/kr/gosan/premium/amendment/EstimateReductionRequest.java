package kr.gosan.premium.amendment;

import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.json.RequestBody;
import kr.gosan.premium.calculation.ReductionReason;
import kr.gosan.premium.filing.ReturnFields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An application to reduce an estimate (개산보험료 감액조정 신청, form 10702).
 *
 * @param insuranceYear that of the return: the estimate is for the next
 * @param against the correction in force that the applicant saw, 0 for the return itself
 * @param estimated what is really expected; an insurance that is left out stays as it is
 * @param cause why the business shrank
 * @param reason the same in words, at most 500 characters
 * @param evidence what shows it, at most 1000 characters
 */
@Schema(requiredProperties = {"managementNo", "insuranceYear", "against", "estimated", "cause", "reason", "evidence"})
public record EstimateReductionRequest(
        WorkplaceNumber managementNo,
        Integer insuranceYear,
        Integer against,
        EstimatedParts estimated,
        ReductionReason cause,
        String reason,
        String evidence,
        String clientReference,
        ReturnFields.RefundAccount refundAccount)
        implements RequestBody {

    /** The expected remuneration of one insurance or of both. */
    @Schema(name = "EstimatedParts")
    public record EstimatedParts(ReturnFields.Accident industrialAccident, ReturnFields.Employment employment) {}

    @Override
    public void check(FieldErrors errors) {
        errors.required("/managementNo", managementNo);
        errors.required("/insuranceYear", insuranceYear);
        errors.required("/against", against);
        errors.required("/estimated", estimated);
        if (estimated != null && estimated.industrialAccident() == null) {
            errors.required("/estimated/employment", estimated.employment());
        }
        errors.required("/cause", cause);
        errors.required("/reason", reason);
        errors.text("/reason", reason, CorrectionRequest.REASON);
        errors.required("/evidence", evidence);
        errors.text("/evidence", evidence, CorrectionRequest.EVIDENCE);
        errors.text("/clientReference", clientReference, 100);
    }

    Correction.Statement statement(Correction.Sections sections) {
        return new Correction.Statement(
                sections, clientReference, cause + ": " + reason, evidence, false, refundAccount);
    }
}
