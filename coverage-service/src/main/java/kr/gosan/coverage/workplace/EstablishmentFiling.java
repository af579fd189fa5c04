package kr.gosan.coverage.workplace;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.gosan.coverage.filing.Filing;
import kr.gosan.coverage.law.Timeliness;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.number.BusinessNumber;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.workplace.EmployeeScale;
import kr.gosan.kernel.workplace.EmployerKind;
import kr.gosan.kernel.workplace.WorkplaceKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An accepted establishment report. @param law the legal figures it was judged by */
record EstablishmentFiling(
        @Schema(nullable = true) UUID filingId,
        WorkplaceNumber managementNo,
        BusinessNumber businessNumber,
        WorkplaceKind kind,
        String name,
        EmployerKind employerKind,
        EmployeeScale employeeScale,
        LocalDate establishedOn,
        @Schema(nullable = true) LocalDate worksEndOn,
        @Schema(nullable = true) String district,
        @Schema(nullable = true) String clientReference,
        Timeliness timeliness,
        List<AppliedParameter> law)
        implements Filing {}
