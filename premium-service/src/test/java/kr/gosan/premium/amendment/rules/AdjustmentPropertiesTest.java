package kr.gosan.premium.amendment.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
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
