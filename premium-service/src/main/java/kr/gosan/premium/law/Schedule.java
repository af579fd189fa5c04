package kr.gosan.premium.law;

import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.time.BusinessCalendar;
import kr.gosan.kernel.workplace.WorkplaceKind;

/**
 * When a return and its premiums are due (보험료징수법 §17①, §19①, 시행령 §22).
 *
 * <p>A workplace that existed on January 1 of the estimate year files by March 31 and may pay in four quarters. One that
 * was established later that year files within 70 days (the day of establishment not counted, 민법 §157); until June 30
 * it may pay by instalments, the first of which runs to the end of the quarter after the one it was established in.
 * Established later: one payment, and no lump-sum discount either; nor for works of less than six months.
 *
 * <p>Works that end within the 70 days: by the day before the end. Where the relation ends, the estimate is due no later
 * than the confirmed premium, which is due 30 days after the extinction.
 *
 * @param statutoryDueDate the due date as the law names it
 * @param dueDate the same, moved to the next business day when it falls on a free one, and to a later day where it was
 *     extended for the workplace; filing on it is in time
 * @param instalments the periods by which the estimate may be paid, in order; empty when it may not
 * @param barred why there are no instalments and no lump-sum discount; empty when there are
 */
public record Schedule(
        LocalDate statutoryDueDate, LocalDate dueDate, List<InstalmentPeriod> instalments, Optional<Bar> barred) {

    /** Why an estimate may not be paid by instalments. */
    public enum Bar {
        /** After the last day of establishment that allows it. */
        ESTABLISHED_LATE,
        /** Works of a fixed term of less than six months. */
        SHORT_WORKS,
        /** Self-employed with an approval of before 2012-01-21. */
        SELF_EMPLOYED,
        /** The relation ended: no estimate. */
        NOTHING_TO_ESTIMATE
    }

    /**
     * One period of a payment by instalments.
     *
     * @param number 1 for the first
     * @param share the period's part of the estimate, out of the sum of all shares: equal for a whole year, days otherwise
     */
    public record InstalmentPeriod(int number, LocalDate from, LocalDate to, long share, LocalDate statutoryDueDate) {}

    public Schedule {
        instalments = List.copyOf(instalments);
    }

    /** Whether instalments, and with them the lump-sum discount, are open to the workplace. */
    public boolean allowsInstalments() {
        return barred.isEmpty();
    }

    /** Whether a return filed on that day is in time: by the due date as the business calendar extends it. */
    public boolean inTime(LocalDate filedOn) {
        return !filedOn.isAfter(dueDate);
    }

    /** Throws {@link BusinessCalendar.DayNotCovered} when the holiday table does not reach the due date. */
    static Schedule of(
            Workplace workplace,
            int insuranceYear,
            Optional<YearRates> estimated,
            Map<ReturnTerm, AppliedParameter> terms,
            UnaryOperator<LocalDate> lastDays) {
        LocalDate due = estimated
                .map(year -> estimateDue(workplace, year, terms))
                .orElseGet(() -> confirmedDue(workplace, insuranceYear, terms));
        Optional<Bar> barred =
                estimated.map(year -> bar(workplace, year, terms)).orElse(Optional.of(Bar.NOTHING_TO_ESTIMATE));
        List<InstalmentPeriod> instalments =
                barred.isPresent() ? List.of() : instalments(workplace, estimated.orElseThrow(), due, terms);
        return new Schedule(due, lastDays.apply(due), instalments, barred);
    }

    private static LocalDate confirmedDue(
            Workplace workplace, int insuranceYear, Map<ReturnTerm, AppliedParameter> terms) {
        return workplace
                .extinctOn()
                .filter(day -> day.getYear() == insuranceYear)
                .map(day ->
                        day.plusDays(terms.get(ReturnTerm.DAYS_AFTER_EXTINCTION).whole()))
                .orElseGet(() -> terms.get(ReturnTerm.FILING_DUE_DAY).monthDay().atYear(insuranceYear + 1));
    }

    private static LocalDate estimateDue(Workplace workplace, YearRates year, Map<ReturnTerm, AppliedParameter> terms) {
        LocalDate established = workplace.establishedOn();
        Optional<LocalDate> endsBefore = workplace.endsBefore(year.from());
        LocalDate due = terms.get(ReturnTerm.FILING_DUE_DAY)
                .monthDay()
                .atYear(year.from().getYear());
        if (established.isAfter(LocalDate.ofYearDay(year.from().getYear(), 1))) {
            LocalDate within = established.plusDays(
                    terms.get(ReturnTerm.DAYS_AFTER_ESTABLISHMENT).whole());
            due = endsBefore
                    .map(day -> day.minusDays(1))
                    .filter(lastDay -> !lastDay.isAfter(within))
                    .map(lastDay -> lastDay.isAfter(established) ? lastDay.minusDays(1) : established)
                    .orElse(within);
        }
        LocalDate latest = endsBefore
                .map(day ->
                        day.plusDays(terms.get(ReturnTerm.DAYS_AFTER_EXTINCTION).whole()))
                .orElse(due);
        return latest.isBefore(due) ? latest : due;
    }

    private static Optional<Bar> bar(Workplace workplace, YearRates year, Map<ReturnTerm, AppliedParameter> terms) {
        LocalDate lastDay = terms.get(ReturnTerm.INSTALMENT_LAST_ESTABLISHMENT_DAY)
                .monthDay()
                .atYear(year.from().getYear());
        LocalDate longEnough = workplace
                .establishedOn()
                .plusMonths(terms.get(ReturnTerm.INSTALMENT_SHORTEST_WORKS).whole());
        if (workplace.kind() == WorkplaceKind.SELF_EMPLOYED_BEFORE_2012) {
            return Optional.of(Bar.SELF_EMPLOYED);
        }
        if (workplace
                .worksEndOn()
                .filter(end -> end.plusDays(1).isBefore(longEnough))
                .isPresent()) {
            return Optional.of(Bar.SHORT_WORKS);
        }
        return workplace.establishedOn().isAfter(lastDay) ? Optional.of(Bar.ESTABLISHED_LATE) : Optional.empty();
    }

    private static List<InstalmentPeriod> instalments(
            Workplace workplace, YearRates year, LocalDate firstDue, Map<ReturnTerm, AppliedParameter> terms) {
        List<InstalmentPeriod> periods = new ArrayList<>();
        for (Part part : parts(workplace.establishedOn(), year.from(), year.to())) {
            LocalDate due = periods.isEmpty() ? firstDue : dueDay(part.from(), terms);
            periods.add(new InstalmentPeriod(periods.size() + 1, part.from(), part.to(), part.share(), due));
        }
        return periods;
    }

    /** What of the year an instalment is for. @param share as of an {@link InstalmentPeriod} */
    public record Part(LocalDate from, LocalDate to, long share) {}

    /**
     * The parts of a year that is paid in instalments (보험료징수법 시행령 §22). The last one is cut where the relation ends; then,
     * too, all count their days.
     *
     * @param from first day of the relation in the year
     * @param to last day of the relation in the year
     */
    public static List<Part> parts(LocalDate establishedOn, LocalDate from, LocalDate to) {
        boolean fromNewYear = !establishedOn.isAfter(LocalDate.ofYearDay(from.getYear(), 1));
        boolean equal = fromNewYear && to.equals(LocalDate.of(from.getYear(), Month.DECEMBER, 31));
        List<Part> parts = new ArrayList<>();
        LocalDate start = from;
        LocalDate last = fromNewYear
                ? endOfQuarter(start)
                : endOfQuarter(endOfQuarter(start).plusDays(1));
        while (!start.isAfter(to)) {
            LocalDate end = last.isAfter(to) ? to : last;
            parts.add(new Part(start, end, equal ? 1 : ChronoUnit.DAYS.between(start, end) + 1));
            start = end.plusDays(1);
            last = endOfQuarter(start);
        }
        return parts;
    }

    private static LocalDate dueDay(LocalDate inQuarter, Map<ReturnTerm, AppliedParameter> terms) {
        ReturnTerm term = switch (inQuarter.get(IsoFields.QUARTER_OF_YEAR)) {
            case 2 -> ReturnTerm.INSTALMENT_DUE_DAY_QUARTER_2;
            case 3 -> ReturnTerm.INSTALMENT_DUE_DAY_QUARTER_3;
            default -> ReturnTerm.INSTALMENT_DUE_DAY_QUARTER_4;
        };
        return terms.get(term).monthDay().atYear(inQuarter.getYear());
    }

    private static LocalDate endOfQuarter(LocalDate day) {
        return day.with(IsoFields.DAY_OF_QUARTER, 1)
                .plus(1, IsoFields.QUARTER_YEARS)
                .minusDays(1);
    }
}
