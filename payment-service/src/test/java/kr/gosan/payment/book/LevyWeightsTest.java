package kr.gosan.payment.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import kr.gosan.kernel.money.Won;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class LevyWeightsTest {

    /** 120,000,000 won at 37‰, 0.6‰ and 0.03‰, and equipment of 10,000,000 won at 37‰ without levies. */
    private static final LevyWeights SOURCE = weights("4810000", "72000", "3600");

    @Test
    void thePrintedSlipIsDividedByTheRatesOfItsRows() {
        // 6,119,640 × 72,000 / 4,885,600 = 90,186.1…; × 3,600 / 4,885,600 = 4,509.3…; the won left over is the
        // premium's.
        assertEquals(shares(6_024_945, 90_186, 4_509), SOURCE.divide(Won.of(6_119_640)));
    }

    @Test
    void theWonThatIsLeftGoesToWhoLostMostByRoundingDown() {
        assertEquals(shares(1, 1, 0), weights("1", "2", "0").divide(Won.of(2)), "2/3 loses more than 4/3");
        assertEquals(shares(1, 1, 2), weights("1", "1", "2").divide(Won.of(4)));
    }

    @Test
    void whereAllLoseTheSameThePremiumComesFirst() {
        assertEquals(shares(1, 0, 0), weights("1", "1", "1").divide(Won.of(1)));
        assertEquals(shares(1, 1, 0), weights("1", "1", "1").divide(Won.of(2)));
    }

    @Test
    void nothingIsDividedIntoNothing() {
        assertEquals(shares(0, 0, 0), SOURCE.divide(Won.ZERO));
    }

    @Test
    void moneyOfWhichNothingIsKnownIsPremium() {
        assertEquals(shares(1_000, 0, 0), LevyWeights.PREMIUM_ONLY.divide(Won.of(1_000)));
    }

    @Test
    void twoPartsAreEachDividedByTheirOwnWeights() {
        LevyWeights mixed = LevyWeights.mixed(
                Won.of(1_000), weights("9", "1", "0"), Won.of(3_000), weights("0.0001", "0.0001", "0.0002"));
        assertEquals(shares(900 + 750, 100 + 750, 1_500), mixed.divide(Won.of(4_000)));
    }

    @Test
    void aPartOfNothingDoesNotCount() {
        LevyWeights other = weights("1", "1", "0");
        assertEquals(
                shares(50, 50, 0),
                LevyWeights.mixed(Won.ZERO, SOURCE, Won.of(7), other).divide(Won.of(100)));
        assertEquals(
                shares(50, 50, 0),
                LevyWeights.mixed(Won.of(7), other, Won.ZERO, SOURCE).divide(Won.of(100)));
    }

    @Test
    void weightsAreNotNegativeAndNotAllZero() {
        assertThrows(IllegalArgumentException.class, () -> weights("0", "0", "0"));
        assertThrows(IllegalArgumentException.class, () -> weights("1", "-1", "0"));
    }

    @Property
    void theSharesAddUpAndAreLessThanOneWonFromTheirExactPart(
            @ForAll("weights") LevyWeights weights, @ForAll @LongRange(max = 999_999_999_999_999L) long amount) {
        Map<Levy, Won> shares = weights.divide(Won.of(amount));
        assertEquals(Won.of(amount), Won.sum(shares.values()));
        BigDecimal sum = weights.accidentPremium().add(weights.wageClaim()).add(weights.asbestos());
        MathContext exact = new MathContext(60, RoundingMode.HALF_EVEN);
        shares.forEach((levy, share) -> {
            BigDecimal part =
                    BigDecimal.valueOf(amount).multiply(weights.of(levy)).divide(sum, exact);
            BigDecimal away = part.subtract(BigDecimal.valueOf(share.amount())).abs();
            assertTrue(away.compareTo(BigDecimal.ONE) < 0, levy + " is " + away + " away");
        });
    }

    /** What was received is the weights of what goes back, so no levy ever gives back more than it got. */
    @Property
    void givingBackTakesFromNoLevyMoreThanItGot(
            @ForAll("weights") LevyWeights weights,
            @ForAll @LongRange(min = 1, max = 1_000_000) long received,
            @ForAll @LongRange(max = 1_000_000) long wanted) {
        Map<Levy, Won> got = weights.divide(Won.of(received));
        LevyWeights back = new LevyWeights(
                BigDecimal.valueOf(got.get(Levy.ACCIDENT_PREMIUM).amount()),
                BigDecimal.valueOf(got.get(Levy.WAGE_CLAIM).amount()),
                BigDecimal.valueOf(got.get(Levy.ASBESTOS).amount()));
        Map<Levy, Won> given = back.divide(Won.of(Math.min(received, wanted)));
        given.forEach((levy, share) -> assertTrue(share.compareTo(got.get(levy)) <= 0, levy + " " + share));
        assertEquals(got, back.divide(Won.of(received)), "all of it goes back as it came");
    }

    @Provide
    Arbitrary<LevyWeights> weights() {
        Arbitrary<BigDecimal> weight = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("99999999999999"))
                .ofScale(6);
        return Combinators.combine(weight, weight, weight)
                .filter((a, b, c) -> a.add(b).add(c).signum() > 0)
                .as(LevyWeights::new);
    }

    private static LevyWeights weights(String accident, String wageClaim, String asbestos) {
        return new LevyWeights(new BigDecimal(accident), new BigDecimal(wageClaim), new BigDecimal(asbestos));
    }

    private static Map<Levy, Won> shares(long accident, long wageClaim, long asbestos) {
        return Map.of(
                Levy.ACCIDENT_PREMIUM,
                Won.of(accident),
                Levy.WAGE_CLAIM,
                Won.of(wageClaim),
                Levy.ASBESTOS,
                Won.of(asbestos));
    }
}
