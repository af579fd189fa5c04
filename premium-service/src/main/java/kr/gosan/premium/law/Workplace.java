package kr.gosan.premium.law;

import java.time.LocalDate;
import kr.gosan.kernel.workplace.EmployeeScale;
import kr.gosan.kernel.workplace.EmployerKind;
import kr.gosan.kernel.workplace.WorkplaceKind;

/**
 * What of a workplace decides its rates, its deadlines and where a refund may go.
 *
 * @param establishedOn first day of the insurance relation (보험관계 성립일)
 */
public record Workplace(
        WorkplaceKind kind, EmployeeScale employeeScale, EmployerKind employerKind, LocalDate establishedOn) {}
