package kr.gosan.premium.filing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.premium.calculation.MonthlyBases;
import kr.gosan.premium.calculation.Remuneration;
import kr.gosan.premium.calculation.ReturnContent;
import kr.gosan.premium.calculation.Violation;
import kr.gosan.premium.law.PremiumLaw;
import kr.gosan.premium.law.RatePeriod;
import kr.gosan.premium.law.ReturnRow;
import kr.gosan.premium.law.RowsNeeded;
import kr.gosan.premium.law.Workplace;

/** Section 나 against the rest of the return: its months, its sums, and the heads where they are to be estimated. */
final class MonthlySection {

    private static final String MEAN_WAGE = "remuneration.construction-monthly-mean";

    private MonthlySection() {}

    /**
     * @param months empty when none is stated, or when it cannot be made
     * @param unemploymentParts what the stated table says of each rate period of the year; empty when it says nothing
     */
    record Result(
            Optional<MonthlyBases> months, List<Remuneration.Part> unemploymentParts, List<Violation> violations) {

        static final Result NONE = new Result(Optional.empty(), List.of(), List.of());

        /** With the unemployment base by rate period as the months have it, unless the filer states periods. */
        ReturnContent periods(ReturnContent content) {
            return content.confirmed()
                    .filter(base -> !unemploymentParts.isEmpty()
                            && base.parts(ReturnRow.UNEMPLOYMENT).isEmpty())
                    .map(base -> {
                        Map<ReturnRow, List<Remuneration.Part>> parts = new EnumMap<>(ReturnRow.class);
                        parts.putAll(base.parts());
                        parts.put(ReturnRow.UNEMPLOYMENT, unemploymentParts);
                        return content.withConfirmed(new Remuneration(
                                base.general(),
                                base.equipment(),
                                base.overseas(),
                                base.unemployment(),
                                base.stability(),
                                parts));
                    })
                    .orElse(content);
        }
    }

    static Result check(ReturnRequest stated, Workplace workplace, PremiumLaw law) {
        MonthlyTable table = stated.monthlyBases();
        int year = stated.insuranceYear();
        if (table == null) {
            return Result.NONE;
        }
        if (!workplace.existsIn(year)) {
            return new Result(
                    Optional.empty(),
                    List.of(),
                    List.of(new Violation("/monthlyBases", "before-establishment", List.of())));
        }
        if (stated.confirmed() == null) {
            return Result.NONE; // Told as missing already.
        }
        int first = workplace.establishedOn().getYear() == year
                ? workplace.establishedOn().getMonthValue()
                : 1;
        int last = workplace
                .extinctOn()
                .map(day -> day.minusDays(1))
                .filter(day -> day.getYear() == year)
                .map(LocalDate::getMonthValue)
                .orElse(12);
        Optional<Won> meanWage = Optional.empty();
        if (table.needsMeanWage()) {
            switch (law.book().on(MEAN_WAGE, LocalDate.ofYearDay(year, 1))) {
                case LookUp.Found found ->
                    meanWage = Optional.of(found.parameter().won());
                case LookUp.Refused refused -> {
                    return new Result(Optional.empty(), List.of(), List.of(unknown(table, refused)));
                }
            }
        }
        Map<Fund, Won> bases = bases(stated.confirmed());
        MonthlyBases months = table.isAutomatic()
                ? MonthlyBases.automatic(bases, first, last, meanWage.orElseThrow())
                : table.stated(first, last, meanWage);
        List<Violation> violations = violations(table, months, bases, first, last);
        boolean byMonth = !table.isAutomatic() && violations.isEmpty();
        return new Result(Optional.of(months), byMonth ? parts(months, year, workplace, law) : List.of(), violations);
    }

    private static Map<Fund, Won> bases(ReturnFields.Confirmed confirmed) {
        Map<Fund, Won> bases = new EnumMap<>(Fund.class);
        bases.put(
                Fund.INDUSTRIAL_ACCIDENT,
                confirmed
                        .industrialAccident()
                        .general()
                        .plus(confirmed.industrialAccident().equipment()));
        bases.put(Fund.UNEMPLOYMENT, confirmed.employment().unemployment());
        bases.put(Fund.STABILITY, confirmed.employment().stability());
        return bases;
    }

    private static List<Violation> violations(
            MonthlyTable table, MonthlyBases months, Map<Fund, Won> bases, int first, int last) {
        List<Violation> found = new ArrayList<>();
        List<MonthlyTable.Month> stated = table.months() == null ? List.of() : table.months();
        for (int i = 0; i < stated.size(); i++) {
            int month = stated.get(i).month();
            boolean outside = month < first || month > last;
            if (outside && months.months().stream().anyMatch(each -> each.month() == month)) {
                found.add(new Violation("/monthlyBases/months/" + i + "/month", "month-outside-relation", List.of()));
            }
        }
        for (Fund fund : Fund.values()) {
            Won sum = months.remuneration(fund);
            if (!sum.equals(bases.get(fund))) {
                String pointer = fund == Fund.INDUSTRIAL_ACCIDENT ? "" : "employment/";
                found.add(new Violation(
                        "/confirmed/" + pointer + RecordedEstimate.field(fund),
                        "base-differs-from-months",
                        List.of(sum)));
            }
        }
        return found;
    }

    /** A month belongs to the rate period it begins in. */
    private static List<Remuneration.Part> parts(MonthlyBases months, int year, Workplace workplace, PremiumLaw law) {
        RowsNeeded only = new RowsNeeded(Set.of(ReturnRow.UNEMPLOYMENT), Set.of());
        if (!(law.forReturn(year, workplace, only) instanceof PremiumLaw.Answer.Known known)
                || known.law().confirmed().isEmpty()) {
            return List.of();
        }
        List<RatePeriod> periods = known.law().confirmed().get().of(ReturnRow.UNEMPLOYMENT);
        if (periods == null || periods.size() < 2) {
            return List.of();
        }
        List<Remuneration.Part> parts = new ArrayList<>();
        for (RatePeriod period : periods) {
            boolean isFirst = parts.isEmpty();
            List<Won> inPeriod = months.months().stream()
                    .filter(month -> {
                        LocalDate begin = LocalDate.of(year, month.month(), 1);
                        return !begin.isAfter(period.to()) && (isFirst || !begin.isBefore(period.from()));
                    })
                    .map(month -> month.of(Fund.UNEMPLOYMENT).remuneration())
                    .toList();
            parts.add(new Remuneration.Part(period.from(), period.to(), Won.sum(inPeriod)));
        }
        return parts;
    }

    private static Violation unknown(MonthlyTable table, LookUp.Refused refused) {
        return new Violation(
                table.isAutomatic() ? "/monthlyBases/automatic" : "/monthlyBases/headsEstimated",
                "law-unknown",
                List.of(refused.parameterId(), refused.date(), refused.reason()));
    }
}
