package kr.gosan.payment.notice;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** How many business days are left until a slip is due, and of what is to be told with so many left. */
public final class DaysAhead {

    private DaysAhead() {}

    /** Business days after {@code today} up to and with the due date; 0 on the due date itself. */
    public static int left(LocalDate today, LocalDate dueDate, Predicate<LocalDate> businessDay) {
        return (int) today.datesUntil(dueDate)
                .map(day -> day.plusDays(1))
                .filter(businessDay)
                .count();
    }

    /**
     * The marks that are reached, the nearest first. Whoever is told late, because nobody looked on the day itself, is told of
     * the nearest only.
     *
     * @param marks business days ahead of the due date at which to tell
     */
    public static List<Integer> reached(int left, Collection<Integer> marks) {
        return marks.stream()
                .filter(mark -> left <= mark)
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}
