package kr.gosan.coverage.extinction;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.gosan.coverage.filing.Filing;
import kr.gosan.coverage.law.Timeliness;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.number.WorkplaceNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An accepted extinction report.
 *
 * @param extinctOn first day without the insurance relation (소멸일)
 * @param law the legal figures it was judged by
 */
record ExtinctionFiling(
        @Schema(nullable = true) UUID filingId,
        WorkplaceNumber managementNo,
        LocalDate endedOn,
        LocalDate extinctOn,
        ExtinctionReport.Reason reason,
        @Schema(nullable = true) String clientReference,
        Timeliness timeliness,
        List<AppliedParameter> law)
        implements Filing {}
