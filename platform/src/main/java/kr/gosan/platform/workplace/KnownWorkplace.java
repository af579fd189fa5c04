package kr.gosan.platform.workplace;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import kr.gosan.kernel.number.BusinessNumber;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.workplace.EmployeeScale;
import kr.gosan.kernel.workplace.EmployerKind;
import kr.gosan.kernel.workplace.WorkplaceKind;

/** A workplace as every service knows it: the data of the event {@code workplace-established}. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record KnownWorkplace(
        WorkplaceNumber managementNo,
        BusinessNumber businessNumber,
        WorkplaceKind kind,
        String name,
        EmployerKind employerKind,
        EmployeeScale employeeScale,
        LocalDate establishedOn,
        String ownerMemberId) {}
