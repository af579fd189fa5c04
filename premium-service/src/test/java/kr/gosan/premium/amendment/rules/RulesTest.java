package kr.gosan.premium.amendment.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.refund.RefundInterest;
import kr.gosan.kernel.time.BusinessCalendar;
import kr.gosan.kernel.trace.TraceLine;
import kr.gosan.premium.calculation.Golden;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RulesTest {

    private static final AmendmentLaw LAW = TestLaw.on("2023-06-30");

    @TestFactory
    Stream<DynamicTest> surcharges() {
        return Golden.cases("surcharges.yaml", each -> {
            Surcharge surcharge = Surcharge.of(
                    byFund(Golden.wons(each.required("due"))),
                    Surcharge.Measure.valueOf(each.required("measure").asText()),
                    each.path("forceMajeure").asBoolean(),
                    LAW);
            assertEquals(byFund(Golden.wons(each.required("surcharge"))), surcharge.byFund());
            for (TraceLine line : surcharge.trace()) {
                assertTrue(line.formula().contains(" × 10% → "), line.formula());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> refundInterest() {
        return Golden.cases("refund-interest.yaml", each -> {
            RefundInterest.Answer answer =
                    RefundInterest.of(Golden.won(each, "refund"), day(each, "from"), day(each, "to"), TestLaw.BOOK);
            assertEquals(
                    Golden.won(each, "interest"),
                    assertInstanceOf(RefundInterest.Answer.Known.class, answer)
                            .interest()
                            .amount());
        });
    }

    @Test
    void interestIsRefusedWhereTheRateOfAnyDayIsNotEstablished() {
        Won refund = Won.of(1_000_000);
        RefundInterest.Answer answer =
                RefundInterest.of(refund, LocalDate.parse("2026-02-01"), LocalDate.parse("2026-03-01"), TestLaw.BOOK);
        assertEquals(
                LookUp.Reason.AFTER_VERIFIED_THROUGH,
                assertInstanceOf(RefundInterest.Answer.Unknown.class, answer)
                        .refusal()
                        .reason());
        assertInstanceOf(
                RefundInterest.Answer.Known.class,
                RefundInterest.of(refund, LocalDate.parse("2026-02-01"), LocalDate.parse("2026-02-28"), TestLaw.BOOK));
    }

    @Test
    void interestRunsFromTheDayAfterTheSeventhDayAfterReceipt() {
        assertEquals(
                LocalDate.parse("2022-03-18"),
                RefundInterest.from(LocalDate.parse("2022-03-10"), LAW.the(AmendmentTerm.INTEREST_AFTER_RECEIPT)));
    }

    @TestFactory
    Stream<DynamicTest> smallAmounts() {
        return Golden.cases("small-amounts.yaml", each -> {
            Adjustment adjustment = accident(
                    each.required("before").asLong(),
                    each.required("after").asLong(),
                    TestLaw.on(each.required("on").asText()));
            Adjustment.InsurancePart part = adjustment.insurances().get(Insurance.IA);
            assertEquals(Golden.won(each, "toPay"), part.toPay());
            assertEquals(Golden.won(each, "toRefund"), part.toRefund());
        });
    }

    @Test
    void fromJuly2023AnAmountUnder2000WonMovesNothing() {
        AmendmentLaw before = TestLaw.on("2023-06-30");
        AmendmentLaw after = TestLaw.on("2023-07-01");
        for (long amount : List.of(1_990L, -1_990L)) {
            Adjustment collected = accident(1_000_000, 1_000_000 + amount, before);
            assertEquals(Math.abs(amount), moved(collected));
            Adjustment dropped = accident(1_000_000, 1_000_000 + amount, after);
            assertEquals(0, moved(dropped));
            Adjustment.InsurancePart part = dropped.insurances().get(Insurance.IA);
            assertTrue(part.smallAmount());
            assertEquals(
                    Won.of(1_000_000 + amount),
                    part.lines().getFirst().confirmedAfter(),
                    "the figures change all the same");
        }
        for (long amount : List.of(2_000L, -2_000L)) {
            assertEquals(2_000, moved(accident(1_000_000, 1_000_000 + amount, after)));
        }
        assertFalse(accident(5, 5, after).insurances().get(Insurance.IA).smallAmount());
    }

    @Test
    void premiumAndSurchargeTogetherDecideWhetherAnAmountIsSmall() {
        Figures before = figures(0, 0, 0);
        Figures after = figures(0, 1_000, 900);
        Adjustment small = Adjustment.between(before, after, Surcharge.Measure.FULL, false, TestLaw.on("2024-01-02"));
        assertTrue(small.insurances().get(Insurance.EI).smallAmount());
        Adjustment enough = Adjustment.between(
                before, figures(0, 1_000, 1_000), Surcharge.Measure.FULL, false, TestLaw.on("2024-01-02"));
        assertEquals(Won.of(2_000), enough.insurances().get(Insurance.EI).toPay());
    }

    @Test
    void aFundThatFallsTakesTheSurchargeOffOneThatRises() {
        Adjustment moved = Adjustment.between(
                figures(0, 1_000_000, 1_000_000), figures(0, 1_100_000, 960_000), Surcharge.Measure.FULL, false, LAW);
        Adjustment.InsurancePart employment = moved.insurances().get(Insurance.EI);
        assertEquals(Won.of(6_000), employment.lines().getFirst().surcharge());
        assertEquals(Won.of(100_000), employment.lines().getFirst().additionalDue());
        assertEquals(Won.of(40_000), employment.lines().getLast().overpaid());
        assertEquals(Won.of(66_000), employment.toPay());
    }

    @Test
    void onlyWhatGoesTheWayOfItsKindIsAccepted() {
        Figures filed = figures(100, 100, 100);
        assertEquals(Optional.empty(), against(CorrectionKind.AMENDED_RETURN, filed, figures(110, 100, 100)));
        assertEquals(
                Optional.of("amendment-changes-nothing"),
                against(CorrectionKind.AMENDED_RETURN, filed, figures(100, 100, 100)));
        assertEquals(
                Optional.of("amendment-lowers"), against(CorrectionKind.AMENDED_RETURN, filed, figures(110, 90, 100)));
        assertEquals(
                Optional.empty(),
                against(CorrectionKind.AMENDED_RETURN, filed, figures(100, 120, 90)),
                "funds of one insurance are netted");
        assertEquals(Optional.empty(), against(CorrectionKind.CORRECTION_CLAIM, filed, figures(100, 90, 100)));
        assertEquals(
                Optional.of("claim-raises"), against(CorrectionKind.CORRECTION_CLAIM, filed, figures(110, 50, 100)));
        assertEquals(
                Optional.of("amendment-changes-nothing"),
                against(CorrectionKind.CORRECTION_CLAIM, filed, figures(100, 100, 100)));
    }

    @Test
    void aClaimIsOpenForOneYearAfterTheDeadline() {
        ClaimPeriod period = ClaimPeriod.after(LocalDate.parse("2022-03-31"), LAW, BusinessCalendar.korea()::extended);
        assertEquals(LocalDate.parse("2023-03-31"), period.lastDay());
        assertTrue(period.isOpenOn(LocalDate.parse("2022-03-31").plusDays(365)));
        assertFalse(period.isOpenOn(LocalDate.parse("2022-03-31").plusDays(366)));
        assertEquals(
                LocalDate.parse("2025-03-31"),
                ClaimPeriod.after(LocalDate.parse("2024-03-29"), LAW, BusinessCalendar.korea()::extended)
                        .lastDay(),
                "2025-03-29 is a Saturday");
        assertEquals(LocalDate.parse("2022-05-10"), ClaimPeriod.decideBy(LocalDate.parse("2022-03-10"), LAW));
    }

    @Test
    void anEstimateIsReducedWhenItFallsByThirtyPerCentOrMore() {
        assertTrue(fall(1_000_000, 700_000).isEnough(), "70 % is left");
        assertTrue(fall(1_000_000, 699_900).isEnough(), "69.99 % is left");
        EstimateFall tooLittle = fall(1_000_000, 700_100);
        assertFalse(tooLittle.isEnough(), "70.01 % is left");
        assertEquals("29.99", tooLittle.percent().toPlainString());
        assertTrue(
                tooLittle.trace().formula().endsWith("29.99% < 30%"),
                tooLittle.trace().formula());
        assertFalse(fall(0, 0).isEnough());
        assertFalse(fall(1_000_000, 1_200_000).isEnough());
    }

    @Test
    void whatRemainsOfAReducedEstimateIsDividedOverTheInstalmentsStillOpen() {
        List<RemainingInstalments.Billed> quarters = List.of(
                billed(1, "2022-03-31", 333_960),
                billed(2, "2022-05-15", 333_940),
                billed(3, "2022-08-15", 333_940),
                billed(4, "2022-11-15", 333_940));
        RemainingInstalments reduced =
                RemainingInstalments.of(quarters, Won.of(800_010), LocalDate.parse("2022-05-16"), day -> day);
        assertEquals(
                List.of(333_960L, 333_940L, 66_060L, 66_050L),
                reduced.periods().stream().map(it -> it.after().amount()).toList());
        assertEquals(
                List.of(333_960L, 155_360L, 155_350L, 155_350L),
                RemainingInstalments.of(quarters, Won.of(800_020), LocalDate.parse("2022-05-15"), day -> day)
                        .periods()
                        .stream()
                        .map(it -> it.after().amount())
                        .toList(),
                "due on the day itself is still open");
        RemainingInstalments surplus =
                RemainingInstalments.of(quarters, Won.of(500_000), LocalDate.parse("2022-06-01"), day -> day);
        assertEquals(Won.of(167_900), surplus.surplus());
        assertEquals(Won.ZERO, surplus.periods().getLast().after());
        RemainingInstalments late =
                RemainingInstalments.of(quarters, Won.of(500_000), LocalDate.parse("2023-01-01"), day -> day);
        assertEquals(Won.of(835_780), late.surplus());
    }

    /** Established on 2022-02-24: 127, 92 and 92 days, the first due on 2022-05-05, a holiday. */
    @Test
    void theInstalmentsOfAWorkplaceOfTheMiddleOfTheYearAreDividedByTheirDays() {
        List<RemainingInstalments.Billed> days = List.of(
                billed(1, "2022-05-05", 127, 127_000),
                billed(2, "2022-08-15", 92, 92_000),
                billed(3, "2022-11-15", 92, 92_000));
        for (var each : Map.of(
                        "2022-05-06", List.of(254_000L, 184_000L, 184_000L),
                        "2022-05-07", List.of(127_000L, 247_500L, 247_500L),
                        "2022-08-17", List.of(127_000L, 92_000L, 403_000L))
                .entrySet()) {
            RemainingInstalments raised = RemainingInstalments.of(
                    days, Won.of(622_000), LocalDate.parse(each.getKey()), BusinessCalendar.korea()::extended);
            assertEquals(
                    each.getValue(),
                    raised.periods().stream().map(it -> it.after().amount()).toList(),
                    each.getKey());
        }
        RemainingInstalments uneven = RemainingInstalments.of(
                days, Won.of(100_009), LocalDate.parse("2022-05-01"), BusinessCalendar.korea()::extended);
        assertEquals(
                List.of(40_849L, 29_580L, 29_580L),
                uneven.periods().stream().map(it -> it.after().amount()).toList(),
                "later ones truncated below 10 won, the rest in the first");
    }

    @Test
    void anInstalmentIsOpenUntilItsDueDateAsTheCalendarExtendsIt() {
        List<RemainingInstalments.Billed> quarters = List.of(
                billed(1, "2022-03-31", 300_000), billed(2, "2022-05-15", 300_000), billed(3, "2022-08-15", 300_000));
        for (Map.Entry<String, List<Long>> each : Map.of(
                        "2022-05-16", List.of(300_000L, 150_000L, 150_000L),
                        "2022-05-17", List.of(300_000L, 300_000L, 0L))
                .entrySet()) {
            RemainingInstalments left = RemainingInstalments.of(
                    quarters, Won.of(600_000), LocalDate.parse(each.getKey()), BusinessCalendar.korea()::extended);
            assertEquals(
                    each.getValue(),
                    left.periods().stream().map(it -> it.after().amount()).toList(),
                    "2022-05-15 is a Sunday");
            assertEquals(LocalDate.parse("2022-05-15"), left.periods().get(1).dueDate(), "the statutory day is kept");
        }
    }

    @Test
    void theTableOfStatesReachesEveryStateAndRefusesTheRest() {
        Set<CorrectionState> reached = new HashSet<>();
        CorrectionState.EDGES.forEach(edge -> reached.add(edge.to()));
        assertEquals(Set.of(CorrectionState.values()), reached);
        int edges = 0;
        for (CorrectionState state : CorrectionState.values()) {
            for (CorrectionState.Happening happening : CorrectionState.Happening.values()) {
                boolean known = CorrectionState.EDGES.stream()
                        .anyMatch(edge -> edge.from().equals(Optional.of(state)) && edge.happening() == happening);
                if (known) {
                    edges++;
                    state.after(happening);
                } else {
                    assertThrows(IllegalStateException.class, () -> state.after(happening));
                }
            }
        }
        assertEquals(CorrectionState.EDGES.size() - 2, edges);
        assertEquals(CorrectionState.RECEIVED, CorrectionState.of(CorrectionKind.CORRECTION_CLAIM));
        assertEquals(CorrectionState.ACCEPTED, CorrectionState.of(CorrectionKind.AMENDED_RETURN));
    }

    @Test
    void everyTermIsKnownFrom2018ToTheEndOf2026() {
        for (String day : List.of("2018-03-19", "2022-12-31", "2026-12-31")) {
            assertEquals(AmendmentTerm.values().length, TestLaw.on(day).terms().size());
        }
        assertInstanceOf(
                AmendmentLaw.Answer.Unknown.class, AmendmentLaw.on(LocalDate.parse("2027-01-01"), TestLaw.BOOK));
    }

    private static Optional<String> against(CorrectionKind kind, Figures before, Figures after) {
        return Direction.against(kind, before, after);
    }

    private static EstimateFall fall(long before, long after) {
        return EstimateFall.of(Insurance.IA, estimate(before), estimate(after), LAW);
    }

    private static Figures estimate(long accident) {
        return new Figures(Map.of(Fund.INDUSTRIAL_ACCIDENT, new Figures.FundFigures(Won.ZERO, Won.of(accident))));
    }

    private static RemainingInstalments.Billed billed(int period, String dueDate, long share, long amount) {
        return new RemainingInstalments.Billed(period, LocalDate.parse(dueDate), share, Won.of(amount));
    }

    private static RemainingInstalments.Billed billed(int period, String dueDate, long amount) {
        return billed(period, dueDate, 1, amount);
    }

    private static Adjustment accident(long before, long after, AmendmentLaw law) {
        return Adjustment.between(figures(before, 0, 0), figures(after, 0, 0), Surcharge.Measure.NONE, false, law);
    }

    private static long moved(Adjustment adjustment) {
        Adjustment.InsurancePart part = adjustment.insurances().get(Insurance.IA);
        return part.toPay().plus(part.toRefund()).amount();
    }

    private static Figures figures(long... confirmed) {
        Map<Fund, Figures.FundFigures> funds = new java.util.EnumMap<>(Fund.class);
        for (Fund fund : Fund.values()) {
            funds.put(fund, new Figures.FundFigures(Won.of(confirmed[fund.ordinal()]), Won.ZERO));
        }
        return new Figures(funds);
    }

    private static Map<Fund, Won> byFund(List<Won> amounts) {
        Map<Fund, Won> byFund = new java.util.EnumMap<>(Fund.class);
        List<Won> left = new ArrayList<>(amounts);
        for (Fund fund : Fund.values()) {
            byFund.put(fund, left.removeFirst());
        }
        return byFund;
    }

    private static LocalDate day(JsonNode node, String field) {
        return LocalDate.parse(node.required(field).asText());
    }
}
