package kr.gosan.premium.settlementaudit;

import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.json.RequestBody;
import kr.gosan.premium.filing.ReturnFields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The result of an audit.
 *
 * @param basis what the figures rest on; SIMILAR_BUSINESSES only after as many refused demands as 보험료징수법 시행령 §27 asks
 *     for
 * @param confirmed the confirmed year as it is found
 * @param note the reasons, at most 1000 characters; the employer reads them
 * @param forceMajeure no surcharge is levied (보험료징수법 §24①)
 */
@Schema(requiredProperties = {"basis", "confirmed", "note"})
public record ResultRequest(Basis basis, ReturnFields.Confirmed confirmed, String note, Boolean forceMajeure)
        implements RequestBody {

    /** What the result rests on. */
    public enum Basis {
        /** The data that was handed in or imported. */
        DATA,
        /** Businesses of the same kind and size, because data was refused. */
        SIMILAR_BUSINESSES
    }

    @Override
    public void check(FieldErrors errors) {
        errors.required("/basis", basis);
        errors.required("/confirmed", confirmed);
        errors.required("/note", note);
        errors.text("/note", note, StepRequest.NOTE);
    }
}
