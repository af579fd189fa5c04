package kr.gosan.coverage.insured;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.gosan.coverage.filing.Filing;
import kr.gosan.coverage.law.Timeliness;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.ResidentNumber;
import kr.gosan.kernel.number.WorkplaceNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An accepted acquisition report.
 *
 * @param personId null in a dry run
 * @param unemploymentInsured whether the unemployment chapters apply too (고용보험법 §10③)
 * @param law the legal figures it was judged by
 */
record AcquisitionFiling(
        @Schema(nullable = true) UUID filingId,
        WorkplaceNumber managementNo,
        @Schema(nullable = true) UUID personId,
        String name,

        @Schema(implementation = String.class, examples = "900101-1******")
        ResidentNumber residentNumber,

        LocalDate acquiredOn,
        String occupationCode,
        Won monthlyRemuneration,
        int weeklyHours,
        boolean fixedTerm,
        @Schema(nullable = true) LocalDate contractEndsOn,
        @Schema(nullable = true) String clientReference,
        boolean unemploymentInsured,
        Timeliness timeliness,
        List<AppliedParameter> law)
        implements Filing {}
