package kr.gosan.premium.amendment.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.refund.RefundInterest;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Laws of a chain of corrections, whatever its figures. */
class AdjustmentPropertiesTest {

    private static final AmendmentLaw LAW = TestLaw.on("2023-06-30");

    @Property
    void theOriginalAndAllAdjustmentsTogetherAreTheLastFigures(
            @ForAll("chain") @Size(min = 2, max = 6) List<List<Long>> chain) {
        Map<Fund, Won> owed = new EnumMap<>(Fund.class);
        Figures current = figures(chain.getFirst());
        for (Fund fund : Fund.values()) {
            owed.put(fund, total(current, fund));
        }
        for (List<Long> next : chain.subList(1, chain.size())) {
            Figures after = figures(next);
            Adjustment adjustment = Adjustment.between(current, after, Surcharge.Measure.NONE, false, LAW);
            adjustment.insurances().values().stream()
                    .flatMap(part -> part.lines().stream())
                    .forEach(
                            line -> owed.merge(line.fund(), line.additionalDue().minus(line.overpaid()), Won::plus));
            current = after;
        }
        for (Fund fund : Fund.values()) {
            assertEquals(total(current, fund), owed.get(fund));
        }
    }

    @Property
    void halfASurchargeIsNeverMoreThanHalfOfAWholeOneAndNeverTwentyWonLess(
            @ForAll("figures") List<Long> before, @ForAll("figures") List<Long> after) {
        Adjustment whole = adjust(before, after, Surcharge.Measure.FULL);
        Adjustment half = adjust(before, after, Surcharge.Measure.HALVED);
        for (Fund fund : Fund.values()) {
            long full = surcharge(whole, fund);
            long halved = surcharge(half, fund);
            assertTrue(2 * halved <= full && 2 * halved > full - 20, full + " " + halved);
            assertEquals(0, full % 10);
            assertEquals(0, halved % 10);
        }
    }

    /** §24 and 국고금 관리법 §47 once more, in whole won: 10 % of each fund, 3,000 won an insurance, half of each fund. */
    @Property
    void aSurchargeIsWhatPlainArithmeticSays(
            @ForAll @LongRange(max = 100_000) long accident,
            @ForAll @LongRange(max = 50_000) long unemployment,
            @ForAll @LongRange(max = 100_000_000_000L) long stability,
            @ForAll boolean halved) {
        Surcharge.Measure measure = halved ? Surcharge.Measure.HALVED : Surcharge.Measure.FULL;
        for (long last : List.of(stability, stability % 50_000)) {
            Surcharge surcharge = Surcharge.of(
                    Map.of(
                            Fund.INDUSTRIAL_ACCIDENT, Won.of(accident),
                            Fund.UNEMPLOYMENT, Won.of(unemployment),
                            Fund.STABILITY, Won.of(last)),
                    measure,
                    false,
                    LAW);
            long ofAccident = accident / 100 * 10;
            long ofUnemployment = unemployment / 100 * 10;
            long ofStability = last / 100 * 10;
            boolean employmentLevied = ofUnemployment + ofStability >= 3_000;
            assertEquals(
                    Map.of(
                            Fund.INDUSTRIAL_ACCIDENT, Won.of(ofAccident >= 3_000 ? paid(ofAccident, halved) : 0),
                            Fund.UNEMPLOYMENT, Won.of(employmentLevied ? paid(ofUnemployment, halved) : 0),
                            Fund.STABILITY, Won.of(employmentLevied ? paid(ofStability, halved) : 0)),
                    surcharge.byFund());
        }
    }

    private static long paid(long surcharge, boolean halved) {
        return halved ? surcharge / 20 * 10 : surcharge;
    }

    /** §23④ once more, day by day in whole tenths of a per cent. */
    @Property
    void interestIsTheSumOfItsDays(
            @ForAll @LongRange(max = 10_000_000_000L) long refund,
            @ForAll @LongRange(max = 2_900) long firstDay,
            @ForAll @LongRange(max = 1_500) long days) {
        LocalDate from = LocalDate.parse("2018-03-19").plusDays(firstDay);
        LocalDate end = LocalDate.parse("2026-02-28");
        LocalDate to = from.plusDays(days).isAfter(end) ? end : from.plusDays(days);
        long thousandths = 0;
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            thousandths += refund * perMille(day.toString());
        }
        RefundInterest.Answer answer = RefundInterest.of(Won.of(refund), from, to, TestLaw.BOOK);
        assertEquals(
                Won.of(thousandths / 1_000 / 365 / 10 * 10),
                assertInstanceOf(RefundInterest.Answer.Known.class, answer)
                        .interest()
                        .amount());
    }

    private static long perMille(String day) {
        if (day.compareTo("2019-03-20") < 0) {
            return 18;
        }
        if (day.compareTo("2020-03-13") < 0) {
            return 21;
        }
        if (day.compareTo("2021-03-16") < 0) {
            return 18;
        }
        if (day.compareTo("2023-03-20") < 0) {
            return 12;
        }
        if (day.compareTo("2024-03-22") < 0) {
            return 29;
        }
        return day.compareTo("2025-03-21") < 0 ? 35 : 31;
    }

    @Provide
    Arbitrary<List<Long>> figures() {
        return Arbitraries.longs()
                .between(0, 100_000_000_000L)
                .map(it -> it / 10 * 10)
                .list()
                .ofSize(6);
    }

    @Provide
    Arbitrary<List<List<Long>>> chain() {
        return figures().list();
    }

    private static Adjustment adjust(List<Long> before, List<Long> after, Surcharge.Measure measure) {
        return Adjustment.between(figures(before), figures(after), measure, false, LAW);
    }

    private static long surcharge(Adjustment adjustment, Fund fund) {
        return adjustment.insurances().get(fund.insurance()).lines().stream()
                .filter(line -> line.fund() == fund)
                .mapToLong(line -> line.surcharge().amount())
                .sum();
    }

    private static Won total(Figures figures, Fund fund) {
        return figures.of(fund).confirmed().plus(figures.of(fund).estimated());
    }

    private static Figures figures(List<Long> amounts) {
        Map<Fund, Figures.FundFigures> funds = new EnumMap<>(Fund.class);
        for (Fund fund : Fund.values()) {
            funds.put(
                    fund,
                    new Figures.FundFigures(
                            Won.of(amounts.get(2 * fund.ordinal())), Won.of(amounts.get(2 * fund.ordinal() + 1))));
        }
        return new Figures(funds);
    }
}
