package kr.gosan.kernel.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessCalendarTest {

    @ParameterizedTest
    @CsvSource({
        "2022-03-31, 2022-03-31", // a plain Thursday
        "2022-05-15, 2022-05-16", // Sunday
        "2022-08-15, 2022-08-16", // Liberation Day
        "2022-04-30, 2022-05-02", // Saturday, then Sunday May 1
        "2022-11-15, 2022-11-15",
        "2024-03-31, 2024-04-01",
        "2024-05-15, 2024-05-16", // Buddha's birthday
        "2025-05-01, 2025-05-02", // May 1
        "2025-11-15, 2025-11-17",
        "2026-07-17, 2026-07-20", // Constitution Day, a holiday again since 2026, and a weekend
        "2027-05-01, 2027-05-04", // Saturday May 1 with its substitute Monday
        "2026-08-15, 2026-08-18", // Saturday, Sunday, substitute Monday
        "2022-09-09, 2022-09-13", // Chuseok with its substitute
    })
    void aDeadlineOnAFreeDayMovesToTheNextBusinessDay(LocalDate statutory, LocalDate extended) {
        assertEquals(extended, BusinessCalendar.korea().extended(statutory));
    }

    @Test
    void aDayOutsideTheTableIsNotGuessed() {
        assertThrows(
                BusinessCalendar.DayNotCovered.class,
                () -> BusinessCalendar.korea().extended(LocalDate.of(2017, 12, 31)));
        assertThrows(
                BusinessCalendar.DayNotCovered.class,
                () -> BusinessCalendar.korea().extended(LocalDate.of(2028, 1, 1)));
    }
}
