package kr.gosan.coverage.extinction;

import java.time.LocalDate;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.json.RequestBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 보험관계 소멸신고, as the employer or its agency sends it. */
@Schema(requiredProperties = {"endedOn", "reason"})
public record ExtinctionReport(
        @Schema(description = "Last day of the business or of the works. The insurance relation ends the day after")
        LocalDate endedOn,

        Reason reason,

        @Schema(description = "The client's own name for the report; may be left out")
        String clientReference)
        implements RequestBody {

    /** Why the relation ends (보험료징수법 §10 1호). */
    @Schema(name = "ExtinctionReason")
    public enum Reason {
        /** 폐업. */
        BUSINESS_ENDED,
        /** 공사 종료: the works of the workplace are completed. */
        WORKS_COMPLETED
    }

    /** Example of a report; a test sends it. */
    public static final String EXAMPLE = """
            {"endedOn": "2022-05-31", "reason": "BUSINESS_ENDED", "clientReference": "2022-0041"}""";

    @Override
    public void check(FieldErrors errors) {
        errors.required("/endedOn", endedOn);
        errors.required("/reason", reason);
        errors.text("/clientReference", clientReference, 100);
    }
}
