package kr.gosan.payment.debt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EPaymentNumberTest {

    private static final BigInteger SPACE = BigInteger.TEN.pow(18);

    @Property
    void everySerialGivesANumberOfThePrintedForm(@ForAll @LongRange(min = 1) long serial) {
        String printed = EPaymentNumber.ofSerial(serial).toString();
        assertTrue(printed.matches("^\\d{4}-\\d{4}-\\d{2}-\\d-\\d-\\d{6}$"), printed);
        assertEquals(EPaymentNumber.ofSerial(serial), EPaymentNumber.of(printed));
    }

    @Property
    void twoSerialsNeverGiveOneNumber(
            @ForAll @LongRange(min = 1, max = 999_999_999_999_999_999L) long one,
            @ForAll @LongRange(min = 1, max = 999_999_999_999_999_999L) long other) {
        Assume.that(one != other);
        assertFalse(EPaymentNumber.ofSerial(one).equals(EPaymentNumber.ofSerial(other)));
    }

    /**
     * A wrong digit changes the number by d × 10^k, two exchanged neighbours by d × 9 × 10^k. Divided by the factor, that is
     * how far apart the two serials would have to be.
     */
    @Test
    void aSlipOfThePenNeverLeadsToAnotherSlip() {
        BigInteger inverse = EPaymentNumber.SPREAD.modInverse(SPACE);
        for (int k = 0; k < 18; k++) {
            for (int d = 1; d <= 9; d++) {
                for (int factor : new int[] {1, 9}) {
                    BigInteger change = BigInteger.TEN.pow(k).multiply(BigInteger.valueOf((long) d * factor));
                    BigInteger apart = change.multiply(inverse).mod(SPACE);
                    BigInteger nearest = apart.min(SPACE.subtract(apart));
                    assertTrue(nearest.compareTo(BigInteger.TEN.pow(15)) > 0, d + "e" + k);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "0000-0000-00-0-0-00000", "0000-0000-00-0-0-00000x", "０００００００００００００００００１"})
    void anythingElseIsNotANumber(String text) {
        assertFalse(EPaymentNumber.fits(text));
    }
}
