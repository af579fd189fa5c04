package kr.gosan.payment.charge;

import java.time.LocalDate;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.charge.rules.Violation;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.json.RequestBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an operator states about a violation that is fined. Which time it is follows from the books.
 *
 * @param insurance whose duty was neglected
 * @param caseNo the office's number of the violation, at most 64 characters; a violation is fined once
 * @param violatedOn the law of this day says how much
 * @param noticedOn the day the employer was told beforehand and asked for an opinion (질서위반행위규제법 §16①)
 * @param opinion what came of it
 * @param reason at most 500 characters
 */
@Schema(
        requiredProperties = {
            "managementNo",
            "insurance",
            "caseNo",
            "violation",
            "violatedOn",
            "noticedOn",
            "opinion",
            "reason"
        })
public record FineRequest(
        WorkplaceNumber managementNo,
        Insurance insurance,
        String caseNo,
        Violation violation,
        LocalDate violatedOn,
        LocalDate noticedOn,
        Opinion opinion,
        String reason)
        implements RequestBody {

    /** Example of an assessment; a test sends it. */
    static final String EXAMPLE = "{\"managementNo\": \"123-45-67891-6\", \"insurance\": \"IA\","
            + " \"caseNo\": \"2026-000045\", \"violation\": \"ESTABLISHMENT_NOTICE\", \"violatedOn\": \"2026-01-20\","
            + " \"noticedOn\": \"2026-02-10\", \"opinion\": \"WAIVED\", \"reason\": \"성립신고 지연\"}";

    private static final int LONGEST = 64;
    private static final int REASON = 500;

    /** What the employer said when asked for an opinion. */
    public enum Opinion {
        /** Stated, and considered. */
        GIVEN,
        /** The employer does without. */
        WAIVED,
        /** Nothing was said: the time to say it must have passed. */
        NONE
    }

    @Override
    public void check(FieldErrors errors) {
        errors.required("/managementNo", managementNo);
        errors.required("/insurance", insurance);
        errors.required("/caseNo", caseNo);
        errors.text("/caseNo", caseNo, LONGEST);
        errors.required("/violation", violation);
        errors.required("/violatedOn", violatedOn);
        errors.required("/noticedOn", noticedOn);
        errors.required("/opinion", opinion);
        errors.required("/reason", reason);
        errors.text("/reason", reason, REASON);
        if (violatedOn != null && noticedOn != null && noticedOn.isBefore(violatedOn)) {
            errors.add("/noticedOn", "before-violation");
        }
    }
}
