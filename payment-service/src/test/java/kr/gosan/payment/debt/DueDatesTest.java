package kr.gosan.payment.debt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.time.BusinessCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueDatesTest {

    private static final WorkplaceNumber WORKPLACE = WorkplaceNumber.of("123-45-67891-6");
    private static final WorkplaceNumber OTHER = WorkplaceNumber.of("123-45-67891-0");

    @ParameterizedTest
    @CsvSource({
        "2022-03-31, 2022-03-31",
        "2022-05-15, 2022-05-16",
        "2022-08-15, 2022-08-16",
        "2022-11-15, 2022-11-15",
        "2024-03-31, 2024-04-01",
        "2026-08-15, 2026-08-18"
    })
    void theDueDateMovesToTheNextBusinessDay(LocalDate statutory, LocalDate due) {
        assertEquals(due, DueDates.NOT_EXTENDED.of(statutory));
    }

    @Test
    void aDueDateThatNoCalendarCoversIsNotGuessed() {
        assertThrows(BusinessCalendar.DayNotCovered.class, () -> DueDates.NOT_EXTENDED.of(LocalDate.of(2099, 3, 31)));
    }

    @ParameterizedTest
    @CsvSource({
        // the range counts due dates as the calendar has them: May 15, 2022 is a Sunday
        "2022-05-15, 2022-05-16, 2022-05-16, 2022-06-30, 2022-06-30",
        "2022-05-15, 2022-05-15, 2022-05-15, 2022-06-30, 2022-05-16",
        "2022-03-31, 2022-03-31, 2022-03-31, 2022-06-30, 2022-06-30",
        "2022-03-31, 2022-03-01, 2022-03-30, 2022-06-30, 2022-03-31",
        "2022-03-31, 2022-04-01, 2022-04-30, 2022-06-30, 2022-03-31",
        // the extended day may itself be free: April 30, 2022 is a Saturday
        "2022-03-31, 2022-03-31, 2022-03-31, 2022-04-30, 2022-05-02"
    })
    void anExtensionMovesTheDueDatesOfItsRange(
            LocalDate statutory, LocalDate from, LocalDate to, LocalDate extendedTo, LocalDate due) {
        assertEquals(due, new DueDates(List.of(everybody(from, to, extendedTo))).of(statutory));
    }

    @Test
    void ofSeveralExtensionsTheLatestDayCountsAndNoneMovesADayForward() {
        LocalDate march = LocalDate.of(2022, 3, 31);
        DueDates dueDates = new DueDates(List.of(
                everybody(march, march, LocalDate.of(2022, 6, 30)),
                everybody(march, march, LocalDate.of(2022, 4, 29)),
                everybody(march, march, LocalDate.of(2022, 3, 2))));
        assertEquals(LocalDate.of(2022, 6, 30), dueDates.of(march));
    }

    @Test
    void anExtensionIsForThoseItNames() {
        assertTrue(extension(DueDateExtension.Scope.ALL, List.of(), List.of()).isFor(WORKPLACE, null));
        DueDateExtension region = extension(DueDateExtension.Scope.DISTRICTS, List.of("경상북도 울진군"), List.of());
        assertTrue(region.isFor(WORKPLACE, "경상북도 울진군"));
        assertFalse(region.isFor(WORKPLACE, "강원특별자치도 삼척시"));
        assertFalse(region.isFor(WORKPLACE, null));
        DueDateExtension single = extension(DueDateExtension.Scope.WORKPLACES, List.of(), List.of(WORKPLACE));
        assertTrue(single.isFor(WORKPLACE, null));
        assertFalse(single.isFor(OTHER, null));
    }

    @Test
    void onlyAnExtensionThatSaysSoStopsLateCharges() {
        LocalDate march = LocalDate.of(2022, 3, 31);
        DueDateExtension silent = extension(DueDateExtension.Scope.ALL, List.of(), List.of());
        assertFalse(silent.stopsLateCharge());
        DueDates dueDates = new DueDates(List.of(everybody(march, march, LocalDate.of(2022, 5, 31)), silent));
        assertEquals(LocalDate.of(2022, 6, 30), dueDates.of(march));
        assertEquals(LocalDate.of(2022, 5, 31), dueDates.stoppingLateCharges().of(march));
    }

    @ParameterizedTest
    @CsvSource({
        "2022-03-31, 2022-03-10, 2022-03-31",
        "2022-03-31, 2022-03-31, 2022-03-31",
        "2022-03-31, 2022-04-01, 2022-04-04",
        // on a Sunday, and before a Sunday
        "2022-03-31, 2022-04-10, 2022-04-11",
        "2022-03-31, 2022-04-09, 2022-04-11",
        "2022-03-31, 2022-04-11, 2022-04-12",
        // Thursday is Children's Day
        "2022-03-31, 2022-05-04, 2022-05-06",
        // the holidays of the next year are not known
        "2026-03-31, 2098-12-31, 2099-01-01"
    })
    void aSlipIssuedAfterItsDueDateMayBePaidOnTheNextBusinessDay(LocalDate due, LocalDate issued, LocalDate last) {
        assertEquals(last, DueDates.lastDayToPay(due, issued));
    }

    private static DueDateExtension everybody(LocalDate from, LocalDate to, LocalDate extendedTo) {
        return new DueDateExtension(
                UUID.randomUUID(), DueDateExtension.Scope.ALL, List.of(), List.of(), from, to, extendedTo, true);
    }

    private static DueDateExtension extension(
            DueDateExtension.Scope scope, List<String> districts, List<WorkplaceNumber> workplaces) {
        LocalDate march = LocalDate.of(2022, 3, 31);
        return new DueDateExtension(
                UUID.randomUUID(), scope, districts, workplaces, march, march, LocalDate.of(2022, 6, 30), null);
    }
}
