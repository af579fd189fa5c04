package kr.gosan.premium.trial;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import kr.gosan.kernel.workplace.EmployeeScale;
import kr.gosan.kernel.workplace.EmployerKind;
import kr.gosan.kernel.workplace.WorkplaceKind;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.json.RequestBody;
import kr.gosan.premium.calculation.ReturnContent;
import kr.gosan.premium.filing.PreviousEstimate;
import kr.gosan.premium.filing.ReturnFields;
import kr.gosan.premium.law.Workplace;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A return to be calculated without filing it: its content, and what the service otherwise knows of the workplace.
 *
 * @param filedOn the day it would be filed on; decides reductions that only a return in time gets
 * @param estimated missing only when the insurance relation ended
 * @param refundAccount may be missing even where a refund arises
 */
@Schema(requiredProperties = {"workplace", "filedOn", "insuranceYear", "payment"})
public record CalculationRequest(
        WorkplaceFacts workplace,
        LocalDate filedOn,
        Integer insuranceYear,
        ReturnFields.Confirmed confirmed,
        PreviousEstimate previousEstimate,
        ReturnFields.Estimated estimated,
        ReturnFields.Payment payment,
        ReturnFields.RefundAccount refundAccount)
        implements RequestBody {

    /**
     * @param establishedOn first day of the insurance relation
     * @param worksEndOn planned last day of works that have one
     * @param extinctOn first day without the relation
     * @param mandated whether an agency files for the workplace; not when missing
     * @param wageClaimReducedFrom from that day the wage-claim levy is reduced for a retirement pension
     */
    @Schema(requiredProperties = {"kind", "employeeScale", "employerKind", "establishedOn"})
    public record WorkplaceFacts(
            WorkplaceKind kind,
            EmployeeScale employeeScale,
            EmployerKind employerKind,
            LocalDate establishedOn,
            LocalDate worksEndOn,
            LocalDate extinctOn,
            Boolean mandated,
            LocalDate wageClaimReducedFrom) {

        Workplace workplace() {
            return new Workplace(
                    kind,
                    employeeScale,
                    employerKind,
                    establishedOn,
                    Optional.ofNullable(worksEndOn),
                    Optional.ofNullable(extinctOn),
                    Boolean.TRUE.equals(mandated),
                    Map.of(),
                    Optional.ofNullable(wageClaimReducedFrom));
        }
    }

    @Override
    public void check(FieldErrors errors) {
        errors.required("/workplace", workplace);
        if (workplace != null) {
            errors.required("/workplace/kind", workplace.kind());
            errors.required("/workplace/employeeScale", workplace.employeeScale());
            errors.required("/workplace/employerKind", workplace.employerKind());
            errors.required("/workplace/establishedOn", workplace.establishedOn());
        }
        errors.required("/filedOn", filedOn);
        ReturnFields.check(insuranceYear, confirmed, previousEstimate, estimated, payment, refundAccount, errors);
    }

    ReturnContent content() {
        return ReturnFields.content(insuranceYear, confirmed, previousEstimate, estimated, payment, refundAccount);
    }
}
