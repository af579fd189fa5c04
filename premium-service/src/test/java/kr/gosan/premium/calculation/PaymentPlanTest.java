package kr.gosan.premium.calculation;

import static kr.gosan.premium.calculation.Returns.BASES;
import static kr.gosan.premium.calculation.Returns.PREVIOUS;
import static kr.gosan.premium.calculation.Returns.content;
import static kr.gosan.premium.calculation.Returns.sample;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.workplace.WorkplaceKind;
import kr.gosan.premium.law.ReturnLaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentPlanTest {

    private final ReturnLaw law = Law2022.construction();

    @ParameterizedTest
    @CsvSource({"2022-03-30, true", "2022-03-31, true", "2022-04-01, false"})
    void aReturnFiledAfterTheDueDateGetsNeitherDiscountNorReduction(LocalDate filedOn, boolean inTime) {
        PaymentPlan plan = ReturnCalculation.of(sample(), law, filedOn).plan(Insurance.IA);
        PaymentPeriod slip = plan.periods().getFirst();
        assertEquals(inTime, plan.inTime());
        assertEquals(Won.of(inTime ? 146_560 : 0), slip.lumpSumDiscount());
        assertEquals(Won.of(inTime ? 5_000 : 0), slip.eFilingReduction());
        assertEquals(Won.of(inTime ? 6_119_640 : 6_271_200), slip.payable());
    }

    @Test
    void aLateReturnMayStillPayByInstalmentsWithoutTheReduction() {
        ReturnContent content = content(BASES, PREVIOUS, BASES, PaymentMethod.INSTALLMENT);
        PaymentPlan plan =
                ReturnCalculation.of(content, law, LocalDate.of(2022, 4, 1)).plan(Insurance.IA);
        assertEquals(4, plan.periods().size());
        assertEquals(Won.ZERO, plan.periods().getFirst().eFilingReduction());
    }

    @ParameterizedTest
    @CsvSource({
        // May 5, 2022 is Children's Day: the 70 days end on May 6.
        "2022-02-24, 2022-05-05, true",
        "2022-02-24, 2022-05-06, true",
        "2022-02-24, 2022-05-07, false",
    })
    void inTimeIsByTheBusinessCalendar(LocalDate establishedOn, LocalDate filedOn, boolean inTime) {
        ReturnLaw fresh = Law2022.of(WorkplaceKind.CONSTRUCTION_COLLECTIVE, establishedOn);
        ReturnContent content = content(null, Map.of(), BASES, PaymentMethod.LUMP_SUM);
        assertEquals(
                inTime,
                ReturnCalculation.of(content, fresh, filedOn).plan(Insurance.EI).inTime());
    }

    @ParameterizedTest
    @CsvSource({"2022-06-30, true", "2022-07-01, false"})
    void theLumpSumDiscountIsForThoseWhoCouldPayByInstalments(LocalDate establishedOn, boolean discounted) {
        ReturnLaw fresh = Law2022.of(WorkplaceKind.CONSTRUCTION_COLLECTIVE, establishedOn);
        ReturnContent content = content(null, Map.of(), BASES, PaymentMethod.LUMP_SUM);
        PaymentPeriod slip = ReturnCalculation.of(content, fresh, LocalDate.of(2022, 7, 4))
                .plan(Insurance.IA)
                .periods()
                .getFirst();
        assertEquals(Won.of(discounted ? 146_560 : 0), slip.lumpSumDiscount());
        assertEquals(Won.of(5_000), slip.eFilingReduction());
    }

    @Test
    void aNewWorkplacePaysByDaysWithTheRemainderFirst() {
        ReturnLaw fresh = Law2022.of(WorkplaceKind.CONSTRUCTION_COLLECTIVE, LocalDate.of(2022, 2, 10));
        ReturnContent content = content(null, Map.of(), BASES, PaymentMethod.INSTALLMENT);
        PaymentPlan plan = ReturnCalculation.of(content, fresh, Law2022.IN_TIME).plan(Insurance.IA);
        // 4,885,600 over 141 + 92 + 92 days: 4,885,600 × 92/325 = 1,383,000.6… → 1,383,000
        assertEquals(
                List.of(Won.of(2_119_600), Won.of(1_383_000), Won.of(1_383_000)),
                plan.periods().stream().map(PaymentPeriod::estimate).toList());
        assertEquals(
                List.of(LocalDate.of(2022, 4, 21), LocalDate.of(2022, 8, 15), LocalDate.of(2022, 11, 15)),
                plan.periods().stream().map(PaymentPeriod::statutoryDueDate).toList());
    }

    @Test
    void theExcessOfAFundPaysItsOwnFundFirstAndThenTheOther() {
        PaymentPlan plan = employment(100_000, 400_000, 300_000, 60_000, 80_000);
        PaymentPeriod slip = plan.periods().getFirst();
        // 실업급여: excess 300,000. Own due 300,000 − 9,000 − 5,000 = 286,000; the other 14,000 go to 고안.
        assertEquals(
                List.of(Won.of(-286_000), Won.of(-14_000)),
                slip.funds().stream().map(FundShare::confirmedAdditional).toList());
        assertEquals(
                List.of(Won.of(5_000), Won.of(44_200)),
                slip.funds().stream().map(FundShare::payableBeforeReduction).toList());
        assertEquals(Won.of(44_200), slip.payable());
        assertEquals(Won.ZERO, plan.refund());
    }

    @Test
    void theSecondFundsExcessPaysItsOwnFundFirstToo() {
        Settlement unemployment = new Settlement(Fund.UNEMPLOYMENT, Won.ZERO, Won.ZERO, Won.ZERO);
        Settlement stability = new Settlement(Fund.STABILITY, Won.of(80_000), Won.of(180_000), Won.of(180_000));
        PaymentPeriod slip = PaymentPlan.of(
                        Insurance.EI,
                        PaymentMethod.LUMP_SUM,
                        Law2022.IN_TIME,
                        List.of(
                                new PaymentPlan.FundResult(unemployment, Won.of(300_000)),
                                new PaymentPlan.FundResult(stability, Won.of(60_000))),
                        law)
                .periods()
                .getFirst();
        // 고안: excess 100,000, own due 60,000 − 1,800; the other 41,800 go to 실업급여.
        assertEquals(
                List.of(Won.of(-41_800), Won.of(-58_200)),
                slip.funds().stream().map(FundShare::confirmedAdditional).toList());
    }

    @Test
    void industrialAccidentNeverPaysForEmploymentInsurance() {
        ReturnContent content = content(
                BASES,
                Map.of(
                        Fund.INDUSTRIAL_ACCIDENT, Returns.previous(20_000_000, 20_000_000),
                        Fund.UNEMPLOYMENT, Returns.previous(0, 0),
                        Fund.STABILITY, Returns.previous(0, 0)),
                BASES,
                PaymentMethod.LUMP_SUM);
        ReturnCalculation result = ReturnCalculation.of(content, law, Law2022.IN_TIME);
        assertTrue(result.refunds());
        assertEquals(Won.ZERO, result.plan(Insurance.IA).payable());
        assertEquals(
                Won.of(2_220_000 + 2_340_000 - 70_200 - 5_000),
                result.plan(Insurance.EI).payable());
        assertFalse(result.plan(Insurance.EI).refund().isPositive());
    }

    @Test
    void everyFiguresOriginIsInTheTraceOnce() {
        List<String> steps = ReturnCalculation.of(sample(), law, Law2022.IN_TIME).trace().stream()
                .map(line -> line.step())
                .toList();
        assertEquals(steps.size(), steps.stream().distinct().count());
    }

    /** 실업급여 confirmed and paid, its estimate; 고안 estimate, with its confirmed as paid. */
    private PaymentPlan employment(
            long confirmed, long paid, long estimate, long stabilityEstimate, long stabilityConfirmed) {
        Settlement unemployment = new Settlement(Fund.UNEMPLOYMENT, Won.of(confirmed), Won.of(paid), Won.of(paid));
        Settlement stability = new Settlement(
                Fund.STABILITY, Won.of(stabilityConfirmed), Won.of(stabilityConfirmed), Won.of(stabilityConfirmed));
        return PaymentPlan.of(
                Insurance.EI,
                PaymentMethod.LUMP_SUM,
                Law2022.IN_TIME,
                List.of(
                        new PaymentPlan.FundResult(unemployment, Won.of(estimate)),
                        new PaymentPlan.FundResult(stability, Won.of(stabilityEstimate))),
                law);
    }
}
