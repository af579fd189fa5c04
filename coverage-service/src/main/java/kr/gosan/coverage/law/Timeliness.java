package kr.gosan.coverage.law;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import kr.gosan.kernel.time.BusinessCalendar;

/**
 * Whether a report came in time. A late report is accepted all the same; it is only marked.
 *
 * @param deadline last day in time, inclusive, already moved to a business day; null where the law sets none
 * @param daysLate calendar days after the deadline; 0 when in time
 */
public record Timeliness(LocalDate filedOn, LocalDate deadline, int daysLate) {

    /**
     * A report of an establishment: within the given days after it, the day itself not counted (보험료징수법 §11, 민법 §157).
     *
     * @throws BusinessCalendar.DayNotCovered when the deadline lies outside the holiday table
     */
    public static Timeliness ofEstablishment(LocalDate establishedOn, LocalDate filedOn, Terms terms) {
        return of(establishedOn.plusDays(terms.of(Term.ESTABLISHMENT_REPORT_DAYS)), filedOn);
    }

    /**
     * A report of an extinction: within the given days after the day on which the relation has ended, that day itself not
     * counted (보험료징수법 §11, 민법 §157).
     *
     * @throws BusinessCalendar.DayNotCovered when the deadline lies outside the holiday table
     */
    public static Timeliness ofExtinction(LocalDate extinctOn, LocalDate filedOn, Terms terms) {
        return of(extinctOn.plusDays(terms.of(Term.EXTINCTION_REPORT_DAYS)), filedOn);
    }

    /** A report that may come at any time. */
    public static Timeliness withoutDeadline(LocalDate filedOn) {
        return new Timeliness(filedOn, null, 0);
    }

    /**
     * A report of an acquisition or a loss: by the fixed day of the month after the month of the event (고용보험법 시행령
     * §7①). The event of a loss is the separation, not the day after it on which insured status ends.
     *
     * @throws BusinessCalendar.DayNotCovered when the deadline lies outside the holiday table
     */
    public static Timeliness ofStatusChange(LocalDate event, LocalDate filedOn, Terms terms) {
        return of(event.plusMonths(1).withDayOfMonth(terms.of(Term.STATUS_REPORT_DAY)), filedOn);
    }

    /** A deadline on a day that is no business day ends on the next one (민법 §161, 행정기본법 §6). */
    private static Timeliness of(LocalDate statutory, LocalDate filedOn) {
        LocalDate deadline = BusinessCalendar.korea().extended(statutory);
        long days = ChronoUnit.DAYS.between(deadline, filedOn);
        return new Timeliness(filedOn, deadline, Math.toIntExact(Math.max(0, days)));
    }
}
