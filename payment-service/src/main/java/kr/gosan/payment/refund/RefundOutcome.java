package kr.gosan.payment.refund;

import java.util.List;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.payment.refund.rules.RefundState;

/** What came of an attempt to move a refund on. */
public sealed interface RefundOutcome {

    /** Done; the refund as it is now, and what was proposed or approved. */
    record Done(Refund refund, RefundOffer offer) implements RefundOutcome {}

    /** Taken back. */
    record Rejected(Refund refund) implements RefundOutcome {}

    record NotFound() implements RefundOutcome {}

    /** Something happened to it since the caller looked. */
    record VersionChanged() implements RefundOutcome {}

    /** It stands where this cannot happen. */
    record WrongState(RefundState state) implements RefundOutcome {}

    /** Whoever proposed it does not approve it. */
    record ApproverIsProposer() implements RefundOutcome {}

    /** Who decided the correction, or whatever else it follows from, may not approve it. */
    record ApproverDecidedCause() implements RefundOutcome {}

    /** Something fell due, was paid, or another account was registered since it was proposed. */
    record OfferChanged(RefundOffer now) implements RefundOutcome {}

    /** The right to it has lapsed (보험료징수법 §41①). */
    record Lapsed() implements RefundOutcome {}

    /** No account is registered to send it to. */
    record NoAccount() implements RefundOutcome {}

    /** The bank sent the last transfer to this account back: another one is needed. */
    record AccountReturned() implements RefundOutcome {}

    /** A corporation is refunded to its own account only, and so is anybody else. */
    record AccountOfAnother() implements RefundOutcome {}

    /** Something is overdue whose slip the end of the day has not closed yet: it can be offset from then on. */
    record ArrearsOpen() implements RefundOutcome {}

    /** The law of a day this needs is not known. */
    record LawUnknown(List<LookUp.Refused> refusals) implements RefundOutcome {}
}
