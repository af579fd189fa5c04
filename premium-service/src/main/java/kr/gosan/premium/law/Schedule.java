package kr.gosan.premium.law;

import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.time.BusinessCalendar;

/**
 * When a return and its premiums are due (보험료징수법 §17①, §19①, 시행령 §22).
 *
 * <p>A workplace that existed on January 1 of the estimate year files by March 31 and may pay in four quarters. One that
 * was established later that year files within 70 days (the day of establishment not counted, 민법 §157); until June 30
 * it may pay by instalments, the first of which runs to the end of the quarter after the one it was established in.
 * Established later: one payment, and no lump-sum discount either.
 *
 * @param statutoryDueDate the due date as the law names it
 * @param dueDate the same, moved to the next business day when it falls on a free one; filing on it is in time
 * @param instalments the periods by which the estimate may be paid, in order; empty when it may not
 */
public record Schedule(LocalDate statutoryDueDate, LocalDate dueDate, List<InstalmentPeriod> instalments) {

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
        return !instalments.isEmpty();
    }

    /** Whether a return filed on that day is in time: by the due date as the business calendar extends it. */
    public boolean inTime(LocalDate filedOn) {
        return !filedOn.isAfter(dueDate);
    }

    /** Throws {@link BusinessCalendar.DayNotCovered} when the holiday table does not reach the due date. */
    static Schedule of(LocalDate establishedOn, int year, Map<ReturnTerm, AppliedParameter> terms) {
        LocalDate newYear = LocalDate.of(year, Month.JANUARY, 1);
        boolean wholeYear = !establishedOn.isAfter(newYear);
        LocalDate due = wholeYear
                ? terms.get(ReturnTerm.FILING_DUE_DAY).monthDay().atYear(year)
                : establishedOn.plusDays(
                        terms.get(ReturnTerm.DAYS_AFTER_ESTABLISHMENT).whole());
        LocalDate lastDay = terms.get(ReturnTerm.INSTALMENT_LAST_ESTABLISHMENT_DAY)
                .monthDay()
                .atYear(year);
        LocalDate from = wholeYear ? newYear : establishedOn;
        List<InstalmentPeriod> instalments =
                establishedOn.isAfter(lastDay) ? List.of() : instalments(from, wholeYear, due, terms);
        return new Schedule(due, BusinessCalendar.korea().extended(due), instalments);
    }

    private static List<InstalmentPeriod> instalments(
            LocalDate start, boolean wholeYear, LocalDate firstDue, Map<ReturnTerm, AppliedParameter> terms) {
        List<InstalmentPeriod> periods = new ArrayList<>();
        LocalDate from = start;
        LocalDate to =
                wholeYear ? endOfQuarter(from) : endOfQuarter(endOfQuarter(from).plusDays(1));
        while (to.getYear() == start.getYear()) {
            long share = wholeYear ? 1 : ChronoUnit.DAYS.between(from, to) + 1;
            LocalDate due = periods.isEmpty() ? firstDue : dueDay(from, terms);
            periods.add(new InstalmentPeriod(periods.size() + 1, from, to, share, due));
            from = to.plusDays(1);
            to = endOfQuarter(from);
        }
        return periods;
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
