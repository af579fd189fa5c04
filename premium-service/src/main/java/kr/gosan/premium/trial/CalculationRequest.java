package kr.gosan.premium.trial;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.law.LawValue;
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
     * @param experienceRates by insurance year the workplace's own rate in the place of the industry rate, in per mille
     *     and without the commute rate, such as {@code {"2021": "28.8"}}; none when missing
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
            Map<String, String> experienceRates,
            LocalDate wageClaimReducedFrom) {

        private static final int MOST_RATES = 10;
        private static final Pattern YEAR = Pattern.compile("[1-9]\\d{3}");
        private static final Pattern PER_MILLE = Pattern.compile("\\d{1,3}(\\.\\d{1,3})?");

        Workplace workplace() {
            return new Workplace(
                    kind,
                    employeeScale,
                    employerKind,
                    establishedOn,
                    Optional.ofNullable(worksEndOn),
                    Optional.ofNullable(extinctOn),
                    Boolean.TRUE.equals(mandated),
                    ownRates(),
                    Optional.ofNullable(wageClaimReducedFrom));
        }

        private Map<Integer, AppliedParameter> ownRates() {
            return experienceRates == null
                    ? Map.of()
                    : experienceRates.entrySet().stream()
                            .collect(Collectors.toMap(
                                    rate -> Integer.valueOf(rate.getKey()),
                                    rate -> ownRate(Integer.parseInt(rate.getKey()), rate.getValue())));
        }

        private static AppliedParameter ownRate(int year, String perMille) {
            return new AppliedParameter(
                    "accident.experience-rate",
                    LawValue.Unit.PER_MILLE,
                    "보험료징수법 §15②",
                    new BigDecimal(perMille),
                    LocalDate.ofYearDay(year, 1),
                    LawValue.Standing.UNVERIFIED,
                    new LawValue.Source("개별실적요율", "as stated for this calculation"));
        }

        private void check(FieldErrors errors) {
            errors.required("/workplace/kind", kind);
            errors.required("/workplace/employeeScale", employeeScale);
            errors.required("/workplace/employerKind", employerKind);
            errors.required("/workplace/establishedOn", establishedOn);
            if (experienceRates == null) {
                return;
            }
            String pointer = "/workplace/experienceRates";
            if (experienceRates.size() > MOST_RATES) {
                errors.add(pointer, "too-many", MOST_RATES);
                return;
            }
            experienceRates.forEach((year, perMille) -> {
                if (!YEAR.matcher(year).matches()) {
                    errors.add(pointer, "year-expected");
                } else if (perMille == null || !PER_MILLE.matcher(perMille).matches()) {
                    errors.add(pointer + "/" + year, "per-mille-expected");
                }
            });
        }
    }

    @Override
    public void check(FieldErrors errors) {
        errors.required("/workplace", workplace);
        if (workplace != null) {
            workplace.check(errors);
        }
        errors.required("/filedOn", filedOn);
        ReturnFields.check(insuranceYear, confirmed, previousEstimate, estimated, payment, refundAccount, errors);
    }

    ReturnContent content() {
        return ReturnFields.content(insuranceYear, confirmed, previousEstimate, estimated, payment, refundAccount);
    }
}
