package kr.gosan.payment.refund;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.platform.problem.Problems;

/** Turns what came of a decision into an answer. */
@Singleton
class RefundAnswers {

    private final Problems problems;

    RefundAnswers(Problems problems) {
        this.problems = problems;
    }

    Response of(RefundOutcome outcome) {
        return switch (outcome) {
            case RefundOutcome.Done(Refund refund, RefundOffer offer) ->
                shown(refund, RefundView.of(refund, null, offer, null));
            case RefundOutcome.Rejected(Refund refund) -> shown(refund, RefundView.of(refund));
            case RefundOutcome.NotFound it -> problems.refusal(404, code(it));
            case RefundOutcome.VersionChanged it -> problems.refusal(412, code(it));
            case RefundOutcome.ApproverIsProposer it -> problems.refusal(403, code(it));
            case RefundOutcome.ApproverDecidedCause it -> problems.refusal(403, code(it));
            case RefundOutcome.WrongState it -> problems.refusal(409, code(it), it.state());
            case RefundOutcome.OfferChanged it -> problems.refusal(409, code(it));
            case RefundOutcome.Lapsed it -> problems.refusal(409, code(it));
            case RefundOutcome.NoAccount it -> problems.refusal(409, code(it));
            case RefundOutcome.AccountReturned it -> problems.refusal(409, code(it));
            case RefundOutcome.AccountOfAnother it -> problems.refusal(409, code(it));
            case RefundOutcome.ArrearsOpen it -> problems.refusal(409, code(it));
            case RefundOutcome.LawUnknown it -> {
                LookUp.Refused first = it.refusals().getFirst();
                yield problems.refusal(422, code(it), first.parameterId(), first.date(), first.reason());
            }
        };
    }

    /** The stable code of what stands against a refund. */
    static String code(RefundOutcome outcome) {
        return switch (outcome) {
            case RefundOutcome.Done it -> throw new IllegalArgumentException("nothing stands against it");
            case RefundOutcome.Rejected it -> throw new IllegalArgumentException("nothing stands against it");
            case RefundOutcome.NotFound it -> "not-found";
            case RefundOutcome.VersionChanged it -> "version-changed";
            case RefundOutcome.ApproverIsProposer it -> "approver-is-proposer";
            case RefundOutcome.ApproverDecidedCause it -> "approver-decided-cause";
            case RefundOutcome.WrongState it -> "refund-state";
            case RefundOutcome.OfferChanged it -> "refund-changed";
            case RefundOutcome.Lapsed it -> "refund-lapsed";
            case RefundOutcome.NoAccount it -> "refund-account-missing";
            case RefundOutcome.AccountReturned it -> "refund-account-returned";
            case RefundOutcome.AccountOfAnother it -> "refund-account-of-another";
            case RefundOutcome.ArrearsOpen it -> "refund-arrears-open";
            case RefundOutcome.LawUnknown it -> "law-unknown";
        };
    }

    static Response shown(Refund refund, RefundView view) {
        return Response.ok(view).tag(Integer.toString(refund.step())).build();
    }
}
