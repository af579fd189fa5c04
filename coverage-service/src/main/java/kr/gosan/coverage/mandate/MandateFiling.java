package kr.gosan.coverage.mandate;

import java.time.LocalDate;
import java.util.UUID;
import kr.gosan.coverage.filing.Filing;
import kr.gosan.coverage.law.Timeliness;
import kr.gosan.kernel.number.BusinessNumber;
import kr.gosan.kernel.number.WorkplaceNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An accepted mandate. Its filing id is the id of the mandate. */
record MandateFiling(
        @Schema(nullable = true) UUID filingId,
        WorkplaceNumber managementNo,
        BusinessNumber agencyBusinessNumber,
        String agencyName,
        LocalDate from,
        @Schema(nullable = true) String clientReference,
        Timeliness timeliness)
        implements Filing {}
