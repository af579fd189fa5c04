package kr.gosan.premium.arrears;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.trace.TraceLine;
import kr.gosan.platform.law.LawFiles;
import kr.gosan.premium.calculation.Golden;
import kr.gosan.premium.deadline.Extension;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LateChargeTest {

    private static final LawBook BOOK = LawFiles.read(LateChargeTest.class.getClassLoader());
    private static final LocalDate MARCH_31 = LocalDate.parse("2022-03-31");
    private static final LocalDate JUNE_30 = LocalDate.parse("2022-06-30");
    private static final Won MILLION = Won.of(1_000_000);

    @TestFactory
    Stream<DynamicTest> lateCharges() {
        return Golden.cases("late-charges.yaml", each -> {
            LocalDate due = LocalDate.parse(each.required("due").asText());
            int days = each.required("days").asInt();
            LateCharge charge = known(Golden.won(each, "unpaid"), due, due.plusDays(days));
            assertEquals(Golden.won(each, "charge"), charge.amount());
            assertEquals(charge.amount(), charge.trace().result());
            assertEquals(Math.max(0, days), charge.daysLate());
        });
    }

    @Property
    void aSecondComputationInWholeNumbersAgrees(
            @ForAll @LongRange(max = 10_000_000_000L) long unpaid,
            @ForAll @IntRange(max = 500) int days,
            @ForAll boolean oldLaw) {
        LocalDate due = LocalDate.parse(oldLaw ? "2021-01-25" : "2021-01-26");
        long doubled = oldLaw ? 2 : 1;
        // in 18,000ths of a won: 1/1500 = 12/18,000 and 1/6000 = 3/18,000; under the old law 18 and 6
        long charged = 0;
        for (int day = 1; day <= days; day++) {
            charged += unpaid * (day <= 30 ? (oldLaw ? 18 : 12) : 3 * doubled);
        }
        long most = unpaid * (oldLaw ? 90 : 50) * 18;
        long expected = Math.min(charged, most) / 180_000 * 10;
        assertEquals(
                expected,
                known(Won.of(unpaid), due, due.plusDays(days)).amount().amount());
    }

    @Test
    void theTraceNamesTheFiguresAndTheLawOfTheDueDate() {
        TraceLine trace = known(MILLION, MARCH_31, MARCH_31.plusDays(31)).trace();
        assertEquals(
                "min(min(1,000,000 × 30/1500, 1,000,000 × 2%) + 1,000,000 × 1/6000, 1,000,000 × 5%) → 20,160",
                trace.formula());
        assertEquals("31", trace.inputs().get("daysLate"));
        assertTrue(trace.legalBasis().contains("보험료징수법 §25"));
        assertEquals(5, trace.parameters().size());
        assertEquals(
                List.of(LocalDate.parse("2021-01-26")),
                trace.parameters().stream()
                        .map(AppliedParameter::appliesFrom)
                        .distinct()
                        .toList());
    }

    @Test
    void aDueDateWithoutKnownLawIsRefusedWithEveryMissingFigure() {
        LocalDate due = LocalDate.parse("2017-12-27");
        LateCharge.Answer answer = LateCharge.of("late", MILLION, due, due.plusDays(1), BOOK);
        List<LookUp.Refused> refusals =
                assertInstanceOf(LateCharge.Answer.Unknown.class, answer).refusals();
        assertEquals(
                List.of(
                        "late-charge.first-cap",
                        "late-charge.first-daily-divisor",
                        "late-charge.first-days",
                        "late-charge.later-daily-divisor",
                        "late-charge.total-cap"),
                refusals.stream().map(LookUp.Refused::parameterId).sorted().toList());
        assertTrue(refusals.stream().allMatch(each -> each.date().equals(due)));
        assertInstanceOf(
                LateCharge.Answer.Unknown.class,
                LateCharge.of("late", MILLION, LocalDate.parse("2027-01-01"), LocalDate.parse("2027-01-02"), BOOK));
        assertInstanceOf(LateCharge.Answer.Known.class, LateCharge.of("late", MILLION, due, due, BOOK), "not late");
        assertInstanceOf(
                Arrears.Answer.Unknown.class,
                Arrears.of(debt(LocalDate.parse("2027-03-31"), 0), List.of(), LocalDate.parse("2027-04-01"), BOOK));
    }

    @Test
    void nothingNegativeIsCharged() {
        assertThrows(
                IllegalArgumentException.class,
                () -> LateCharge.of("late", Won.of(-10), MARCH_31, MARCH_31.plusDays(1), BOOK));
    }

    @Test
    void anExtensionThatStopsLateChargesMovesTheFirstDayOfThem() {
        Arrears lastDay = arrears(debt(MARCH_31, 0), JUNE_30, extension(true));
        assertEquals(Won.ZERO, lastDay.lateCharge());
        assertEquals(JUNE_30, lastDay.chargedAfter());
        Arrears dayAfter = arrears(debt(MARCH_31, 0), JUNE_30.plusDays(1), extension(true));
        assertEquals(Won.of(660), dayAfter.lateCharge());
        assertEquals(1, dayAfter.parts().getFirst().charge().daysLate());
    }

    @Test
    void anExtensionThatDoesNotStopThemLeavesThemRunningFromTheFirstDueDate() {
        Arrears first = arrears(debt(MARCH_31, 0), MARCH_31.plusDays(1), extension(false));
        assertEquals(Won.of(660), first.lateCharge());
        assertEquals(MARCH_31, first.chargedAfter());
        assertEquals(JUNE_30, first.due().due());
        // 91 days: 20,000 + 1,000,000 × 61/6000 = 30,166.67
        assertEquals(
                Won.of(30_160),
                arrears(debt(MARCH_31, 0), JUNE_30, extension(false)).lateCharge());
    }

    @Test
    void aDueDateOnAFreeDayIsChargedAfterTheBusinessDayThatFollows() {
        // May 15 of 2022 is a Sunday
        SlipDebt debt = debt(LocalDate.parse("2022-05-15"), 0);
        assertEquals(Won.ZERO, arrears(debt, LocalDate.parse("2022-05-16")).lateCharge());
        assertEquals(Won.of(660), arrears(debt, LocalDate.parse("2022-05-17")).lateCharge());
    }

    @Test
    void eachPartIsChargedUpToTheDayItWasPaid() {
        SlipDebt debt = debt(MARCH_31, 0, paid(300_000, 60), paid(400_000, 0), paid(100_000, 1));
        Arrears on30 = arrears(debt, MARCH_31.plusDays(30));
        assertEquals(Won.of(500_000), on30.unpaid());
        assertEquals(Won.of(500_000), on30.paid());
        // 100,000 × 1/1500 → 60; 500,000 × 30/1500 = 10,000
        assertEquals(List.of(60L, 10_000L), charges(on30));
        Arrears on90 = arrears(debt, MARCH_31.plusDays(90));
        assertEquals(Won.of(200_000), on90.unpaid());
        // 300,000 × (30/1500 + 30/6000) = 7,500; 200,000 × (30/1500 + 60/6000) = 6,000
        assertEquals(List.of(60L, 7_500L, 6_000L), charges(on90));
        assertEquals(Won.of(13_560), on90.lateCharge());
    }

    @Test
    void aSlipPaidOnItsLastDayOwesNothingAndMoneyBeyondItIsNotCounted() {
        SlipDebt debt = debt(MARCH_31, 30_000, paid(1_000_000, 0), paid(1_000_000, 40));
        Arrears arrears = arrears(debt, MARCH_31.plusDays(50));
        assertEquals(Won.ZERO, arrears.unpaid());
        assertEquals(Won.ZERO, arrears.lostDiscount());
        assertEquals(List.of(), arrears.parts());
    }

    @Test
    void aLumpSumPaidLateOwesItsDiscount() {
        SlipDebt debt = debt(MARCH_31, 30_000, paid(1_000_000, 1));
        assertEquals(Won.ZERO, arrears(debt, MARCH_31).lostDiscount());
        Arrears arrears = arrears(debt, MARCH_31.plusDays(30));
        assertEquals(Won.of(30_000), arrears.unpaid());
        // 1,000,000 × 1/1500 → 660; 30,000 × 30/1500 = 600
        assertEquals(List.of(660L, 600L), charges(arrears));
        assertEquals(
                Won.of(1_000_000),
                arrears(debt(MARCH_31, 30_000), MARCH_31.plusDays(1), extension(false))
                        .unpaid(),
                "the extended day has not passed yet");
    }

    private static List<Long> charges(Arrears arrears) {
        return arrears.parts().stream()
                .map(part -> part.charge().amount().amount())
                .toList();
    }

    private static SlipDebt debt(LocalDate due, long discount, SlipDebt.Payment... payments) {
        return new SlipDebt("ia.period-0", due, MILLION, Won.of(discount), List.of(payments));
    }

    private static SlipDebt.Payment paid(long amount, int daysLate) {
        return new SlipDebt.Payment(Won.of(amount), MARCH_31.plusDays(daysLate));
    }

    private static Arrears arrears(SlipDebt debt, LocalDate on, Extension... extensions) {
        return assertInstanceOf(Arrears.Answer.Known.class, Arrears.of(debt, List.of(extensions), on, BOOK))
                .arrears();
    }

    private static Extension extension(boolean stopsLateCharge) {
        return new Extension(
                new UUID(0, 1),
                Extension.Scope.ALL,
                List.of(),
                List.of(),
                MARCH_31,
                MARCH_31,
                JUNE_30,
                "장애",
                "고시",
                stopsLateCharge);
    }

    private static LateCharge known(Won unpaid, LocalDate due, LocalDate on) {
        return assertInstanceOf(LateCharge.Answer.Known.class, LateCharge.of("late", unpaid, due, on, BOOK))
                .charge();
    }
}
