package kr.gosan.premium.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.LocalDate;
import java.util.List;
import kr.gosan.kernel.workplace.WorkplaceKind;
import kr.gosan.premium.calculation.Law2022;
import kr.gosan.premium.law.Schedule.InstalmentPeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

    @Test
    void aWholeYearIsPaidInFourEqualQuarters() {
        Schedule schedule = schedule("2015-05-01");
        assertEquals(LocalDate.of(2022, 3, 31), schedule.statutoryDueDate());
        assertEquals(
                List.of(
                        period(1, "2022-01-01", "2022-03-31", 1, "2022-03-31"),
                        period(2, "2022-04-01", "2022-06-30", 1, "2022-05-15"),
                        period(3, "2022-07-01", "2022-09-30", 1, "2022-08-15"),
                        period(4, "2022-10-01", "2022-12-31", 1, "2022-11-15")),
                schedule.instalments());
    }

    @Test
    void theFirstInstalmentOfANewWorkplaceRunsToTheEndOfTheNextQuarterAndAllCountTheirDays() {
        Schedule schedule = schedule("2022-02-10");
        assertEquals(LocalDate.of(2022, 4, 21), schedule.statutoryDueDate());
        assertEquals(
                List.of(
                        period(1, "2022-02-10", "2022-06-30", 141, "2022-04-21"),
                        period(2, "2022-07-01", "2022-09-30", 92, "2022-08-15"),
                        period(3, "2022-10-01", "2022-12-31", 92, "2022-11-15")),
                schedule.instalments());
    }

    @ParameterizedTest
    @CsvSource({
        "2021-12-31, 2022-03-31, 4",
        "2022-01-01, 2022-03-31, 4",
        "2022-01-02, 2022-03-13, 3",
        "2022-03-31, 2022-06-09, 3",
        "2022-04-01, 2022-06-10, 2",
        "2022-06-30, 2022-09-08, 2",
        "2022-07-01, 2022-09-09, 0",
        "2022-12-31, 2023-03-11, 0",
    })
    void theDayOfEstablishmentDecidesDueDateAndInstalments(String establishedOn, LocalDate due, int instalments) {
        Schedule schedule = schedule(establishedOn);
        assertEquals(due, schedule.statutoryDueDate());
        assertEquals(instalments, schedule.instalments().size());
        assertEquals(instalments > 0, schedule.allowsInstalments());
    }

    @ParameterizedTest
    @CsvSource({
        "2022-02-24, 2022-05-05, 2022-05-06", // Children's Day
        "2022-01-02, 2022-03-13, 2022-03-14", // a Sunday
        "2022-07-01, 2022-09-09, 2022-09-13", // Chuseok, Saturday, Sunday, substitute
    })
    void aDueDateOnAFreeDayMovesToTheNextBusinessDay(String establishedOn, LocalDate statutory, LocalDate extended) {
        Schedule schedule = schedule(establishedOn);
        assertEquals(statutory, schedule.statutoryDueDate());
        assertEquals(extended, schedule.dueDate());
    }

    @Test
    void instalmentsCoverTheYearWithoutGap() {
        LocalDate day = LocalDate.of(2022, 1, 1);
        for (; day.isBefore(LocalDate.of(2022, 7, 1)); day = day.plusDays(1)) {
            LocalDate next = day;
            for (InstalmentPeriod period : schedule(day.toString()).instalments()) {
                assertEquals(next, period.from());
                assertFalse(period.to().isBefore(period.from()));
                next = period.to().plusDays(1);
            }
            assertEquals(LocalDate.of(2023, 1, 1), next);
        }
    }

    private static Schedule schedule(String establishedOn) {
        return Law2022.of(WorkplaceKind.CONSTRUCTION_COLLECTIVE, LocalDate.parse(establishedOn))
                .schedule();
    }

    private static InstalmentPeriod period(int number, String from, String to, long share, String due) {
        return new InstalmentPeriod(number, LocalDate.parse(from), LocalDate.parse(to), share, LocalDate.parse(due));
    }
}
