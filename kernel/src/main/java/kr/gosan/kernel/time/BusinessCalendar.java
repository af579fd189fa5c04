package kr.gosan.kernel.time;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which days count for deadlines. A deadline that falls on a Saturday, a Sunday, a public or substitute holiday or
 * May 1 ends on the next business day (민법 §161, 행정기본법 §6). The holidays are data: {@code holidays-kr.csv} beside
 * this class. A day outside the years listed there throws {@link DayNotCovered}: a guessed deadline would cost money.
 */
public final class BusinessCalendar {

    private static final BusinessCalendar KOREA = read("holidays-kr.csv");

    private final Set<LocalDate> holidays;
    private final int firstYear;
    private final int lastYear;

    private BusinessCalendar(Set<LocalDate> holidays) {
        this.holidays = holidays;
        this.firstYear = holidays.stream().mapToInt(LocalDate::getYear).min().orElseThrow();
        this.lastYear = holidays.stream().mapToInt(LocalDate::getYear).max().orElseThrow();
    }

    public static BusinessCalendar korea() {
        return KOREA;
    }

    /** Whether the day lies in the years of the holiday table. */
    public boolean covers(LocalDate day) {
        return day.getYear() >= firstYear && day.getYear() <= lastYear;
    }

    public boolean isBusinessDay(LocalDate day) {
        if (!covers(day)) {
            throw new DayNotCovered(day);
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.contains(day);
    }

    /** The day itself when it is a business day, otherwise the next one. */
    public LocalDate extended(LocalDate statutoryDeadline) {
        LocalDate day = statutoryDeadline;
        while (!isBusinessDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** The day lies outside the years of the holiday table. */
    public static final class DayNotCovered extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DayNotCovered(LocalDate day) {
            super("the holiday table does not cover " + day);
        }
    }

    private static BusinessCalendar read(String resource) {
        try (InputStream in = BusinessCalendar.class.getResourceAsStream(resource)) {
            return new BusinessCalendar(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("date"))
                    .map(line -> LocalDate.parse(line.substring(0, 10)))
                    .collect(Collectors.toUnmodifiableSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
