package kr.gosan.platform.workplace;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import kr.gosan.kernel.number.BusinessNumber;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.workplace.EmployeeScale;
import kr.gosan.kernel.workplace.EmployerKind;
import kr.gosan.kernel.workplace.WorkplaceKind;

/**
 * A workplace as every service knows it: the data of the event {@code workplace-established}, and what became of it since.
 *
 * @param establishedOn first day of the insurance relation (성립일)
 * @param ownerMemberId the employer that established it
 * @param worksEndOn planned last day of a single work; null for every other kind
 * @param extinctOn first day without the relation (소멸일); null while it lasts. Not part of the event
 * @param district city, county or district (시·군·구) it lies in, such as 경상북도 울진군; null when it was not told
 * @param agencyMemberId the agency (보험사무대행기관) that holds the mandate; null when none does. Not part of the event
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KnownWorkplace(
        WorkplaceNumber managementNo,
        BusinessNumber businessNumber,
        WorkplaceKind kind,
        String name,
        EmployerKind employerKind,
        EmployeeScale employeeScale,
        LocalDate establishedOn,
        String ownerMemberId,
        LocalDate worksEndOn,
        LocalDate extinctOn,
        String district,
        String agencyMemberId) {

    /** Whether the member may act for this workplace: its employer, and the agency it has mandated. */
    public boolean isGrantedTo(String memberId) {
        return ownerMemberId.equals(memberId) || (agencyMemberId != null && agencyMemberId.equals(memberId));
    }
}
