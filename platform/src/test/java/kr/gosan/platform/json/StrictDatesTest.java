package kr.gosan.platform.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictDatesTest {

    @Test
    void aYearHasFourDigits() {
        assertEquals(LocalDate.of(2024, 2, 29), StrictDates.day("2024-02-29"));
        assertEquals(YearMonth.of(2024, 2), StrictDates.month("2024-02"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2023-02-29", "+999999999-12-31", "-001-01-01", "2024-2-29", "2024-02-29 ", "2024-02"})
    void anythingElseIsNoDay(String text) {
        assertThrows(DateTimeException.class, () -> StrictDates.day(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2024-13", "+999999999-12", "-001-01", "2024-2", "2024-02-29"})
    void anythingElseIsNoMonth(String text) {
        assertThrows(DateTimeException.class, () -> StrictDates.month(text));
    }
}
