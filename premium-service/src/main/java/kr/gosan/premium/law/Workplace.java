package kr.gosan.premium.law;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.workplace.EmployeeScale;
import kr.gosan.kernel.workplace.EmployerKind;
import kr.gosan.kernel.workplace.WorkplaceKind;

/**
 * What of a workplace decides its rates, its deadlines and where a refund may go.
 *
 * @param employeeScale the size reported at the establishment
 * @param establishedOn first day of the insurance relation (보험관계 성립일)
 * @param worksEndOn planned last day of works that have one
 * @param extinctOn first day without the insurance relation (보험관계 소멸일)
 * @param mandated whether an agency files for it (보험사무대행기관): then there is no e-filing reduction
 * @param experienceRates by insurance year the experience rate (개별실적요율, 보험료징수법 §15②), in the place of the industry
 *     rate; without the commute rate
 * @param wageClaimReducedFrom from that day the wage-claim levy is reduced for a retirement pension (임금채권보장법 §10)
 * @param sizes by insurance year the size of the employer, where it was counted; it holds until the next
 */
public record Workplace(
        WorkplaceKind kind,
        EmployeeScale employeeScale,
        EmployerKind employerKind,
        LocalDate establishedOn,
        Optional<LocalDate> worksEndOn,
        Optional<LocalDate> extinctOn,
        boolean mandated,
        Map<Integer, AppliedParameter> experienceRates,
        Optional<LocalDate> wageClaimReducedFrom,
        Map<Integer, Size> sizes) {

    /**
     * How large the employer is in an insurance year.
     *
     * @param scale by which the rate of the employment-stability fund is chosen
     * @param regularWorkers the mean of the year before
     */
    public record Size(EmployeeScale scale, BigDecimal regularWorkers) {}

    public Workplace {
        experienceRates = Map.copyOf(experienceRates);
        sizes = Map.copyOf(sizes);
    }

    /** A workplace whose employer was not counted since the establishment. */
    public Workplace(
            WorkplaceKind kind,
            EmployeeScale employeeScale,
            EmployerKind employerKind,
            LocalDate establishedOn,
            Optional<LocalDate> worksEndOn,
            Optional<LocalDate> extinctOn,
            boolean mandated,
            Map<Integer, AppliedParameter> experienceRates,
            Optional<LocalDate> wageClaimReducedFrom) {
        this(
                kind,
                employeeScale,
                employerKind,
                establishedOn,
                worksEndOn,
                extinctOn,
                mandated,
                experienceRates,
                wageClaimReducedFrom,
                Map.of());
    }

    /** A workplace about which nothing else is known. */
    public static Workplace of(
            WorkplaceKind kind, EmployeeScale employeeScale, EmployerKind employerKind, LocalDate establishedOn) {
        return new Workplace(
                kind,
                employeeScale,
                employerKind,
                establishedOn,
                Optional.empty(),
                Optional.empty(),
                false,
                Map.of(),
                Optional.empty());
    }

    /** The scale in an insurance year: as counted last, or else as established. */
    public EmployeeScale scaleIn(int year) {
        return sizeIn(year).map(Size::scale).orElse(employeeScale);
    }

    /** As counted last for that year or an earlier one; empty when never. */
    public Optional<Size> sizeIn(int year) {
        return sizes.keySet().stream()
                .filter(counted -> counted <= year)
                .max(Integer::compare)
                .map(sizes::get);
    }

    /** Whether the relation exists on at least one day of the year. */
    public boolean existsIn(int year) {
        return establishedOn.getYear() <= year
                && extinctOn
                        .map(day -> day.isAfter(LocalDate.ofYearDay(year, 1)))
                        .orElse(true);
    }

    /**
     * First day without the relation, as known or planned, after the given day. A planned end that went by without an
     * extinction ends nothing.
     */
    public Optional<LocalDate> endsBefore(LocalDate after) {
        return extinctOn.or(() -> worksEndOn.map(end -> end.plusDays(1))).filter(day -> day.isAfter(after));
    }
}
