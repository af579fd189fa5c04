package kr.gosan.coverage.filing;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The essentials of an accepted report.
 *
 * @param deadline null where the law sets none
 * @param daysLate calendar days after the deadline; 0 when in time
 */
@Schema(name = "CoverageReport")
public record Report(
        String receiptNo,
        LocalDate filedOn,
        @Schema(nullable = true) LocalDate deadline,
        int daysLate,
        @Schema(nullable = true) String clientReference) {

    public Report withoutClientReference() {
        return new Report(receiptNo, filedOn, deadline, daysLate, null);
    }
}
