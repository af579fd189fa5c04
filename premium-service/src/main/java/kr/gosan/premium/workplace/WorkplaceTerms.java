package kr.gosan.premium.workplace;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.law.LawValue;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.workplace.EmployeeScale;
import kr.gosan.platform.workplace.KnownWorkplace;
import kr.gosan.premium.headcount.SizeByYear;
import kr.gosan.premium.law.Workplace;

/**
 * What decides a workplace's premium: the facts coverage-service tells, and what was decided here for this workplace
 * alone. Runs inside the caller's transaction.
 */
@Singleton
public class WorkplaceTerms {

    private final EntityManager entities;

    public WorkplaceTerms(EntityManager entities) {
        this.entities = entities;
    }

    public Workplace of(KnownWorkplace known) {
        return new Workplace(
                known.kind(),
                known.employeeScale(),
                known.employerKind(),
                known.establishedOn(),
                Optional.ofNullable(known.worksEndOn()),
                Optional.ofNullable(known.extinctOn()),
                known.agencyMemberId() != null,
                experienceRates(known.managementNo()),
                wageClaimReducedFrom(known.managementNo()),
                SizeByYear.of(known.employeeScale(), counts(known.managementNo())));
    }

    /**
     * The workplace's own rate in the place of the industry rate (개별실적요율) for one insurance year; a later decision for
     * the same year replaces the earlier one.
     *
     * @param perMille without the commute rate
     * @param decision the record by which it was decided, as the trace of a return names it
     */
    public void experienceRate(WorkplaceNumber managementNo, int year, BigDecimal perMille, String decision) {
        entities.createNativeQuery("insert into experience_rate (management_no, insurance_year, per_mille, decision)"
                        + " values (?1, ?2, ?3, ?4) on conflict (management_no, insurance_year)"
                        + " do update set per_mille = excluded.per_mille, decision = excluded.decision")
                .setParameter(1, managementNo.digits())
                .setParameter(2, year)
                .setParameter(3, perMille)
                .setParameter(4, decision)
                .executeUpdate();
    }

    /** Reduces the wage-claim levy for a retirement pension from that day on; of several decisions the earliest day counts. */
    public void reduceWageClaim(WorkplaceNumber managementNo, LocalDate from, String decision) {
        entities.createNativeQuery("insert into wage_claim_reduction (management_no, applies_from, decision)"
                        + " values (?1, ?2, ?3) on conflict (management_no)"
                        + " do update set applies_from = excluded.applies_from, decision = excluded.decision"
                        + " where excluded.applies_from < wage_claim_reduction.applies_from")
                .setParameter(1, managementNo.digits())
                .setParameter(2, from)
                .setParameter(3, decision)
                .executeUpdate();
    }

    /**
     * What a count of regular workers found for an insurance year; a later decision for the same year replaces the earlier
     * one.
     */
    public void size(WorkplaceNumber managementNo, int year, SizeByYear.Counted counted, String decision) {
        entities.createNativeQuery("insert into employee_scale (management_no, insurance_year, scale, regular_workers,"
                        + " rate_kept_years, support_kept_years, decision) values (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
                        + " on conflict (management_no, insurance_year) do update set scale = excluded.scale,"
                        + " regular_workers = excluded.regular_workers, rate_kept_years = excluded.rate_kept_years,"
                        + " support_kept_years = excluded.support_kept_years, decision = excluded.decision")
                .setParameter(1, managementNo.digits())
                .setParameter(2, year)
                .setParameter(3, counted.scale().name())
                .setParameter(4, counted.regularWorkers())
                .setParameter(5, counted.rateKeptYears())
                .setParameter(6, counted.supportKeptYears())
                .setParameter(7, decision)
                .executeUpdate();
    }

    private NavigableMap<Integer, SizeByYear.Counted> counts(WorkplaceNumber managementNo) {
        List<Object[]> rows = entities.createNativeQuery(
                        "select insurance_year, scale, regular_workers, rate_kept_years, support_kept_years"
                                + " from employee_scale where management_no = ?1",
                        Object[].class)
                .setParameter(1, managementNo.digits())
                .getResultList();
        NavigableMap<Integer, SizeByYear.Counted> counts = new TreeMap<>();
        rows.forEach(row -> counts.put(
                (Integer) row[0],
                new SizeByYear.Counted(
                        EmployeeScale.valueOf((String) row[1]), (BigDecimal) row[2], (Integer) row[3], (Integer)
                                row[4])));
        return counts;
    }

    private Map<Integer, AppliedParameter> experienceRates(WorkplaceNumber managementNo) {
        List<Object[]> rows = entities.createNativeQuery(
                        "select insurance_year, per_mille, decision from experience_rate where management_no = ?1",
                        Object[].class)
                .setParameter(1, managementNo.digits())
                .getResultList();
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> (Integer) row[0],
                        row -> experienceRate((Integer) row[0], (BigDecimal) row[1], (String) row[2])));
    }

    private static AppliedParameter experienceRate(int year, BigDecimal perMille, String decision) {
        return new AppliedParameter(
                "accident.experience-rate",
                LawValue.Unit.PER_MILLE,
                "보험료징수법 §15②",
                perMille.stripTrailingZeros(),
                LocalDate.ofYearDay(year, 1),
                LawValue.Standing.OFFICIAL,
                new LawValue.Source("개별실적요율 결정", decision));
    }

    private Optional<LocalDate> wageClaimReducedFrom(WorkplaceNumber managementNo) {
        return entities.createNativeQuery(
                        "select applies_from from wage_claim_reduction where management_no = ?1", LocalDate.class)
                .setParameter(1, managementNo.digits())
                .getResultStream()
                .map(LocalDate.class::cast)
                .findFirst();
    }
}
