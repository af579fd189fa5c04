package kr.gosan.coverage.insured;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.gosan.coverage.filing.Filing;
import kr.gosan.coverage.law.Timeliness;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.number.WorkplaceNumber;

/**
 * An accepted loss report.
 *
 * @param separationDate last day of employment; null when only cover ended
 * @param lossDate first day no longer insured
 * @param law the legal figures it was judged by
 */
record LossFiling(
        UUID filingId,
        WorkplaceNumber managementNo,
        UUID personId,
        LocalDate acquiredOn,
        LocalDate separationDate,
        LocalDate lossDate,
        String lossReasonCode,
        String lossReasonDetail,
        String clientReference,
        Timeliness timeliness,
        List<AppliedParameter> law)
        implements Filing {}
