package kr.gosan.coverage.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.time.BusinessCalendar;
import kr.gosan.platform.law.LawFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelinessTest {

    private static final LawBook LAW = LawFiles.read(TimelinessTest.class.getClassLoader());
    private static final LocalDate SOME_DAY = LocalDate.of(2022, 3, 2);

    @ParameterizedTest(name = "established {0}: report by {1}")
    @CsvSource({
        // the day itself is not counted
        "2022-03-02, 2022-03-16",
        "2022-02-15, 2022-03-02", // March 1 is a holiday
        "2022-03-05, 2022-03-21", // March 19 is a Saturday
        "2022-03-06, 2022-03-21", // March 20 is a Sunday
        "2021-12-18, 2022-01-03", // January 1 is a Saturday and New Year
        "2022-04-17, 2022-05-02", // May 1 is Workers' Day and a Sunday
        "2024-02-15, 2024-02-29", // a leap year
        "2022-01-17, 2022-02-03" // the last day is the first of three days of Seollal
    })
    void aWorkplaceIsReportedWithinFourteenDays(LocalDate establishedOn, LocalDate deadline) {
        assertEquals(
                deadline,
                Timeliness.ofEstablishment(establishedOn, establishedOn, terms(Term.ESTABLISHMENT_REPORT_DAYS))
                        .deadline());
    }

    @ParameterizedTest(name = "happened {0}: report by {1}")
    @CsvSource({
        "2022-03-01, 2022-04-15",
        "2022-03-31, 2022-04-15",
        "2022-04-01, 2022-05-16", // May 15 is a Sunday
        "2022-07-31, 2022-08-16", // August 15 is Liberation Day
        "2022-12-31, 2023-01-16", // over the year; January 15 is a Sunday
        "2023-01-01, 2023-02-15",
        "2024-01-31, 2024-02-15", // February has no 31st
        "2025-10-01, 2025-11-17", // November 15 is a Saturday
        "2026-07-01, 2026-08-18" // August 15 is a Saturday and August 17 its substitute
    })
    void aChangeOfStatusIsReportedByTheFifteenthOfTheNextMonth(LocalDate event, LocalDate deadline) {
        assertEquals(
                deadline,
                Timeliness.ofStatusChange(event, event, terms(Term.STATUS_REPORT_DAY))
                        .deadline());
    }

    @ParameterizedTest(name = "filed {0}: {1} days late")
    @CsvSource({
        "2022-04-20, 0",
        "2022-05-15, 0", // the statutory day, a Sunday
        "2022-05-16, 0", // the last day
        "2022-05-17, 1",
        "2022-06-16, 31",
        "2023-05-16, 365"
    })
    void lateIsCountedFromTheDayAfterTheExtendedDeadline(LocalDate filedOn, int daysLate) {
        assertEquals(
                new Timeliness(filedOn, LocalDate.of(2022, 5, 16), daysLate),
                Timeliness.ofStatusChange(LocalDate.of(2022, 4, 20), filedOn, terms(Term.STATUS_REPORT_DAY)));
    }

    @Test
    void aDeadlineOutsideTheHolidayTableIsNotGuessed() {
        Terms terms = terms(Term.ESTABLISHMENT_REPORT_DAYS);
        assertThrows(
                BusinessCalendar.DayNotCovered.class,
                () -> Timeliness.ofEstablishment(LocalDate.of(2017, 12, 17), SOME_DAY, terms));
        assertEquals(
                LocalDate.of(2018, 1, 2),
                Timeliness.ofEstablishment(LocalDate.of(2017, 12, 18), SOME_DAY, terms)
                        .deadline());
    }

    private static Terms terms(Term... needed) {
        return ((Terms.Answer.Known) Terms.on(LAW, SOME_DAY, needed)).terms();
    }
}
