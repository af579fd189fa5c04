package kr.gosan.coverage.mandate;

import java.time.LocalDate;
import java.util.UUID;
import kr.gosan.coverage.filing.Filing;
import kr.gosan.coverage.law.Timeliness;
import kr.gosan.kernel.number.WorkplaceNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An accepted end of a mandate. @param on first day without it */
record MandateEndFiling(
        @Schema(nullable = true) UUID filingId,
        WorkplaceNumber managementNo,
        UUID mandateId,
        LocalDate on,
        @Schema(nullable = true) String clientReference,
        Timeliness timeliness)
        implements Filing {}
