package kr.gosan.payment.arrears.charge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.platform.law.LawFiles;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class LateChargesTest {

    private static final LawBook BOOK = LawFiles.read(LateChargesTest.class.getClassLoader());
    private static final LocalDate DUE = LocalDate.parse("2022-03-31");

    @Test
    void onTheLastDayNothingIsChargedAndOnTheNextIsTheFirstDay() {
        assertEquals(Won.ZERO, charges(owed(1_000_000), DUE).amount());
        assertEquals(Won.of(660), charges(owed(1_000_000), DUE.plusDays(1)).amount());
    }

    @Test
    void eachPartIsChargedUpToTheDayItWasPaid() {
        Principal principal = owed(1_000_000, paid(400_000, 0), paid(100_000, 1), paid(300_000, 60));
        LateCharges on30 = charges(principal, DUE.plusDays(30));
        // 100,000 × 1/1500 → 60; 500,000 × 30/1500 = 10,000
        assertEquals(List.of(60L, 10_000L), amounts(on30));
        assertEquals(Optional.of(DUE.plusDays(1)), on30.parts().getFirst().paidOn());
        assertEquals(Map.of(Fund.INDUSTRIAL_ACCIDENT, Won.of(60)), on30.onWhatWasPaid());
        assertEquals(Map.of(Fund.INDUSTRIAL_ACCIDENT, Won.of(10_000)), on30.onWhatIsOpen());
        // 300,000 × (30/1500 + 30/6000) = 7,500; 200,000 × (30/1500 + 60/6000) = 6,000
        assertEquals(List.of(60L, 7_500L, 6_000L), amounts(charges(principal, DUE.plusDays(90))));
    }

    @Test
    void moneyBeyondWhatIsOwedIsNotChargedForHavingComeLate() {
        Principal reduced = owed(700_000, paid(600_000, 10), paid(400_000, 20));
        // 600,000 × 10/1500 = 4,000; of the second payment only 100,000 was owed: × 20/1500 → 1,330
        assertEquals(List.of(4_000L, 1_330L), amounts(charges(reduced, DUE.plusDays(90))));
        assertEquals(Map.of(), reduced.openOn(DUE.plusDays(90)));
    }

    @Test
    void whatCameOnOneDayIsOneAmountAndTheFundsBearItsChargeInProportion() {
        Map<Fund, Won> owed =
                new EnumMap<>(Map.of(Fund.UNEMPLOYMENT, Won.of(707_600), Fund.STABILITY, Won.of(196_550)));
        LateCharges charges = charges(new Principal(owed, new TreeMap<>()), DUE.plusDays(10));
        // 904,150 × 10/1500 = 6,027.67; 6,020 × 707,600 / 904,150 = 4,711.3
        assertEquals(Won.of(6_020), charges.amount());
        assertEquals(Map.of(Fund.UNEMPLOYMENT, Won.of(4_711), Fund.STABILITY, Won.of(1_309)), charges.onWhatIsOpen());
    }

    @Test
    void aDueDateWithoutKnownLawIsRefused() {
        LocalDate due = LocalDate.parse("2027-03-31");
        assertInstanceOf(
                LateCharges.Answer.Unknown.class,
                LateCharges.of("ia.period-0", owed(1_000_000), due, due.plusDays(1), BOOK));
        assertInstanceOf(
                LateCharges.Answer.Known.class, LateCharges.of("ia.period-0", owed(1_000_000), due, due, BOOK));
    }

    @Test
    void whatOwesNothingIsChargedNothing() {
        assertEquals(
                List.of(),
                charges(new Principal(Map.of(), new TreeMap<>()), DUE.plusDays(9))
                        .parts());
    }

    @Test
    void nothingNegativeIsOwed() {
        assertThrows(IllegalArgumentException.class, () -> owed(-10));
    }

    @Property
    void whoeverPaysLaterNeverOwesLess(
            @ForAll @LongRange(min = 1, max = 10_000_000_000L) long amount,
            @ForAll @IntRange(max = 400) int days,
            @ForAll @IntRange(max = 400) int later) {
        LocalDate on = DUE.plusDays(1_000);
        Won early = charges(owed(amount, paid(amount, days)), on).amount();
        Won late = charges(owed(amount, paid(amount, days + later)), on).amount();
        assertTrue(late.compareTo(early) >= 0, late + " after " + early);
    }

    @Property
    void payingInPartsCostsAtMostTheTruncationLess(
            @ForAll @LongRange(min = 2, max = 10_000_000_000L) long amount, @ForAll @IntRange(max = 400) int days) {
        LocalDate on = DUE.plusDays(days);
        long whole = charges(owed(amount), on).amount().amount();
        long half = amount / 2;
        long parts = charges(owed(half), on).amount().amount()
                + charges(owed(amount - half), on).amount().amount();
        assertEquals(0, (whole - parts) / 20, whole + " and " + parts);
    }

    private static LateCharges charges(Principal principal, LocalDate on) {
        return assertInstanceOf(LateCharges.Answer.Known.class, LateCharges.of("ia.period-0", principal, DUE, on, BOOK))
                .charges();
    }

    private static List<Long> amounts(LateCharges charges) {
        return charges.parts().stream()
                .map(part -> part.charge().amount().amount())
                .toList();
    }

    private record Paid(Won amount, LocalDate on) {}

    private static Paid paid(long amount, int daysLate) {
        return new Paid(Won.of(amount), DUE.plusDays(daysLate));
    }

    private static Principal owed(long owed, Paid... payments) {
        SortedMap<LocalDate, Map<Fund, Won>> paid = new TreeMap<>();
        for (Paid payment : payments) {
            paid.put(payment.on(), new EnumMap<>(Map.of(Fund.INDUSTRIAL_ACCIDENT, payment.amount())));
        }
        return new Principal(Map.of(Fund.INDUSTRIAL_ACCIDENT, Won.of(owed)), paid);
    }
}
