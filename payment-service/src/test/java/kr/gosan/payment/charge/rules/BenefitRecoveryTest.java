package kr.gosan.payment.charge.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.charge.rules.BenefitRecovery.Answer;
import kr.gosan.payment.charge.rules.BenefitRecovery.Assessed;
import kr.gosan.payment.charge.rules.BenefitRecovery.Condition;
import kr.gosan.payment.charge.rules.BenefitRecovery.Facts;
import kr.gosan.payment.charge.rules.BenefitRecovery.Ground;
import kr.gosan.platform.law.LawFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenefitRecoveryTest {

    private static final LawBook BOOK = LawFiles.read(BenefitRecoveryTest.class.getClassLoader());
    private static final LocalDate ACCIDENT = LocalDate.of(2022, 6, 1);
    private static final UUID RETURN = UUID.randomUUID();

    @Test
    void aTenthOfTheBenefitsIsRecoveredWhileNothingIsPaid() {
        BenefitRecovery recovery =
                assess(ACCIDENT, List.of(period(1, 1_000_000, 1_000_000), period(2, 1_000_000, 1_000_000)), 20_000_009);
        assertEquals(Won.of(2_000_000), recovery.amount());
        assertEquals(Optional.of(Ground.OVERDUE_PREMIUM), recovery.ground());
    }

    @ParameterizedTest
    @CsvSource({
        // one won less than half of 2,000,000 is paid; exactly half; one won more
        "999999, 1000000",
        "1000000, 0",
        "1000001, 0"
    })
    void nothingIsRecoveredWhenHalfOrMoreWasPaid(long paid, long recovered) {
        BenefitRecovery recovery = assess(
                ACCIDENT,
                List.of(
                        period(1, 1_000_000, 1_000_000 - Math.min(paid, 1_000_000)),
                        period(2, 1_000_000, 1_000_000 - Math.max(0, paid - 1_000_000))),
                10_000_000);
        assertEquals(Won.of(recovered), recovery.amount());
        assertEquals(recovered > 0, holds(recovery, Condition.PAID_LESS_THAN_HALF));
        assertTrue(holds(recovery, Condition.PREMIUM_OVERDUE));
    }

    @Test
    void laterQuartersDoNotCount() {
        // two of four quarters are unpaid in the second quarter: of two, not of four
        List<PremiumDue> due = List.of(
                period(1, 1_000_000, 1_000_000),
                period(2, 1_000_000, 1_000_000),
                period(3, 1_000_000, 0),
                period(4, 1_000_000, 0));
        assertEquals(Won.of(1_000_000), assess(ACCIDENT, due, 10_000_000).amount());
        assertEquals(
                Won.ZERO, assess(LocalDate.of(2022, 11, 20), due, 10_000_000).amount());
    }

    @ParameterizedTest
    @CsvSource({"2022-05-16, 0", "2022-05-17, 1000000"})
    void anInstalmentIsOverdueFromTheDayAfterItsExtendedDueDate(LocalDate accident, long recovered) {
        // May 15, 2022 is a Sunday: due on the 16th
        List<PremiumDue> due = List.of(period(1, 0, 0), period(2, 1_000_000, 1_000_000));
        assertEquals(Won.of(recovered), assess(accident, due, 10_000_000).amount());
    }

    @Test
    void itIsAtMostFiveTimesThePremiumNeglectedOverAllAssessments() {
        List<PremiumDue> due = List.of(period(1, 100_010, 100_010), period(2, 100_000, 100_000));
        assertEquals(Won.of(1_000_050), assess(ACCIDENT, due, 900_000_000).amount());
        assertEquals(
                Won.of(50),
                assess(facts(ACCIDENT, due, 900_000_000, Optional.empty(), 1_000_000))
                        .amount());
        assertEquals(
                Won.ZERO,
                assess(facts(ACCIDENT, due, 900_000_000, Optional.empty(), 1_000_050))
                        .amount());
    }

    @Test
    void leviesCollectedWithThePremiumDoNotRaiseTheCap() {
        // 120,000,000 × 37.63‰ = 4,515,600, of which 0.63‰ are levies: 4,440,000 × 5
        List<PremiumDue> due = List.of(lumpSum(2022, 4_515_600, 4_440_000, 4_515_600));
        assertEquals(Won.of(22_200_000), assess(ACCIDENT, due, 900_000_000).amount());
    }

    @ParameterizedTest
    @CsvSource({
        // 2022 unpaid and nothing of 2023 due yet; 2022 paid by half; a won less than half
        "4515600, 0, 0, 1000000",
        "2257800, 0, 0, 0",
        "2257801, 0, 0, 1000000",
        // 2023 is estimated: its own ratio counts, up to its quarter
        "4515600, 1000000, 0, 0",
        "4515600, 1000000, 500000, 0",
        "4515600, 1000000, 500001, 1000000",
        "0, 1000000, 1000000, 0"
    })
    void premiumOfTheYearBeforeThatIsStillUnpaidIsNeglectedToo(
            long unpaidBefore, long premium, long unpaid, long recovered) {
        List<PremiumDue> due =
                List.of(lumpSum(2022, 4_515_600, 4_440_000, unpaidBefore), lumpSum(2023, premium, premium, unpaid));
        assertEquals(
                Won.of(recovered),
                assess(LocalDate.of(2023, 2, 10), due, 10_000_000).amount());
    }

    private static PremiumDue lumpSum(int year, long premium, long accidentPremium, long unpaid) {
        LocalDate march = LocalDate.of(year, 3, 31);
        return new PremiumDue(RETURN, year, 0, march, march, Won.of(premium), Won.of(accidentPremium), Won.of(unpaid));
    }

    @ParameterizedTest
    @CsvSource({
        "2022-01-18, 2022-02-10, 2022-01-18, 0", // last day of the notice
        "2022-01-18, 2022-02-10, 2022-01-19, 5000000", // the day after
        "2022-01-18, 2022-02-10, 2022-02-10, 5000000", // the day it was given
        "2022-01-18, 2022-02-10, 2022-02-11, 0", // the day after that
        "2022-01-18, , 2022-12-31, 5000000", // never given
    })
    void halfOfTheBenefitsIsRecoveredWhileTheNoticeWasNeglected(
            LocalDate noticeDue, LocalDate notified, LocalDate accident, long recovered) {
        BenefitRecovery recovery = assess(facts(
                accident,
                List.of(),
                10_000_000,
                Optional.of(new LateEstablishment(noticeDue, Optional.ofNullable(notified), Won.of(90_000_000))),
                0));
        assertEquals(Won.of(recovered), recovery.amount());
    }

    @ParameterizedTest
    @CsvSource({"2023-02-28, 5000000", "2023-03-01, 0"})
    void halfIsRecoveredOfClaimsUpToTheEndOfTheMonthAYearAfterTreatmentBegan(LocalDate claim, long recovered) {
        Benefit benefit = new Benefit("B-1", BenefitKind.TEMPORARY_DISABILITY, Won.of(10_000_000), claim);
        LocalDate accident = LocalDate.of(2022, 2, 3);
        BenefitRecovery recovery = assess(new Facts(
                accident,
                accident,
                List.of(benefit),
                Optional.of(new LateEstablishment(LocalDate.of(2022, 1, 18), Optional.empty(), Won.of(90_000_000))),
                List.of(),
                Won.ZERO));
        assertEquals(Won.of(recovered), recovery.amount());
    }

    @Test
    void whereBothHoldOnlyTheHigherIsRecovered() {
        List<PremiumDue> due = List.of(period(1, 9_000_000, 9_000_000));
        Optional<LateEstablishment> late =
                Optional.of(new LateEstablishment(LocalDate.of(2022, 5, 1), Optional.empty(), Won.of(9_000_000)));
        BenefitRecovery recovery = assess(facts(ACCIDENT, due, 10_000_000, late, 0));
        assertEquals(Won.of(5_000_000), recovery.amount());
        assertEquals(Optional.of(Ground.LATE_ESTABLISHMENT), recovery.ground());
        assertEquals(
                List.of(Won.of(5_000_000), Won.of(1_000_000)),
                recovery.grounds().stream().map(Assessed::amount).toList());
        // a low cap on the half leaves the tenth the higher one
        Optional<LateEstablishment> small =
                Optional.of(new LateEstablishment(LocalDate.of(2022, 5, 1), Optional.empty(), Won.of(10_000)));
        assertEquals(
                Optional.of(Ground.OVERDUE_PREMIUM),
                assess(facts(ACCIDENT, due, 10_000_000, small, 0)).ground());
    }

    @Test
    void nothingHoldsWithoutNeglectAndEveryConditionIsAnswered() {
        BenefitRecovery recovery = assess(ACCIDENT, List.of(period(1, 1_000_000, 0)), 10_000_000);
        assertEquals(Won.ZERO, recovery.amount());
        assertEquals(Optional.empty(), recovery.ground());
        List<Condition> answered = new ArrayList<>();
        recovery.grounds().forEach(ground -> ground.conditions().forEach(it -> answered.add(it.condition())));
        assertTrue(answered.containsAll(List.of(Condition.values())), answered.toString());
    }

    @Test
    void theLawOfAnAccidentBeforeItIsEstablishedIsRefusedByName() {
        Answer answer = BenefitRecovery.of(facts(LocalDate.of(2021, 12, 31), List.of(), 1, Optional.empty(), 0), BOOK);
        assertEquals(
                LookUp.Reason.BEFORE_FIRST_VALUE,
                assertInstanceOf(Answer.Unknown.class, answer)
                        .refusals()
                        .getFirst()
                        .reason());
    }

    @ParameterizedTest
    @CsvSource({"0, 1000000, 1", "1, 2000000, 2", "2, 3000000, 3", "7, 3000000, 8"})
    void aFineRisesWithEachTimeUpToTheThird(int earlier, long amount, int count) {
        FineAmount.Answer answer =
                FineAmount.of(Violation.ESTABLISHMENT_NOTICE, LocalDate.of(2026, 1, 1), earlier, BOOK);
        FineAmount fine =
                assertInstanceOf(FineAmount.Answer.Known.class, answer).fine();
        assertEquals(Won.of(amount), fine.amount());
        assertEquals(count, fine.count());
    }

    @Test
    void aFineWhoseAmountIsNotEstablishedIsRefused() {
        assertInstanceOf(
                FineAmount.Answer.Unknown.class,
                FineAmount.of(Violation.REMUNERATION_REPORT, LocalDate.of(2025, 12, 31), 0, BOOK));
        assertInstanceOf(
                FineAmount.Answer.Unknown.class,
                FineAmount.of(Violation.CONFIRMED_RETURN, LocalDate.of(2026, 1, 1), 0, BOOK));
    }

    private static PremiumDue period(int period, long premium, long unpaid) {
        List<LocalDate> statutory = List.of(
                LocalDate.of(2022, 3, 31),
                LocalDate.of(2022, 5, 15),
                LocalDate.of(2022, 8, 15),
                LocalDate.of(2022, 11, 15));
        List<LocalDate> due = List.of(
                LocalDate.of(2022, 3, 31),
                LocalDate.of(2022, 5, 16),
                LocalDate.of(2022, 8, 16),
                LocalDate.of(2022, 11, 15));
        return new PremiumDue(
                RETURN,
                2022,
                period,
                statutory.get(period - 1),
                due.get(period - 1),
                Won.of(premium),
                Won.of(premium),
                Won.of(unpaid));
    }

    private static Facts facts(
            LocalDate accident,
            List<PremiumDue> due,
            long benefits,
            Optional<LateEstablishment> establishment,
            long before) {
        Benefit benefit = new Benefit("B-1", BenefitKind.MEDICAL_CARE, Won.of(benefits), accident);
        return new Facts(accident, accident, List.of(benefit), establishment, due, Won.of(before));
    }

    private static BenefitRecovery assess(LocalDate accident, List<PremiumDue> due, long benefits) {
        return assess(facts(accident, due, benefits, Optional.empty(), 0));
    }

    private static BenefitRecovery assess(Facts facts) {
        return assertInstanceOf(Answer.Known.class, BenefitRecovery.of(facts, BOOK))
                .recovery();
    }

    private static boolean holds(BenefitRecovery recovery, Condition condition) {
        return recovery.grounds().stream()
                .flatMap(ground -> ground.conditions().stream())
                .filter(answered -> answered.condition() == condition)
                .findFirst()
                .orElseThrow()
                .holds();
    }
}
