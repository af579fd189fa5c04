package kr.gosan.premium.amendment;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import kr.gosan.platform.problem.Problems;
import kr.gosan.premium.filing.ReturnProblems;

/** How a correction that does not come about is refused. */
@Singleton
public class CorrectionProblems {

    private final Problems problems;

    public CorrectionProblems(Problems problems) {
        this.problems = problems;
    }

    /** Throws {@link IllegalStateException} for one that was done. */
    public Response of(CorrectionOutcome outcome) {
        return switch (outcome) {
            case CorrectionOutcome.Done it -> throw new IllegalStateException("nothing to refuse");
            case CorrectionOutcome.NotAcceptable it ->
                ReturnProblems.notAcceptable(problems, "correction-not-acceptable", it.violations());
            case CorrectionOutcome.FiguresChanged it -> problems.refusal(409, "figures-changed", it.inForce());
            case CorrectionOutcome.Pending it -> problems.refusal(409, "correction-pending");
            case CorrectionOutcome.ClosedByAudit it -> problems.refusal(409, "amendment-closed-by-audit");
            case CorrectionOutcome.AlreadyLevied it -> problems.refusal(409, "late-filing-already-levied");
            case CorrectionOutcome.AlreadyDecided it -> problems.refusal(409, "correction-already-decided");
            case CorrectionOutcome.DeciderIsFiler it -> problems.refusal(403, "decider-is-filer");
            case CorrectionOutcome.NotGranted it -> problems.refusal(403, "workplace-not-granted");
            case CorrectionOutcome.NotFound it -> problems.refusal(404, "not-found");
        };
    }
}
