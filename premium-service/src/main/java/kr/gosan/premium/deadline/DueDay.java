package kr.gosan.premium.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kr.gosan.kernel.time.BusinessCalendar;

/**
 * A last day: as the law names it, and as it really is (민법 §161: on a free day it is the next business day).
 *
 * @param statutory as the law names it
 * @param due the last day that is in time
 * @param extendedBy the extension that moved it; of several the one with the latest day, and none moves a day forward
 */
public record DueDay(LocalDate statutory, LocalDate due, Optional<Extension> extendedBy) {

    /**
     * Throws {@link BusinessCalendar.DayNotCovered} outside the holiday table.
     *
     * @param extensions those that are for the workplace
     */
    public static DueDay of(LocalDate statutory, List<Extension> extensions) {
        LocalDate byCalendar = BusinessCalendar.korea().extended(statutory);
        DueDay day = new DueDay(statutory, byCalendar, Optional.empty());
        for (Extension extension : extensions) {
            if (extension.moves(byCalendar)) {
                LocalDate extended = BusinessCalendar.korea().extended(extension.extendedTo());
                if (extended.isAfter(day.due)) {
                    day = new DueDay(statutory, extended, Optional.of(extension));
                }
            }
        }
        return day;
    }

    /** A day that neither a holiday nor an extension moves. */
    static DueDay fixed(LocalDate day) {
        return new DueDay(day, day, Optional.empty());
    }
}
