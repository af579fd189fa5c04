package kr.gosan.premium.remuneration;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.money.Rounding;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.trace.Step;
import kr.gosan.kernel.trace.TraceLine;
import kr.gosan.premium.calculation.Formula;

/**
 * The base of construction-equipment operators in industrial-accident insurance: not what they earn but the standard
 * monthly remuneration (기준보수) of each month they serve (보험료징수법 §48의6, 시행령 §56의8②; COMWEL filing guide 2022, p.16). A
 * month served in part counts by its days, per operator, and the fraction of a won is dropped.
 *
 * @param months what each stretch of a month gives, in the order asked
 */
public record EquipmentRemuneration(List<Share> months) {

    static final String BASIS = "보험료징수법 §48의6, 시행령 §56의8②; 근로복지공단 2022 신고 안내 p.16";

    /**
     * A month, or the days of it that are served under one standard.
     *
     * @param perOperator standard × days ÷ days of the month
     */
    public record Share(
            LocalDate from, LocalDate to, int operators, AppliedParameter standard, Won perOperator, Won remuneration) {

        static Share of(LocalDate from, LocalDate to, int operators, AppliedParameter standard) {
            Won perOperator = Rounding.TRUNCATE_BELOW_ONE_WON.apply(exact(from, to, standard.won()));
            return new Share(from, to, operators, standard, perOperator, perOperator.times(operators));
        }

        private static BigDecimal exact(LocalDate from, LocalDate to, Won monthly) {
            // Two more digits than any amount has: enough to see the fraction, never enough to round up to a won.
            return BigDecimal.valueOf(monthly.amount())
                    .multiply(BigDecimal.valueOf(days(from, to)))
                    .divide(BigDecimal.valueOf(from.lengthOfMonth()), 2, RoundingMode.DOWN);
        }

        private static long days(LocalDate from, LocalDate to) {
            return ChronoUnit.DAYS.between(from, to) + 1;
        }

        boolean isWholeMonth() {
            return days(from, to) == from.lengthOfMonth();
        }

        TraceLine trace() {
            String share = isWholeMonth()
                    ? perOperator.toString()
                    : standard.won() + " × " + days(from, to) + "/" + from.lengthOfMonth() + " = "
                            + Formula.exact(exact(from, to, standard.won())) + " → " + perOperator;
            return Step.of("remuneration.equipment." + YearMonth.from(from), BASIS)
                    .in("from", from.toString())
                    .in("to", to.toString())
                    .in("operators", Integer.toString(operators))
                    .using(standard)
                    .wholeWon()
                    .gives("(" + share + ") × " + operators + " = " + remuneration, remuneration);
        }
    }

    /** What was paid in one stretch of the year; both days inclusive. */
    public record Period(LocalDate from, LocalDate to, Won remuneration) {}

    /** Either the base, or each look-up that had no answer. */
    public sealed interface Answer {

        record Known(EquipmentRemuneration remuneration) implements Answer {}

        record Unknown(List<LookUp.Refused> refusals) implements Answer {}
    }

    public EquipmentRemuneration {
        months = List.copyOf(months);
    }

    /** @param services each with its first day not after its last */
    public static Answer of(List<EquipmentService> services, LawBook law) {
        List<Share> shares = new ArrayList<>();
        List<LookUp.Refused> refusals = new ArrayList<>();
        for (EquipmentService service : services) {
            for (LocalDate from : starts(service, law)) {
                LocalDate to = end(from, service, law);
                switch (law.on(RemunerationLaw.EQUIPMENT_STANDARD, from)) {
                    case LookUp.Found found -> shares.add(Share.of(from, to, service.operators(), found.parameter()));
                    case LookUp.Refused refused -> refusals.add(refused);
                }
                // Known on the first day but no longer verified on the last is not known.
                if (law.on(RemunerationLaw.EQUIPMENT_STANDARD, to) instanceof LookUp.Refused refused) {
                    refusals.add(refused);
                }
            }
        }
        return refusals.isEmpty()
                ? new Answer.Known(new EquipmentRemuneration(shares))
                : new Answer.Unknown(refusals.stream().distinct().toList());
    }

    public Won total() {
        return Won.sum(months.stream().map(Share::remuneration).toList());
    }

    /** The base of an insurance year, divided where the standard or the rate of such operators changes in it. */
    public List<Period> periods(int insuranceYear, LawBook law) {
        LocalDate first = LocalDate.of(insuranceYear, 1, 1);
        LocalDate last = first.plusYears(1).minusDays(1);
        TreeSet<LocalDate> starts = new TreeSet<>(List.of(first));
        starts.addAll(changes(first, last, law));
        List<Period> periods = new ArrayList<>();
        for (LocalDate from : starts) {
            LocalDate next = starts.higher(from);
            periods.add(period(from, next == null ? last : next.minusDays(1)));
        }
        return List.copyOf(periods);
    }

    /** The base of a stretch of the year that begins and ends where the standard or the rate changes, or with the year. */
    public Period period(LocalDate from, LocalDate to) {
        return new Period(
                from,
                to,
                Won.sum(months.stream()
                        .filter(share ->
                                !share.from().isBefore(from) && !share.from().isAfter(to))
                        .map(Share::remuneration)
                        .toList()));
    }

    public List<TraceLine> trace() {
        return Stream.concat(months.stream().map(Share::trace), Stream.of(sum()))
                .toList();
    }

    private TraceLine sum() {
        return Step.of("remuneration.equipment", BASIS)
                .gives(Formula.sum(months.stream().map(Share::remuneration).toList()), total());
    }

    /** The first day of the service, each month's first day in it, and each day on which the law changes in it. */
    private static TreeSet<LocalDate> starts(EquipmentService service, LawBook law) {
        TreeSet<LocalDate> starts = new TreeSet<>(List.of(service.from()));
        YearMonth month = YearMonth.from(service.from()).plusMonths(1);
        while (!month.atDay(1).isAfter(service.to())) {
            starts.add(month.atDay(1));
            month = month.plusMonths(1);
        }
        starts.addAll(changes(service.from(), service.to(), law));
        return starts;
    }

    private static LocalDate end(LocalDate from, EquipmentService service, LawBook law) {
        LocalDate next = starts(service, law).higher(from);
        return next == null ? service.to() : next.minusDays(1);
    }

    private static List<LocalDate> changes(LocalDate from, LocalDate to, LawBook law) {
        return Stream.of(RemunerationLaw.EQUIPMENT_STANDARD, RemunerationLaw.EQUIPMENT_JOB_RATE)
                .map(law::parameter)
                .flatMap(Optional::stream)
                .flatMap(parameter -> parameter.changesWithin(from, to).stream())
                .distinct()
                .toList();
    }
}
