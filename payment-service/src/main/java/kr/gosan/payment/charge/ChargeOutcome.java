package kr.gosan.payment.charge;

import java.util.List;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.payment.charge.rules.BenefitRecovery;

/** What came of an attempt to assess or cancel a benefit recovery. */
public sealed interface ChargeOutcome {

    record Assessed(Charge charge, BenefitRecovery recovery) implements ChargeOutcome {}

    /** Nothing is recovered: no ground holds; each condition is answered. */
    record Nothing(BenefitRecovery recovery) implements ChargeOutcome {}

    record Cancelled(Charge charge) implements ChargeOutcome {}

    /** An assessment that stands rests on some of the benefits already. */
    record RecoveredBefore(List<String> benefitNos) implements ChargeOutcome {}

    /** The accident, a claim, the treatment or the notice lies on a day that is still to come at the workplace. */
    record DatedAhead() implements ChargeOutcome {}

    record UnknownWorkplace() implements ChargeOutcome {}

    record NotFound() implements ChargeOutcome {}

    /** It was cancelled before, or its slip is paid. */
    record NotCancellable() implements ChargeOutcome {}

    record LawUnknown(List<LookUp.Refused> refusals) implements ChargeOutcome {}
}
