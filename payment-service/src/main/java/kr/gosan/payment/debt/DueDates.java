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

    /** The last day to pay, inclusive. */
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
