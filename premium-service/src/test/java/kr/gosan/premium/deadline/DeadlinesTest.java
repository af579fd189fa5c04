package kr.gosan.premium.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.workplace.EmployeeScale;
import kr.gosan.kernel.workplace.EmployerKind;
import kr.gosan.kernel.workplace.WorkplaceKind;
import kr.gosan.premium.calculation.Golden;
import kr.gosan.premium.calculation.Law2022;
import kr.gosan.premium.law.Workplace;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DeadlinesTest {

    private static final LocalDate MARCH_31 = LocalDate.of(2022, 3, 31);
    private static final WorkplaceNumber NUMBER = WorkplaceNumber.of("12345678916");

    @TestFactory
    Stream<DynamicTest> lastDaysAreThoseOfTheBusinessCalendar() {
        return Golden.cases("deadlines.yaml", node -> {
            LocalDate on = LocalDate.parse(node.required("day").asText());
            Deadline deadline = find(
                    Deadlines.of(workplace(Law2022.LONG_AGO, null), on, Law2022.LAW, List.of()),
                    Deadline.Act.valueOf(node.required("act").asText()),
                    node.required("year").intValue(),
                    node.has("period") ? Optional.of(node.path("period").intValue()) : Optional.empty());
            assertEquals(
                    node.required("due").asText(),
                    deadline.day().orElseThrow().due().toString());
            assertEquals(
                    node.required("left").longValue(), deadline.daysLeft(on).orElseThrow());
        });
    }

    @Test
    void aReturnCanBeAmendedUntilItsPremiumLapses() {
        LocalDate newYear = LocalDate.of(2026, 1, 1);
        for (int year = 2023; year <= 2025; year++) {
            Deadline amended = find(of(newYear, List.of()), Deadline.Act.AMENDED_RETURN, year, Optional.empty());
            assertEquals(
                    LocalDate.of(year + 3, 12, 31), amended.day().orElseThrow().due());
        }
        assertTrue(of(newYear, List.of()).deadlines().stream().noneMatch(each -> each.insuranceYear() == 2022));
        LocalDate lastDay = LocalDate.of(2026, 12, 31);
        assertEquals(
                Optional.of(0L),
                find(of(lastDay, List.of()), Deadline.Act.AMENDED_RETURN, 2023, Optional.empty())
                        .daysLeft(lastDay));
    }

    @Test
    void theLapseIsNotExtended() {
        Extension extension = extension("2024-12-31", "2024-12-31", "2025-06-30");
        assertEquals(
                LocalDate.of(2024, 12, 31),
                find(of(MARCH_31, List.of(extension)), Deadline.Act.AMENDED_RETURN, 2021, Optional.empty())
                        .day()
                        .orElseThrow()
                        .due());
    }

    @Test
    void aRelationThatEndedIsReturnedWithin30Days() {
        LocalDate extinct = LocalDate.of(2022, 6, 1);
        Deadlines found = Deadlines.of(workplace(Law2022.LONG_AGO, extinct), extinct, Law2022.LAW, List.of());
        assertEquals(
                LocalDate.of(2022, 7, 1),
                find(found, Deadline.Act.EXTINCTION_RETURN, 2022, Optional.empty())
                        .day()
                        .orElseThrow()
                        .due());
    }

    @Test
    void aWorkplaceOfTheYearReturnsWithin70DaysOfItsEstablishment() {
        LocalDate established = LocalDate.of(2022, 2, 10);
        Deadlines found = Deadlines.of(workplace(established, null), established, Law2022.LAW, List.of());
        assertEquals(
                LocalDate.of(2022, 4, 21),
                find(found, Deadline.Act.RETURN, 2021, Optional.empty())
                        .day()
                        .orElseThrow()
                        .due());
        assertTrue(found.deadlines().stream().noneMatch(each -> each.act() == Deadline.Act.SUPPORT_APPLICATION));
    }

    @Test
    void whatTheLawDataDoesNotTellIsNamedAndTheRestAnswered() {
        Deadlines found = of(LocalDate.of(2021, 5, 1), List.of());
        assertTrue(
                found.unknown().stream().anyMatch(each -> each.parameterId().equals("auto-debit.last-day.quarter-2")));
        assertTrue(found.deadlines().stream().anyMatch(each -> each.act() == Deadline.Act.INSTALMENT));
    }

    @Test
    void anExtensionMovesTheDueDatesInItsRangeOnly() {
        Extension june = extension("2022-03-31", "2022-05-16", "2022-06-30");
        Deadlines found = of(MARCH_31, List.of(june));
        DueDay returned =
                find(found, Deadline.Act.RETURN, 2021, Optional.empty()).day().orElseThrow();
        assertEquals(LocalDate.of(2022, 6, 30), returned.due());
        assertEquals(MARCH_31, returned.statutory());
        assertEquals(Optional.of(june), returned.extendedBy());
        assertEquals("2022-06-30", instalment(found, 2));
        assertEquals("2022-08-16", instalment(found, 3));
        assertEquals(
                "2022-05-06",
                find(found, Deadline.Act.AUTO_DEBIT, 2022, Optional.of(2))
                        .day()
                        .orElseThrow()
                        .due()
                        .toString(),
                "a lead time of the office is not extended");
    }

    @Test
    void theRangeIsOfDueDatesAsTheCalendarHasThemBothEndsIncluded() {
        assertEquals(
                "2022-06-30",
                instalment(of(MARCH_31, List.of(extension("2022-05-16", "2022-05-16", "2022-06-30"))), 2));
        assertEquals(
                "2022-05-16",
                instalment(of(MARCH_31, List.of(extension("2022-05-15", "2022-05-15", "2022-06-30"))), 2));
        assertEquals(
                "2022-05-16",
                instalment(of(MARCH_31, List.of(extension("2022-05-17", "2022-05-17", "2022-06-30"))), 2));
    }

    @Test
    void ofOverlappingExtensionsTheLatestDayWinsAndNoneMovesADayForward() {
        Extension shorter = extension("2022-03-01", "2022-03-31", "2022-04-29");
        Extension longer = extension("2022-03-31", "2022-03-31", "2022-06-30");
        for (List<Extension> order : List.of(List.of(shorter, longer), List.of(longer, shorter))) {
            assertEquals(LocalDate.of(2022, 6, 30), DueDay.of(MARCH_31, order).due());
        }
    }

    @Test
    void anExtensionToASaturdayEndsOnTheNextBusinessDay() {
        assertEquals(
                LocalDate.of(2022, 5, 2),
                DueDay.of(MARCH_31, List.of(extension("2022-03-31", "2022-03-31", "2022-04-30")))
                        .due());
    }

    @Test
    void anExtensionIsForEverybodyADistrictOrSingleWorkplaces() {
        Extension district = new Extension(
                UUID.randomUUID(),
                Extension.Scope.DISTRICTS,
                List.of("경상북도 울진군"),
                List.of(),
                MARCH_31,
                MARCH_31,
                MARCH_31.plusDays(1),
                "산불",
                "행정절차법 §16①",
                true);
        assertTrue(district.isFor(NUMBER, "경상북도 울진군"));
        assertFalse(district.isFor(NUMBER, "강원도 삼척시"));
        assertFalse(district.isFor(NUMBER, null));
        assertTrue(extension("2022-03-31", "2022-03-31", "2022-04-30").isFor(NUMBER, null));
    }

    private static String instalment(Deadlines found, int period) {
        return find(found, Deadline.Act.INSTALMENT, 2022, Optional.of(period))
                .day()
                .orElseThrow()
                .due()
                .toString();
    }

    private static Deadlines of(LocalDate on, List<Extension> extensions) {
        return Deadlines.of(workplace(Law2022.LONG_AGO, null), on, Law2022.LAW, extensions);
    }

    private static Deadline find(Deadlines found, Deadline.Act act, int year, Optional<Integer> period) {
        return found.deadlines().stream()
                .filter(each -> each.act() == act
                        && each.insuranceYear() == year
                        && each.period().equals(period))
                .findFirst()
                .orElseThrow(() -> new AssertionError(found.toString()));
    }

    private static Extension extension(String from, String to, String extendedTo) {
        return new Extension(
                UUID.randomUUID(),
                Extension.Scope.ALL,
                List.of(),
                List.of(),
                LocalDate.parse(from),
                LocalDate.parse(to),
                LocalDate.parse(extendedTo),
                "outage",
                "행정절차법 §16①",
                true);
    }

    private static Workplace workplace(LocalDate established, LocalDate extinct) {
        return new Workplace(
                WorkplaceKind.CONSTRUCTION_COLLECTIVE,
                EmployeeScale.UNDER_150,
                EmployerKind.CORPORATION,
                established,
                Optional.empty(),
                Optional.ofNullable(extinct),
                false,
                Map.of(),
                Optional.empty());
    }
}
