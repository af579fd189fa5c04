package kr.gosan.payment.correction;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.correction.plan.Terms;
import kr.gosan.platform.event.PoisonEvent;

/** Reads the law that slips are issued, corrected and dropped with. */
@Singleton
public class CorrectionTerms {

    private final LawBook law;

    CorrectionTerms(LawBook law) {
        this.law = law;
    }

    /**
     * Throws {@link PoisonEvent} that names what is not known.
     *
     * @param filedOn day of the return whose estimate may have a discount
     * @param decidedOn day of what changes it
     */
    Terms on(LocalDate filedOn, LocalDate decidedOn) {
        return new Terms(
                the("estimate.lump-sum-discount", filedOn).rate(),
                smallAmount(decidedOn),
                decidedOn.plusDays(the("adjustment.payment-days", decidedOn).whole()));
    }

    /** Below this a case is neither collected nor refunded (보험료징수법 §45의2); zero where the law knew no minimum. */
    public Won smallAmount(LocalDate day) {
        return the("small-amount.minimum", day).won();
    }

    private AppliedParameter the(String parameter, LocalDate day) {
        return switch (law.on(parameter, day)) {
            case LookUp.Found found -> found.parameter();
            case LookUp.Refused refused ->
                throw new PoisonEvent("the law of " + day + " is not known: " + parameter + ", " + refused.reason());
        };
    }
}
