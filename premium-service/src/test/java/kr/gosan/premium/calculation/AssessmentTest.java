package kr.gosan.premium.calculation;

import static kr.gosan.premium.calculation.Returns.BASES;
import static kr.gosan.premium.calculation.Returns.PREVIOUS;
import static kr.gosan.premium.calculation.Returns.assess;
import static kr.gosan.premium.calculation.Returns.bases;
import static kr.gosan.premium.calculation.Returns.codes;
import static kr.gosan.premium.calculation.Returns.content;
import static kr.gosan.premium.calculation.Returns.part;
import static kr.gosan.premium.calculation.Returns.previous;
import static kr.gosan.premium.calculation.Returns.sample;
import static kr.gosan.premium.calculation.Returns.with;
import static kr.gosan.premium.calculation.Returns.withParts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.workplace.EmployerKind;
import kr.gosan.kernel.workplace.WorkplaceKind;
import kr.gosan.premium.law.ReturnRow;
import kr.gosan.premium.law.Workplace;
import org.junit.jupiter.api.Test;

class AssessmentTest {

    @Test
    void theReturnOfTheSourceDocumentMayBeFiled() {
        assertEquals(List.of(), assess(sample()).violations());
    }

    @Test
    void moreWasPaidThanReportedIsRefusedForEachFund() {
        ReturnContent content = content(
                BASES,
                Map.of(
                        Fund.INDUSTRIAL_ACCIDENT, previous(10, 20),
                        Fund.UNEMPLOYMENT, previous(10, 20),
                        Fund.STABILITY, previous(10, 20)),
                BASES,
                PaymentMethod.LUMP_SUM);
        assertEquals(
                List.of(
                        "/previousEstimate/industrialAccident/paid paid-exceeds-reported",
                        "/previousEstimate/unemployment/paid paid-exceeds-reported",
                        "/previousEstimate/stability/paid paid-exceeds-reported"),
                codes(assess(content)));
    }

    @Test
    void anEstimateBelowSeventyPercentNeedsAReason() {
        for (Remuneration low : List.of(
                bases(80_999_999, 10_000_000, 120_000_000, 120_000_000),
                bases(120_000_000, 10_000_000, 83_999_999, 120_000_000),
                bases(120_000_000, 10_000_000, 120_000_000, 83_999_999))) {
            ReturnContent content = content(BASES, PREVIOUS, low, PaymentMethod.LUMP_SUM);
            assertEquals(List.of("/estimated/reductionReason reduction-reason-required"), codes(assess(content)));
            assertEquals(List.of(), codes(assess(with(content, ReductionReason.WORKERS_REDUCED, null))));
        }
        Remuneration exactly = bases(91_000_000, 0, 84_000_000, 84_000_000);
        assertEquals(List.of(), codes(assess(content(BASES, PREVIOUS, exactly, PaymentMethod.LUMP_SUM))));
    }

    @Test
    void statedPartsMustBeTheRatePeriodsAndAddUp() {
        Remuneration thirds = withParts(
                BASES, part("2022-01-01", "2022-04-30", 40_000_000), part("2022-05-01", "2022-12-31", 80_000_000));
        assertEquals(
                List.of("/estimated/employment/unemploymentPeriods not-the-rate-periods"),
                codes(assess(content(BASES, PREVIOUS, thirds, PaymentMethod.LUMP_SUM))));
        Remuneration tooMuch = withParts(
                BASES, part("2022-01-01", "2022-06-30", 60_000_000), part("2022-07-01", "2022-12-31", 60_000_001));
        assertEquals(
                List.of("/estimated/employment/unemploymentPeriods parts-do-not-add-up"),
                codes(assess(content(BASES, PREVIOUS, tooMuch, PaymentMethod.LUMP_SUM))));
        Remuneration wrongYear = withParts(BASES, part("2022-01-01", "2022-12-31", 120_000_000));
        assertEquals(
                List.of("/confirmed/employment/unemploymentPeriods not-the-rate-periods"),
                codes(assess(content(wrongYear, PREVIOUS, BASES, PaymentMethod.LUMP_SUM))));
    }

    @Test
    void statedPartsStandWhenTheyAddUpToTheBase() {
        Remuneration uneven = withParts(
                BASES, part("2022-01-01", "2022-06-30", 20_000_000), part("2022-07-01", "2022-12-31", 100_000_000));
        assertEquals(
                List.of(Won.of(320_000), Won.of(1_800_000)),
                unemployment(content(BASES, PREVIOUS, uneven, PaymentMethod.LUMP_SUM)));
    }

    @Test
    void aCarriedOverBaseThatTheStatedPartsDoNotMakeUpIsSplitByMonths() {
        Remuneration uneven = withParts(
                bases(120_000_000, 10_000_000, 100_000_000, 120_000_000),
                part("2022-01-01", "2022-06-30", 20_000_000),
                part("2022-07-01", "2022-12-31", 80_000_000));
        assertEquals(
                List.of(Won.of(960_000), Won.of(1_080_000)),
                unemployment(content(BASES, PREVIOUS, uneven, PaymentMethod.LUMP_SUM)));
    }

    @Test
    void aNewWorkplaceStatesOnlyItsEstimate() {
        Workplace fresh = Law2022.workplace(WorkplaceKind.CONSTRUCTION_COLLECTIVE, LocalDate.of(2022, 2, 10));
        ReturnContent nothingToConfirm = content(null, Map.of(), BASES, PaymentMethod.INSTALLMENT);
        assertEquals(
                List.of(),
                Assessment.of(nothingToConfirm, fresh, Law2022.IN_TIME, Law2022.LAW)
                        .violations());
        assertEquals(
                List.of("/confirmed before-establishment", "/previousEstimate before-establishment"),
                codes(Assessment.of(sample(), fresh, Law2022.IN_TIME, Law2022.LAW)));
        assertEquals(List.of("/confirmed required", "/previousEstimate required"), codes(assess(nothingToConfirm)));
    }

    @Test
    void instalmentsAreNotOpenFromJulyFirst() {
        ReturnContent content = content(null, Map.of(), BASES, PaymentMethod.INSTALLMENT);
        Workplace lastDay = Law2022.workplace(WorkplaceKind.CONSTRUCTION_COLLECTIVE, LocalDate.of(2022, 6, 30));
        Workplace dayAfter = Law2022.workplace(WorkplaceKind.CONSTRUCTION_COLLECTIVE, LocalDate.of(2022, 7, 1));
        LocalDate filedOn = LocalDate.of(2022, 7, 10);
        assertEquals(List.of(), codes(Assessment.of(content, lastDay, filedOn, Law2022.LAW)));
        assertEquals(
                List.of("/payment/industrialAccident instalments-not-open", "/payment/employment instalments-not-open"),
                codes(Assessment.of(content, dayAfter, filedOn, Law2022.LAW)));
    }

    @Test
    void theYearMustBeOverTheLawKnownAndTheWorkplaceThere() {
        assertEquals(
                List.of("/insuranceYear insurance-year-not-over"),
                codes(Assessment.of(sample(), Returns.WORKPLACE, LocalDate.of(2021, 12, 31), Law2022.LAW)));
        assertEquals(
                List.of(), codes(Assessment.of(sample(), Returns.WORKPLACE, LocalDate.of(2022, 1, 1), Law2022.LAW)));
        Workplace notYet = Law2022.workplace(WorkplaceKind.CONSTRUCTION_HQ, Law2022.IN_TIME.plusDays(1));
        assertEquals(
                List.of("/insuranceYear workplace-not-established"),
                codes(Assessment.of(
                        content(null, Map.of(), BASES, PaymentMethod.LUMP_SUM), notYet, Law2022.IN_TIME, Law2022.LAW)));
        Workplace later = Law2022.workplace(WorkplaceKind.CONSTRUCTION_HQ, LocalDate.of(2023, 1, 1));
        Assessment notThere = Assessment.of(sample(), later, Law2022.IN_TIME, Law2022.LAW);
        assertEquals(List.of("/insuranceYear workplace-not-established"), codes(notThere));
        assertTrue(notThere.result().isEmpty());
    }

    @Test
    void unknownLawNamesParameterAndDate() {
        ReturnContent next = new ReturnContent(
                2022,
                sample().confirmed(),
                sample().previous(),
                sample().estimated(),
                sample().reductionReason(),
                sample().payment(),
                sample().refundAccountHolder());
        Assessment assessment = Assessment.of(next, Returns.WORKPLACE, LocalDate.of(2023, 3, 1), Law2022.LAW);
        assertTrue(assessment
                .violations()
                .contains(Violation.of(
                        "/insuranceYear",
                        "law-unknown",
                        "accident.asbestos-rate",
                        LocalDate.of(2023, 1, 1),
                        kr.gosan.kernel.law.LookUp.Reason.FIGURE_UNKNOWN)));
        assertTrue(assessment.result().isEmpty());
    }

    @Test
    void aRefundGoesOnlyToTheEmployersOwnAccount() {
        assertEquals(
                List.of("/refundAccount/holderKind refund-account-not-the-employers"),
                codes(assess(with(sample(), null, EmployerKind.SOLE_PROPRIETOR))));
        assertEquals(List.of(), codes(assess(with(sample(), null, EmployerKind.CORPORATION))));
        Workplace own = Workplace.of(
                WorkplaceKind.CONSTRUCTION_COLLECTIVE,
                kr.gosan.kernel.workplace.EmployeeScale.UNDER_150,
                EmployerKind.SOLE_PROPRIETOR,
                Law2022.LONG_AGO);
        assertEquals(
                List.of("/refundAccount/holderKind refund-account-not-the-employers"),
                codes(Assessment.of(
                        with(sample(), null, EmployerKind.CORPORATION), own, Law2022.IN_TIME, Law2022.LAW)));
    }

    @Test
    void aRefundNeedsAnAccount() {
        ReturnContent refunding = content(
                BASES,
                Map.of(
                        Fund.INDUSTRIAL_ACCIDENT, previous(20_000_000, 20_000_000),
                        Fund.UNEMPLOYMENT, previous(0, 0),
                        Fund.STABILITY, previous(0, 0)),
                BASES,
                PaymentMethod.LUMP_SUM);
        assertEquals(
                "refund-account-required",
                assess(refunding).missingRefundAccount(refunding).orElseThrow().code());
        ReturnContent named = with(refunding, null, EmployerKind.CORPORATION);
        assertFalse(assess(named).missingRefundAccount(named).isPresent());
        assertFalse(assess(sample()).missingRefundAccount(sample()).isPresent());
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        ReturnContent content = with(
                content(
                        BASES,
                        Map.of(
                                Fund.INDUSTRIAL_ACCIDENT, previous(10, 20),
                                Fund.UNEMPLOYMENT, previous(0, 0),
                                Fund.STABILITY, previous(0, 0)),
                        bases(0, 0, 0, 0),
                        PaymentMethod.LUMP_SUM),
                null,
                EmployerKind.SOLE_PROPRIETOR);
        assertEquals(
                List.of(
                        "/previousEstimate/industrialAccident/paid paid-exceeds-reported",
                        "/refundAccount/holderKind refund-account-not-the-employers",
                        "/estimated/reductionReason reduction-reason-required"),
                codes(assess(content)));
    }

    private static List<Won> unemployment(ReturnContent content) {
        return assess(content).result().orElseThrow().calculation().estimated().orElseThrow().lines().stream()
                .filter(line -> line.row() == ReturnRow.UNEMPLOYMENT)
                .map(PremiumLine::amount)
                .toList();
    }
}
