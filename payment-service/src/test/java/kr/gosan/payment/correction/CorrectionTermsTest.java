package kr.gosan.payment.correction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.payment.testing.Filings;
import kr.gosan.platform.event.EarlyEvent;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.TestNumbers;
import org.junit.jupiter.api.Test;

/** The law is verified through 2026. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class CorrectionTermsTest {

    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
    private static final LocalDate AFTER = LAST.plusDays(1);

    private final FiledReturn atOnce = Filings.atOnce(TestNumbers.workplace(TestNumbers.business(), 0));
    private final FiledReturn inInstalments = Filings.inInstalments(TestNumbers.workplace(TestNumbers.business(), 0));

    @Inject
    CorrectionTerms law;

    @Test
    void whereTheLawIsNotKnownNothingIsSmall() {
        assertEquals(Won.of(2_000), law.smallAmount(LAST));
        assertEquals(Won.ZERO, law.smallAmount(AFTER));
    }

    @Test
    void aCorrectionDecidedLaterIsCarriedOutUnlessItNeedsTheDaysToPay() {
        assertEquals(Won.ZERO, law.on(atOnce, AFTER, false).smallAmount());
        assertEquals(LAST.plusDays(30), law.on(atOnce, LAST, true).payBy());
        EarlyEvent early = assertThrows(EarlyEvent.class, () -> law.on(atOnce, AFTER, true));
        assertEquals(
                "the law of 2027-01-01 is not known: adjustment.payment-days, AFTER_VERIFIED_THROUGH",
                early.getMessage());
    }

    @Test
    void onlyAReturnWithADiscountNeedsItsRate() {
        law.on(Filings.filedOn(AFTER, inInstalments), AFTER, false);
        law.on(Filings.filedOn(LAST, atOnce), AFTER, false);
        FiledReturn later = Filings.filedOn(AFTER, atOnce);
        assertThrows(EarlyEvent.class, () -> law.on(later, AFTER, false));
    }
}
