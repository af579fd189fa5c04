package kr.gosan.premium.remuneration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.trace.TraceLine;
import kr.gosan.premium.calculation.Violation;

/**
 * The remuneration calculator (보수총액 산정 계산기, form 10714) worked out: from the accounts of the year to the bases of
 * head office and collective in both insurances.
 *
 * @param office ① office staff
 * @param siteStaff ② head-office staff on sites
 * @param works ③ everything spent on works, ② and {@code rental} included
 * @param rental remuneration within equipment rental
 * @param overseas workers dispatched abroad
 * @param actual what all outsourced sites really paid, where that counts instead of the ratio
 * @param share the revenue whose insured share counts
 * @param sixtyFive what the unemployment bases are lower by: head office, collective
 */
public record StatementRemuneration(
        int insuranceYear,
        List<CountedLine> lines,
        Won office,
        Won siteStaff,
        Won works,
        Won rental,
        Won overseas,
        Optional<Won> actual,
        WorksRevenue share,
        EquipmentRemuneration equipment,
        List<EquipmentRemuneration.Period> equipmentPeriods,
        List<Won> sixtyFive,
        StatementBases bases) {

    /**
     * The bases of one workplace, as a return states them.
     *
     * @param equipmentPeriods the equipment base divided where the standard or its rate changes in the year
     */
    public record Bases(
            Won general,
            Won equipment,
            Won overseas,
            Won unemployment,
            Won stability,
            List<EquipmentRemuneration.Period> equipmentPeriods) {}

    /** What is wrong with the question, all at once, or the answer. */
    public sealed interface Answer {

        record Known(StatementRemuneration remuneration) implements Answer {}

        record Refused(List<Violation> violations) implements Answer {}
    }

    public StatementRemuneration {
        lines = List.copyOf(lines);
        equipmentPeriods = List.copyOf(equipmentPeriods);
        sixtyFive = List.copyOf(sixtyFive);
    }

    public static Answer of(YearlyAccounts accounts, LawBook law) {
        List<Violation> violations = new ArrayList<>(StatementViolations.of(accounts));
        RemunerationLaw.Reading reading = new RemunerationLaw.Reading(law);
        boolean byRatio = accounts.howOutsourcingCounts() == YearlyAccounts.OutsourcingBy.LABOUR_RATIO;
        Optional<AppliedParameter> ratio = usesRatio(accounts, byRatio)
                ? reading.ofYear(RemunerationLaw.SUBCONTRACT_LABOUR_RATIO, accounts.insuranceYear())
                : Optional.empty();
        EquipmentRemuneration equipment =
                switch (EquipmentRemuneration.of(StatementViolations.wellFormed(accounts), law)) {
                    case EquipmentRemuneration.Answer.Known known -> known.remuneration();
                    case EquipmentRemuneration.Answer.Unknown unknown -> {
                        reading.missing(unknown.refusals());
                        yield new EquipmentRemuneration(List.of());
                    }
                };
        reading.refusals().forEach(refusal -> violations.add(unknownLaw("/insuranceYear", refusal)));
        return violations.isEmpty()
                ? new Answer.Known(counted(accounts, byRatio, ratio, equipment, law))
                : new Answer.Refused(violations);
    }

    static Violation unknownLaw(String pointer, LookUp.Refused refusal) {
        return new Violation(pointer, "law-unknown", List.of(refusal.parameterId(), refusal.date(), refusal.reason()));
    }

    private static boolean usesRatio(YearlyAccounts accounts, boolean byRatio) {
        return accounts.lines().stream()
                .map(AccountLine::counted)
                .anyMatch(parts -> parts.equipmentRental().isPositive()
                        || (byRatio && parts.outsourced().isPositive()));
    }

    private static StatementRemuneration counted(
            YearlyAccounts accounts,
            boolean byRatio,
            Optional<AppliedParameter> ratio,
            EquipmentRemuneration equipment,
            LawBook law) {
        List<CountedLine> lines = new ArrayList<>();
        for (AccountLine line : accounts.lines()) {
            lines.add(CountedLine.of(lines.size() + 1, line, byRatio, ratio));
        }
        Optional<Won> actual = byRatio
                ? Optional.empty()
                : Optional.of(Won.sum(accounts.subcontracts().stream()
                        .map(each -> each.remuneration().orElseThrow())
                        .toList()));
        Won office = sum(lines, line -> line.parts().office());
        Won siteStaff = sum(lines, line -> line.parts().siteStaff());
        Won siteWorkers = sum(lines, line -> line.parts().siteWorkers());
        Won outsourced = sum(lines, CountedLine::outsourced);
        Won rental = sum(lines, CountedLine::rental);
        Won works = Won.sum(List.of(siteStaff, siteWorkers, outsourced, rental, actual.orElse(Won.ZERO)));
        WorksRevenue share = accounts.revenue().orElse(WorksRevenue.PRIME_ONLY);
        YearlyAccounts.HiredAt65OrLater old = accounts.hiredAt65OrLater();
        return new StatementRemuneration(
                accounts.insuranceYear(),
                lines,
                office,
                siteStaff,
                works,
                rental,
                sum(lines, line -> line.parts().overseas()),
                actual,
                share,
                equipment,
                equipment.periods(accounts.insuranceYear(), law),
                List.of(
                        old.office().plus(ShareOfWon.of(old.siteStaff(), share.insured(), share.all())),
                        ShareOfWon.of(old.siteWorkers(), share.insured(), share.all())),
                StatementBases.of(office, siteStaff, works, rental, share.insured(), share.all()));
    }

    private static Won sum(List<CountedLine> lines, Function<CountedLine, Won> amount) {
        return Won.sum(lines.stream().map(amount).toList());
    }

    /** 본사: office staff; in employment insurance also its staff on sites and abroad. */
    public Bases headOffice() {
        Won employment = bases.employmentHq().plus(overseas);
        return new Bases(
                bases.accidentHq(), Won.ZERO, overseas, employment.minus(sixtyFive.getFirst()), employment, List.of());
    }

    /** 건설일괄: everything spent on works, and the equipment operators' standard remuneration. */
    public Bases collective() {
        return new Bases(
                bases.accidentCollective(),
                equipment.total(),
                Won.ZERO,
                bases.employmentCollective().minus(sixtyFive.getLast()),
                bases.employmentCollective(),
                equipment.total().isZero() ? List.of() : equipmentPeriods);
    }

    public List<TraceLine> trace() {
        return StatementTrace.of(this);
    }
}
