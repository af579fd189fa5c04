package kr.gosan.kernel.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import kr.gosan.kernel.law.LawValue.Standing;
import kr.gosan.kernel.law.LawValue.Unit;
import kr.gosan.kernel.money.Rate;
import org.junit.jupiter.api.Test;

class LawParameterTest {

    private static final LawValue.Source SOURCE = new LawValue.Source("an act", "§1");

    private final LawParameter unemployment = new LawParameter(
            "employment.unemployment.rate",
            Unit.PER_MILLE,
            "§12",
            LocalDate.of(2023, 12, 31),
            List.of(value("2019-10-01", "16"), value("2022-07-01", "18"), unknown("2023-01-01")));

    @Test
    void aValueAppliesFromItsDayUntilTheDayBeforeTheNext() {
        assertEquals(Rate.perMille("16"), found("2019-10-01").rate());
        assertEquals(Rate.perMille("16"), found("2022-06-30").rate());
        assertEquals(Rate.perMille("18"), found("2022-07-01").rate());
        assertEquals(LocalDate.of(2022, 7, 1), found("2022-12-31").appliesFrom());
    }

    @Test
    void outsideWhatIsKnownTheLookUpIsRefusedByName() {
        assertEquals(refused("2019-09-30", LookUp.Reason.BEFORE_FIRST_VALUE), on("2019-09-30"));
        assertEquals(refused("2023-01-01", LookUp.Reason.FIGURE_UNKNOWN), on("2023-01-01"));
        assertEquals(refused("2024-01-01", LookUp.Reason.AFTER_VERIFIED_THROUGH), on("2024-01-01"));
        assertEquals(
                new LookUp.Refused("no.such", LocalDate.EPOCH, LookUp.Reason.NO_SUCH_PARAMETER),
                new LawBook(List.of(unemployment)).on("no.such", LocalDate.EPOCH));
    }

    @Test
    void aDayOfTheYearIsWrittenAsFourDigits() {
        LawParameter due = new LawParameter(
                "due", Unit.MONTH_AND_DAY, "§17", LocalDate.of(2023, 12, 31), List.of(value("2021-01-01", "0331")));
        AppliedParameter applied = ((LookUp.Found) due.on(LocalDate.of(2022, 1, 1))).parameter();
        assertEquals(MonthDay.of(3, 31), applied.monthDay());
        assertThrows(IllegalStateException.class, applied::won);
        assertThrows(IllegalStateException.class, () -> found("2022-01-01").monthDay());
    }

    @Test
    void aTimeOfTheDayIsWrittenAsFourDigits() {
        LawParameter opens = new LawParameter(
                "opens", Unit.TIME_OF_DAY, "§17", LocalDate.of(2023, 12, 31), List.of(value("2021-01-01", "0030")));
        AppliedParameter applied = ((LookUp.Found) opens.on(LocalDate.of(2022, 1, 1))).parameter();
        assertEquals(LocalTime.of(0, 30), applied.timeOfDay());
        assertThrows(IllegalStateException.class, () -> found("2022-01-01").timeOfDay());
    }

    @Test
    void changesInsideAPeriodAreFound() {
        assertEquals(
                List.of(LocalDate.of(2022, 7, 1)),
                unemployment.changesWithin(LocalDate.of(2022, 1, 1), LocalDate.of(2022, 12, 31)));
        assertEquals(List.of(), unemployment.changesWithin(LocalDate.of(2022, 7, 1), LocalDate.of(2022, 12, 31)));
    }

    @Test
    void disorderAndDuplicatesDoNotLoad() {
        assertThrows(
                IllegalArgumentException.class, () -> parameter(value("2022-07-01", "18"), value("2022-07-01", "16")));
        assertThrows(
                IllegalArgumentException.class, () -> parameter(value("2022-07-01", "18"), value("2021-01-01", "16")));
        assertThrows(IllegalArgumentException.class, () -> parameter(value("2031-01-01", "18")));
        assertThrows(IllegalArgumentException.class, () -> parameter());
        assertThrows(IllegalArgumentException.class, () -> new LawBook(List.of(unemployment, unemployment)));
        assertThrows(IllegalArgumentException.class, () -> new LawValue.Source("an act", " "));
    }

    private static LawParameter parameter(LawValue... values) {
        return new LawParameter("x", Unit.PER_MILLE, "§1", LocalDate.of(2030, 12, 31), List.of(values));
    }

    private static LawValue value(String from, String figure) {
        return new LawValue(LocalDate.parse(from), Optional.of(new BigDecimal(figure)), Standing.OFFICIAL, SOURCE);
    }

    private static LawValue unknown(String from) {
        return new LawValue(LocalDate.parse(from), Optional.empty(), Standing.UNKNOWN, SOURCE);
    }

    private LookUp on(String date) {
        return unemployment.on(LocalDate.parse(date));
    }

    private AppliedParameter found(String date) {
        return ((LookUp.Found) on(date)).parameter();
    }

    private static LookUp refused(String date, LookUp.Reason reason) {
        return new LookUp.Refused("employment.unemployment.rate", LocalDate.parse(date), reason);
    }
}
