package kr.gosan.coverage.insured;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.gosan.coverage.filing.Filing;
import kr.gosan.coverage.law.Timeliness;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.number.WorkplaceNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An accepted loss report.
 *
 * @param separationDate last day of employment; null when only cover ended
 * @param lossDate first day no longer insured
 * @param law the legal figures it was judged by
 */
record LossFiling(
        @Schema(nullable = true) UUID filingId,
        WorkplaceNumber managementNo,
        UUID personId,
        LocalDate acquiredOn,
        @Schema(nullable = true) LocalDate separationDate,
        LocalDate lossDate,
        String lossReasonCode,
        @Schema(nullable = true) String lossReasonDetail,
        @Schema(nullable = true) String clientReference,
        Timeliness timeliness,
        List<AppliedParameter> law)
        implements Filing {}
