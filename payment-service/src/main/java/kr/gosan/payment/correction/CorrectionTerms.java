package kr.gosan.payment.correction;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.money.Rate;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.correction.plan.Terms;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.platform.event.EarlyEvent;
import org.jboss.logging.Logger;

/** Reads the law that slips are issued, corrected and dropped with. */
@Singleton
public class CorrectionTerms {

    private static final Logger LOG = Logger.getLogger(CorrectionTerms.class);
    private static final Rate NO_DISCOUNT = new Rate(BigDecimal.ZERO, Rate.Unit.PERCENT);

    private final LawBook law;

    CorrectionTerms(LawBook law) {
        this.law = law;
    }

    /**
     * Throws {@link EarlyEvent} that names what is needed and not known yet. What is not needed is not asked for.
     *
     * @param filed the return whose estimate may have a discount; only then is its rate needed
     * @param decidedOn day of what changes it
     * @param namesNoDay whether something is added and no day is named on which it falls due
     */
    public Terms on(FiledReturn filed, LocalDate decidedOn, boolean namesNoDay) {
        boolean discounted = filed.insurances().stream()
                .flatMap(insurance -> insurance.periods().stream())
                .flatMap(period -> period.funds().stream())
                .anyMatch(row -> row.lumpSumDiscount().isPositive());
        return new Terms(
                discounted ? the("estimate.lump-sum-discount", filed.filedOn()).rate() : NO_DISCOUNT,
                smallAmount(decidedOn),
                namesNoDay
                        ? decidedOn.plusDays(
                                the("adjustment.payment-days", decidedOn).whole())
                        : decidedOn);
    }

    /**
     * Below this a case is neither collected nor refunded (보험료징수법 §45의2); zero where the law knew no minimum, or is not
     * known: then nothing is forgone.
     */
    public Won smallAmount(LocalDate day) {
        return switch (law.on("small-amount.minimum", day)) {
            case LookUp.Found found -> found.parameter().won();
            case LookUp.Refused refused -> {
                LOG.warnf("nothing is dropped for being small: %s", refused);
                yield Won.ZERO;
            }
        };
    }

    private AppliedParameter the(String parameter, LocalDate day) {
        return switch (law.on(parameter, day)) {
            case LookUp.Found found -> found.parameter();
            case LookUp.Refused refused ->
                throw new EarlyEvent("the law of " + day + " is not known: " + parameter + ", " + refused.reason());
        };
    }
}
