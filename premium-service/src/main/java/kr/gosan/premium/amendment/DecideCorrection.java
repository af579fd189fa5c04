package kr.gosan.premium.amendment;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.premium.amendment.rules.CorrectionKind;
import kr.gosan.premium.amendment.rules.CorrectionState;
import kr.gosan.premium.amendment.rules.Direction;
import kr.gosan.premium.calculation.Violation;
import kr.gosan.premium.filing.ReturnRequest;

/**
 * Decides on a claim or a reduction. What is accepted is computed anew against the figures in force on the day of the
 * decision: a rate or an audit may have changed them since the claim came in.
 */
@Singleton
public class DecideCorrection {

    private final OpenReturn returns;
    private final CorrectionStore store;
    private final CorrectedContent contents;
    private final Recalculate recalculate;
    private final ReduceEstimate reductions;
    private final MakeEffect effects;
    private final RecordCorrection record;

    public DecideCorrection(
            OpenReturn returns,
            CorrectionStore store,
            CorrectedContent contents,
            Recalculate recalculate,
            ReduceEstimate reductions,
            MakeEffect effects,
            RecordCorrection record) {
        this.returns = returns;
        this.store = store;
        this.contents = contents;
        this.recalculate = recalculate;
        this.reductions = reductions;
        this.effects = effects;
        this.record = record;
    }

    /** Runs inside a transaction. */
    public CorrectionOutcome decide(Actor operator, UUID returnId, int no, DecisionRequest request) {
        return switch (returns.open(returnId, operator)) {
            case OpenReturn.Opened.Not not -> not.because();
            case OpenReturn.Opened.Ready ready -> {
                Optional<Correction> found = store.find(returnId, no);
                if (found.isEmpty()) {
                    yield new CorrectionOutcome.NotFound();
                }
                if (found.get().state() != CorrectionState.RECEIVED) {
                    yield new CorrectionOutcome.AlreadyDecided();
                }
                // Who filed it may still refuse it, which takes it back.
                boolean ownClaim = found.get().memberId().equals(operator.memberId())
                        && request.outcome() != CorrectionState.Happening.REFUSED;
                yield ownClaim
                        ? new CorrectionOutcome.DeciderIsFiler()
                        : decide(operator, found.get(), request, ready.it());
            }
        };
    }

    private CorrectionOutcome decide(Actor operator, Correction waiting, DecisionRequest request, ReturnToCorrect it) {
        if (request.outcome() == CorrectionState.Happening.REFUSED) {
            return new CorrectionOutcome.Done(
                    record.decide(operator, waiting, request.outcome(), request.reason(), it, Optional.empty()));
        }
        List<Violation> misstated = misstated(waiting.kind(), request);
        if (!misstated.isEmpty()) {
            return new CorrectionOutcome.NotAcceptable(misstated);
        }
        Correction.Statement claimed = waiting.statement();
        Correction.Statement granted = request.outcome() == CorrectionState.Happening.ACCEPTED
                ? claimed
                : new Correction.Statement(
                        new Correction.Sections(request.confirmed(), request.estimated()),
                        claimed.clientReference(),
                        claimed.reason(),
                        claimed.evidence(),
                        false,
                        null);
        Optional<CorrectionOutcome> settled =
                granted.sections().estimated() == null ? Optional.empty() : store.estimateSettled(it.filed());
        if (settled.isPresent()) {
            return settled.get();
        }
        ReturnRequest content = contents.of(it.inForce().content(), granted.sections(), null);
        Recalculate.Result result = waiting.kind() == CorrectionKind.ESTIMATE_REDUCTION
                ? reduction(it, granted)
                : recalculate.of(
                        content,
                        it.workplace(),
                        it.original().filedOn(),
                        Recalculate.Scope.of(granted.sections()),
                        it.inForce().figures());
        return switch (result) {
            case Recalculate.Result.NotAcceptable not -> new CorrectionOutcome.NotAcceptable(not.violations());
            case Recalculate.Result.Known known -> grant(operator, waiting, request, it, content, known);
        };
    }

    /** A reduction is granted in part with another estimate, and touches nothing else. */
    private static List<Violation> misstated(CorrectionKind kind, DecisionRequest request) {
        if (kind != CorrectionKind.ESTIMATE_REDUCTION
                || request.outcome() != CorrectionState.Happening.ACCEPTED_IN_PART) {
            return List.of();
        }
        List<Violation> violations = new ArrayList<>();
        if (request.confirmed() != null) {
            violations.add(Violation.of("/confirmed", "not-part-of-this-correction"));
        }
        if (request.estimated() == null) {
            violations.add(Violation.of("/estimated", "required"));
        }
        return violations;
    }

    private Recalculate.Result reduction(ReturnToCorrect it, Correction.Statement granted) {
        Correction.Statement withoutAccount =
                new Correction.Statement(granted.sections(), null, granted.reason(), granted.evidence(), false, null);
        return reductions.reduced(it, withoutAccount);
    }

    private CorrectionOutcome grant(
            Actor operator,
            Correction waiting,
            DecisionRequest request,
            ReturnToCorrect it,
            ReturnRequest content,
            Recalculate.Result.Known known) {
        Optional<String> wrongWay =
                Direction.against(waiting.kind(), it.inForce().figures(), known.figures());
        if (wrongWay.isPresent()) {
            return CorrectionOutcome.NotAcceptable.because("/confirmed", wrongWay.get());
        }
        MakeEffect.Change change = MakeEffect.Change.of(content, known);
        Correction.Effect effect = effects.of(waiting.kind(), it, change, false, waiting.filedOn());
        return new CorrectionOutcome.Done(
                record.decide(operator, waiting, request.outcome(), request.reason(), it, Optional.of(effect)));
    }
}
