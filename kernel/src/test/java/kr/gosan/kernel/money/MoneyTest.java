package kr.gosan.kernel.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void wonNeverOverflowsSilently() {
        assertThrows(ArithmeticException.class, () -> Won.of(Long.MAX_VALUE).plus(Won.of(1)));
        assertThrows(ArithmeticException.class, () -> Won.of(Long.MIN_VALUE).minus(Won.of(1)));
        assertThrows(ArithmeticException.class, () -> Won.of(Long.MIN_VALUE).negate());
        assertThrows(ArithmeticException.class, () -> Won.of(Long.MAX_VALUE).times(2));
    }

    @Test
    void wonPrintsAsFormsDo() {
        assertEquals("4,515,600", Won.of(4_515_600).toString());
        assertEquals("-19,200", Won.of(-19_200).toString());
        assertEquals("0", Won.ZERO.toString());
        assertEquals("999", Won.of(999).toString());
        assertEquals("-999", Won.of(-999).toString());
        assertEquals("1,000", Won.of(1_000).toString());
        assertEquals("-100,000", Won.of(-100_000).toString());
        assertEquals("-9,223,372,036,854,775,808", Won.of(Long.MIN_VALUE).toString());
    }

    @Test
    void ratesAddExactlyAndOnlyWithinOneUnit() {
        Rate construction2021 = Rate.perMille("36")
                .plus(Rate.perMille("1.0"))
                .plus(Rate.perMille("0.6"))
                .plus(Rate.perMille("0.03"));
        assertEquals(Rate.perMille("37.63"), construction2021);
        assertEquals("37.63‰", construction2021.toString());
        assertEquals("30%", Rate.percent("30.0").toString());
        assertThrows(IllegalArgumentException.class, () -> Rate.perMille("1").plus(Rate.percent("1")));
        assertThrows(IllegalArgumentException.class, () -> Rate.perMille("-0.1"));
    }

    @Test
    void truncationDropsEverythingBelowTenWon() {
        assertEquals(Won.of(305_530), truncated("305530.6875"));
        assertEquals(Won.of(9_990), truncated("9999.999999"));
        assertEquals(Won.of(10_000), truncated("10000"));
        assertEquals(Won.ZERO, truncated("9.99"));
        assertThrows(ArithmeticException.class, () -> truncated("-0.01"));
        assertThrows(ArithmeticException.class, () -> truncated("9223372036854775810"));
    }

    @Test
    void truncationToWholeWonDropsTheFractionOnly() {
        assertEquals(Won.of(751_346), Rounding.TRUNCATE_BELOW_ONE_WON.apply(new BigDecimal("751346.99")));
        assertEquals(Won.of(9), Rounding.TRUNCATE_BELOW_ONE_WON.apply(new BigDecimal("9")));
        assertThrows(ArithmeticException.class, () -> Rounding.TRUNCATE_BELOW_ONE_WON.apply(new BigDecimal("-0.01")));
    }

    @Test
    void noRoundingRefusesAFraction() {
        assertEquals(Won.of(7), Rounding.NONE.apply(new BigDecimal("7.0")));
        assertThrows(ArithmeticException.class, () -> Rounding.NONE.apply(new BigDecimal("7.5")));
    }

    @Property
    void aPremiumIsNeverRoundedUpAndLosesLessThanTenWon(
            @ForAll @LongRange(min = 0, max = 999_999_999_999_999L) long base,
            @ForAll @LongRange(min = 0, max = 100_000) long ratePer100k) {
        BigDecimal exact =
                new Rate(BigDecimal.valueOf(ratePer100k).movePointLeft(2), Rate.Unit.PER_MILLE).of(Won.of(base));
        long truncated = Rounding.TRUNCATE_BELOW_TEN_WON.apply(exact).amount();
        BigDecimal lost = exact.subtract(BigDecimal.valueOf(truncated));
        assertEquals(0, truncated % 10);
        assertEquals(1, BigDecimal.TEN.compareTo(lost));
        assertEquals(true, lost.signum() >= 0);
    }

    private static Won truncated(String exact) {
        return Rounding.TRUNCATE_BELOW_TEN_WON.apply(new BigDecimal(exact));
    }
}
