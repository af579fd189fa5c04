package kr.gosan.payment.debt;

import java.time.LocalDate;
import java.util.List;
import kr.gosan.kernel.time.BusinessCalendar;

/**
 * The last days to pay of one workplace: the statutory day moved to the next business day (민법 §161), and by an extension
 * where one covers it. Of several extensions the latest day counts; none moves a day forward.
 *
 * @param extensions those that are for the workplace
 */
public record DueDates(List<DueDateExtension> extensions) {

    /** Where nothing was extended. */
    public static final DueDates NOT_EXTENDED = new DueDates(List.of());

    public DueDates {
        extensions = List.copyOf(extensions);
    }

    /** Only the extensions that stop late charges: by them, {@link #of} is the last day without a late charge. */
    public DueDates stoppingLateCharges() {
        return new DueDates(
                extensions.stream().filter(DueDateExtension::stopsLateCharge).toList());
    }

    /**
     * The last day a slip may be paid, inclusive: its due date, or, when it is issued after that, the next business day, on which
     * every way to pay is open. Nothing is gained by it: late charges run from the due date (보험료징수법 §25).
     */
    public static LocalDate lastDayToPay(LocalDate dueDate, LocalDate issuedOn) {
        if (!dueDate.isBefore(issuedOn)) {
            return dueDate;
        }
        LocalDate next = issuedOn.plusDays(1);
        // Of a year whose holidays are not known any day will do: the slip has to be issued.
        while (BusinessCalendar.korea().covers(next)
                && !BusinessCalendar.korea().isBusinessDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** The last day to pay in time, inclusive. */
    public LocalDate of(LocalDate statutoryDueDate) {
        LocalDate due = BusinessCalendar.korea().extended(statutoryDueDate);
        LocalDate latest = due;
        for (DueDateExtension extension : extensions) {
            LocalDate extended = BusinessCalendar.korea().extended(extension.extendedTo());
            if (extension.moves(due) && extended.isAfter(latest)) {
                latest = extended;
            }
        }
        return latest;
    }
}
