package kr.gosan.payment.correction;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.payment.correction.plan.Terms;
import kr.gosan.platform.event.PoisonEvent;

/** Reads the law that corrections are carried out with. */
@Singleton
class CorrectionTerms {

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
                the("small-amount.minimum", decidedOn).won(),
                decidedOn.plusDays(the("adjustment.payment-days", decidedOn).whole()));
    }

    private AppliedParameter the(String parameter, LocalDate day) {
        return switch (law.on(parameter, day)) {
            case LookUp.Found found -> found.parameter();
            case LookUp.Refused refused ->
                throw new PoisonEvent("the law of " + day + " is not known: " + parameter + ", " + refused.reason());
        };
    }
}
