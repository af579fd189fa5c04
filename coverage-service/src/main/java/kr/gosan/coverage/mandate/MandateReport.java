package kr.gosan.coverage.mandate;

import java.time.LocalDate;
import kr.gosan.kernel.number.BusinessNumber;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.json.RequestBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 보험사무 위탁: an employer entrusts an agency with a workplace's insurance affairs. */
@Schema(requiredProperties = {"agencyBusinessNumber", "agencyName", "from"})
public record MandateReport(
        @Schema(description = "Of the agency, which must have logged in before")
        BusinessNumber agencyBusinessNumber,

        String agencyName,

        @Schema(description = "First day of the mandate") LocalDate from,

        @Schema(description = "The client's own name for the report; may be left out")
        String clientReference)
        implements RequestBody {

    /** Example of a mandate; a test sends it with an agency's number of its own. */
    public static final String EXAMPLE = """
            {"agencyBusinessNumber": "220-81-12341", "agencyName": "한빛노무법인", "from": "2022-06-01"}""";

    @Override
    public void check(FieldErrors errors) {
        errors.required("/agencyBusinessNumber", agencyBusinessNumber);
        errors.required("/agencyName", agencyName);
        errors.text("/agencyName", agencyName, 100);
        errors.required("/from", from);
        errors.text("/clientReference", clientReference, 100);
    }
}
