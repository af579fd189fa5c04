package kr.gosan.coverage.mandate;

import java.time.LocalDate;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.json.RequestBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 위탁 해지: employer or agency ends a mandate. */
@Schema(requiredProperties = "on")
public record MandateEndReport(
        @Schema(description = "First day without the mandate")
        LocalDate on,

        @Schema(description = "The client's own name for the report; may be left out")
        String clientReference)
        implements RequestBody {

    /** Example of an end; a test sends it. */
    public static final String EXAMPLE = "{\"on\": \"2022-06-30\"}";

    @Override
    public void check(FieldErrors errors) {
        errors.required("/on", on);
        errors.text("/clientReference", clientReference, 100);
    }
}
