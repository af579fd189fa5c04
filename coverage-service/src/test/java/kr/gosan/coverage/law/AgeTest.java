package kr.gosan.coverage.law;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeTest {

    @ParameterizedTest(name = "born {0}: {1} years old on {2}")
    @CsvSource({
        "1957-03-02, 65, 2022-03-02",
        "2007-12-31, 15, 2022-12-31",
        "1956-02-29, 65, 2021-03-01",
        "1956-02-29, 64, 2020-02-29",
        "1957-03-01, 63, 2020-03-01",
        "1957-02-28, 63, 2020-02-28",
        "1899-06-30, 123, 2022-06-30"
    })
    void anAgeIsReachedOnTheBirthday(LocalDate born, int years, LocalDate day) {
        assertEquals(day, Age.reached(born, years));
    }
}
