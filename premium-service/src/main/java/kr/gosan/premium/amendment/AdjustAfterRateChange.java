package kr.gosan.premium.amendment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.premium.amendment.rules.AmendmentLaw;
import kr.gosan.premium.amendment.rules.CorrectionKind;
import kr.gosan.premium.calculation.Violation;
import kr.gosan.premium.filing.PremiumReturnStore;
import kr.gosan.premium.filing.ReturnFields;
import kr.gosan.premium.filing.ReturnRequest;
import org.jboss.logging.Logger;

/**
 * Looks at every estimate again that was made before a rate changed in the middle of its year (보험료징수법 §18①, 시행령 §24),
 * one return after the other, each in its own transaction together with the cursor: a run that stops goes on where it was.
 */
@Singleton
public class AdjustAfterRateChange {

    /** The most returns one call works through. */
    static final int AT_ONCE = 200;

    private static final Logger LOG = Logger.getLogger(AdjustAfterRateChange.class);

    private final RateChangeStore runs;
    private final CorrectionStore corrections;
    private final PremiumReturnStore returns;
    private final OpenReturn opening;
    private final CorrectedContent contents;
    private final Recalculate recalculate;
    private final MakeEffect effects;
    private final RecordCorrection record;
    private final LawBook book;

    public AdjustAfterRateChange(
            RateChangeStore runs,
            CorrectionStore corrections,
            PremiumReturnStore returns,
            OpenReturn opening,
            CorrectedContent contents,
            Recalculate recalculate,
            MakeEffect effects,
            RecordCorrection record,
            LawBook book) {
        this.runs = runs;
        this.corrections = corrections;
        this.returns = returns;
        this.opening = opening;
        this.contents = contents;
        this.recalculate = recalculate;
        this.effects = effects;
        this.record = record;
        this.book = book;
    }

    /** Whether the law knows such a change. */
    public boolean isKnown(RateChangeRequest request) {
        return book.parameter(request.parameterId())
                .filter(it -> !it.changesWithin(request.changedOn().minusDays(1), request.changedOn())
                        .isEmpty())
                .isPresent();
    }

    /** Begins a run; empty when this change is being worked through already. Runs inside a transaction. */
    public Optional<RateChangeRun> start(Actor operator, RateChangeRequest request) {
        return runs.start(returns.newId(), request, operator.memberId());
    }

    /** What of the law of corrections is not known on the day; a run would only pass all returns over. */
    public List<Violation> unknownLaw(LocalDate day) {
        return switch (AmendmentLaw.on(day, book)) {
            case AmendmentLaw.Answer.Known known -> List.of();
            case AmendmentLaw.Answer.Unknown unknown -> OpenReturn.unknownLaw(unknown);
        };
    }

    /**
     * How far a call came.
     *
     * @param run empty when there is no such run
     * @param unknownLaw what stopped it; the run goes on from there once it is known
     */
    public record Progress(Optional<RateChangeRun> run, List<Violation> unknownLaw) {}

    private enum Step {
        MORE,
        DONE
    }

    /** The law is not known for the next return: it is not passed over. */
    private static final class LawUnknown extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final transient List<Violation> violations;

        private LawUnknown(List<Violation> violations) {
            super("law-unknown");
            this.violations = violations;
        }
    }

    /** Works on, at most {@value #AT_ONCE} returns. Runs outside of a transaction. */
    public Progress goOn(Actor operator, UUID runId) {
        List<Violation> unknown = List.of();
        try {
            for (int i = 0; i < AT_ONCE; i++) {
                if (stepOrSkip(operator, runId) == Step.DONE) {
                    break;
                }
            }
        } catch (LawUnknown e) {
            unknown = e.violations;
        }
        return new Progress(QuarkusTransaction.requiringNew().call(() -> runs.find(runId)), unknown);
    }

    /** One return that cannot be worked through does not hold up the others. */
    private Step stepOrSkip(Actor operator, UUID runId) {
        AtomicReference<UUID> at = new AtomicReference<>();
        try {
            return QuarkusTransaction.requiringNew().call(() -> step(operator, runId, at));
        } catch (LawUnknown e) {
            throw e;
        } catch (RuntimeException e) {
            if (at.get() == null) {
                throw e;
            }
            LOG.errorf(
                    "return %s was not adjusted in run %s: %s",
                    at.get(), runId, e.getClass().getName());
            QuarkusTransaction.requiringNew().run(() -> skip(runId, at.get()));
            return Step.MORE;
        }
    }

    private Step step(Actor operator, UUID runId, AtomicReference<UUID> at) {
        Optional<RateChangeRun> run = runs.lock(runId);
        if (run.isEmpty() || run.get().finished()) {
            return Step.DONE;
        }
        Optional<UUID> next = runs.next(run.get());
        if (next.isEmpty()) {
            runs.finish(runId);
            return Step.DONE;
        }
        at.set(next.get());
        switch (opening.open(next.get(), operator)) {
            case OpenReturn.Opened.Not not -> {
                if (not.because() instanceof CorrectionOutcome.NotAcceptable(List<Violation> violations)) {
                    throw new LawUnknown(violations);
                }
                runs.passed(runId, next.get(), false, true);
            }
            case OpenReturn.Opened.Ready ready -> adjust(operator, run.get(), ready.it());
        }
        return Step.MORE;
    }

    private void skip(UUID runId, UUID failed) {
        boolean stillNext =
                runs.lock(runId).flatMap(runs::next).filter(failed::equals).isPresent();
        if (stillNext) {
            runs.passed(runId, failed, false, true);
        }
    }

    /** The confirmed year that the 70–130 % rule was applied with when the estimate in force was made. */
    private ReturnFields.Confirmed confirmedOfEstimate(ReturnToCorrect it) {
        ReturnFields.Confirmed confirmed = it.filed().content().confirmed();
        for (Correction each : corrections.chain(it.filed().id())) {
            if (each.kind() == CorrectionKind.CORRECTION_CLAIM
                    && each.statement().sections().estimated() != null
                    && each.effect().isPresent()) {
                confirmed = each.effect().get().content().confirmed();
            }
        }
        return confirmed;
    }

    private void adjust(Actor operator, RateChangeRun run, ReturnToCorrect it) {
        UUID returnId = it.filed().id();
        if (it.inForce().estimateReduced() || it.inForce().content().estimated() == null) {
            runs.passed(run.id(), returnId, false, it.inForce().estimateReduced());
            return;
        }
        if (corrections.estimateSettled(it.filed()).isPresent()) {
            runs.passed(run.id(), returnId, false, true);
            return;
        }
        ReturnRequest content = contents.of(it.inForce().content(), Correction.Sections.NONE, null);
        switch (recalculate.of(
                contents.withConfirmed(content, confirmedOfEstimate(it)),
                it.workplace(),
                it.original().filedOn(),
                Recalculate.Scope.ESTIMATED,
                it.inForce().figures())) {
            case Recalculate.Result.NotAcceptable not -> runs.passed(run.id(), returnId, false, true);
            case Recalculate.Result.Known known -> {
                boolean changed = !known.figures().equals(it.inForce().figures());
                if (changed) {
                    MakeEffect.Change change = MakeEffect.Change.of(content, known);
                    Correction.Statement statement = new Correction.Statement(
                            Correction.Sections.NONE,
                            null,
                            run.parameterId() + " " + run.changedOn(),
                            null,
                            false,
                            null);
                    record.file(
                            operator,
                            CorrectionKind.RATE_CHANGE,
                            it,
                            statement,
                            null,
                            Optional.of(effects.of(CorrectionKind.RATE_CHANGE, it, change, false, it.today())));
                }
                runs.passed(run.id(), returnId, changed, false);
            }
        }
    }
}
