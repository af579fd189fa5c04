package kr.gosan.premium.calculation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.workplace.WorkplaceKind;
import kr.gosan.premium.law.PremiumLaw;
import kr.gosan.premium.law.ReturnLaw;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** The laws of the arithmetic, for any return that may be filed, small and absurdly large. */
class ReturnPropertiesTest {

    private static final long MAX = Won.MAX_INPUT.amount();

    private static final Map<Integer, ReturnLaw> LAWS = IntStream.rangeClosed(2018, 2021)
            .boxed()
            .collect(Collectors.toMap(
                    year -> year,
                    year -> ((PremiumLaw.Answer.Known) Law2022.LAW.forReturn(year, Returns.WORKPLACE)).law()));

    @Property
    void noLineIsRoundedUpAndNoneLosesTenWon(@ForAll("figures") long[] figures) {
        ReturnCalculation result = calculation(figures, PaymentMethod.LUMP_SUM);
        List<PremiumLine> lines =
                new ArrayList<>(result.estimated().orElseThrow().lines());
        lines.addAll(result.confirmed().orElseThrow().lines());
        for (PremiumLine line : lines) {
            BigDecimal lost = line.period()
                    .rate()
                    .total()
                    .of(line.base())
                    .subtract(BigDecimal.valueOf(line.amount().amount()));
            assertTrue(lost.signum() >= 0 && lost.compareTo(BigDecimal.TEN) < 0);
        }
    }

    @Property
    void instalmentsAddUpToTheWholeEstimateAndTheFirstIsTheLargest(
            @ForAll @LongRange(max = 100_000_000_000_000L) long tens, @ForAll @IntRange(max = 180) int day) {
        LocalDate establishedOn = LocalDate.of(2022, 1, 1).plusDays(day);
        ReturnLaw law = Law2022.of(WorkplaceKind.CONSTRUCTION_COLLECTIVE, establishedOn);
        Won estimate = Won.of(tens).times(10);
        List<Won> parts = Instalments.of(estimate, law.schedule().instalments());
        assertEquals(estimate, Won.sum(parts));
        assertTrue(parts.stream().allMatch(part -> part.amount() >= 0 && part.amount() % 10 == 0));
        assertTrue(parts.stream().allMatch(part -> part.compareTo(parts.getFirst()) <= 0));
    }

    @Property
    void thePeriodsOfAPlanHoldTheWholeEstimateWhateverIsOffset(
            @ForAll("figures") long[] figures, @ForAll PaymentMethod method) {
        ReturnCalculation result = calculation(figures, method);
        for (Insurance insurance : Insurance.values()) {
            PaymentPlan plan = result.plan(insurance);
            assertEquals(
                    result.estimated().orElseThrow().of(insurance),
                    Won.sum(plan.periods().stream().map(PaymentPeriod::estimate).toList()));
        }
    }

    @Property
    void offsetAndRefundMakeUpTheExcess(@ForAll("figures") long[] figures, @ForAll PaymentMethod method) {
        ReturnCalculation result = calculation(figures, method);
        for (Insurance insurance : Insurance.values()) {
            PaymentPlan plan = result.plan(insurance);
            assertEquals(plan.excess(), plan.offset().plus(plan.refund()));
        }
    }

    @Property
    void nothingPayableIsNegativeAndNoOffsetExceedsWhatIsDue(
            @ForAll("figures") long[] figures, @ForAll PaymentMethod method) {
        for (PaymentPlan plan : calculation(figures, method).plans().values()) {
            for (PaymentPeriod period : plan.periods()) {
                assertFalse(period.payable().isNegative());
                assertFalse(period.offset().isNegative());
                assertTrue(period.offset().compareTo(period.due()) <= 0);
                assertEquals(0, period.payable().amount() % 10);
                for (FundShare fund : period.funds()) {
                    assertFalse(fund.payableBeforeReduction().isNegative());
                    assertFalse(fund.offset().isNegative());
                }
            }
        }
    }

    @Property
    void nothingIsPayableInALaterPeriodWhileExcessIsUsedInIt(@ForAll("figures") long[] figures) {
        for (PaymentPlan plan :
                calculation(figures, PaymentMethod.INSTALLMENT).plans().values()) {
            List<PaymentPeriod> periods = plan.periods();
            for (int i = 1; i < periods.size(); i++) {
                if (periods.get(i).offset().isPositive()) {
                    assertTrue(periods.get(i - 1).payable().isZero(), "the earlier period comes first");
                }
            }
            assertTrue(plan.refund().isZero() || plan.payable().isZero());
        }
    }

    @Property
    void theTwoInsurancesNeverMix(
            @ForAll("figures") long[] one, @ForAll("figures") long[] other, @ForAll PaymentMethod method) {
        long[] mixed = one.clone();
        for (int i : new int[] {0, 1, 4, 7, 10, 11}) {
            mixed[i] = other[i];
        }
        assertEquals(periods(one, method, Insurance.EI), periods(mixed, method, Insurance.EI));
        assertEquals(periods(other, method, Insurance.IA), periods(mixed, method, Insurance.IA));
    }

    @Property
    void atMostOneOfAdditionalExcessAndArrearsBelongsToAPaidUpFund(
            @ForAll @LongRange(max = 1_000_000) long confirmed, @ForAll @LongRange(max = 1_000_000) long reported) {
        Settlement paidUp = new Settlement(Fund.STABILITY, Won.of(confirmed), Won.of(reported), Won.of(reported));
        assertTrue(paidUp.arrears().isZero());
        assertTrue(paidUp.additional().isZero() || paidUp.excess().isZero());
    }

    @Property
    void theTraceEndsInTheFiguresOfThePlan(@ForAll("figures") long[] figures, @ForAll PaymentMethod method) {
        ReturnCalculation result = calculation(figures, method);
        Function<String, Won> traced = step -> result.trace().stream()
                .filter(line -> line.step().equals(step))
                .findFirst()
                .orElseThrow()
                .result();
        for (PaymentPlan plan : result.plans().values()) {
            String insurance = plan.insurance().name().toLowerCase(java.util.Locale.ROOT);
            assertEquals(
                    result.estimated().orElseThrow().of(plan.insurance()),
                    traced.apply(insurance + ".estimated.total"));
            for (PaymentPeriod period : plan.periods()) {
                assertEquals(period.payable(), traced.apply(insurance + ".payment.payable." + period.period()));
            }
        }
    }

    @Property(tries = 5_000)
    void aSecondComputationInPlainLongsAgrees(
            @ForAll("figures") long[] figures,
            @ForAll PaymentMethod method,
            @ForAll @IntRange(min = 2018, max = 2021) int year) {
        ReturnCalculation result = calculation(figures, method, year);
        List<Long> all = new ArrayList<>();
        for (Insurance insurance : Insurance.values()) {
            all.add(result.plan(insurance).payable().amount());
            all.add(result.plan(insurance).refund().amount());
        }
        for (Insurance insurance : Insurance.values()) {
            result.plan(insurance)
                    .periods()
                    .forEach(period -> all.add(period.payable().amount()));
        }
        long[] expected = StraightLine.of(
                year,
                java.util.Arrays.copyOfRange(figures, 0, 4),
                java.util.Arrays.copyOfRange(figures, 4, 7),
                java.util.Arrays.copyOfRange(figures, 7, 10),
                java.util.Arrays.copyOfRange(figures, 10, 14),
                method == PaymentMethod.INSTALLMENT);
        assertArrayEquals(expected, all.stream().mapToLong(Long::longValue).toArray());
    }

    private static List<List<Won>> periods(long[] figures, PaymentMethod method, Insurance insurance) {
        return calculation(figures, method).plan(insurance).periods().stream()
                .map(period -> List.of(period.confirmedAdditional(), period.estimate(), period.payable()))
                .toList();
    }

    private static ReturnCalculation calculation(long[] figures, PaymentMethod method) {
        return calculation(figures, method, 2021);
    }

    private static ReturnCalculation calculation(long[] f, PaymentMethod method, int year) {
        ReturnContent content = Returns.content(
                Returns.bases(f[0], f[1], f[2], f[3]),
                Map.of(
                        Fund.INDUSTRIAL_ACCIDENT, Returns.previous(f[4], f[7]),
                        Fund.UNEMPLOYMENT, Returns.previous(f[5], f[8]),
                        Fund.STABILITY, Returns.previous(f[6], f[9])),
                Returns.bases(f[10], f[11], f[12], f[13]),
                method);
        return ReturnCalculation.of(content, LAWS.get(year), LocalDate.of(year + 1, 3, 10));
    }

    /** Four bases, three reported, three paid (at most as reported), four expected bases; often near the confirmed ones. */
    @Provide
    Arbitrary<long[]> figures() {
        Arbitrary<Long> base = Arbitraries.oneOf(
                Arbitraries.longs().between(0, MAX),
                Arbitraries.longs().between(0, 500_000_000),
                Arbitraries.longs().between(0, 1_000));
        Arbitrary<Long> reported = Arbitraries.oneOf(
                Arbitraries.longs().between(0, MAX), Arbitraries.longs().between(0, 20_000_000));
        Arbitrary<Integer> percent = Arbitraries.integers().between(0, 200);
        return base.array(Long[].class)
                .ofSize(4)
                .flatMap(bases -> reported.array(Long[].class)
                        .ofSize(3)
                        .flatMap(estimates -> percent.array(Integer[].class)
                                .ofSize(7)
                                .map(shares -> {
                                    long[] figures = new long[14];
                                    for (int i = 0; i < 4; i++) {
                                        figures[i] = bases[i];
                                        figures[10 + i] = Math.min(MAX, bases[i] / 100 * shares[i] + bases[i] % 100);
                                    }
                                    for (int i = 0; i < 3; i++) {
                                        figures[4 + i] = estimates[i];
                                        figures[7 + i] = estimates[i] / 100 * Math.min(100, shares[4 + i]);
                                    }
                                    return figures;
                                })));
    }
}
