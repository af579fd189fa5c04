package kr.gosan.premium.amendment;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.premium.amendment.rules.CorrectionKind;
import kr.gosan.premium.calculation.Violation;
import kr.gosan.premium.filing.ReturnFields;
import kr.gosan.premium.filing.ReturnRequest;

/**
 * Puts the result of a settlement audit in force as a correction of the return, with the whole surcharge on what it raises
 * (보험료징수법 §19④, §20, §24①).
 */
@Singleton
public class ApplyAuditResult {

    private final OpenReturn returns;
    private final CorrectedContent contents;
    private final Recalculate recalculate;
    private final MakeEffect effects;
    private final RecordCorrection record;

    public ApplyAuditResult(
            OpenReturn returns,
            CorrectedContent contents,
            Recalculate recalculate,
            MakeEffect effects,
            RecordCorrection record) {
        this.returns = returns;
        this.contents = contents;
        this.recalculate = recalculate;
        this.effects = effects;
        this.record = record;
    }

    /**
     * Runs inside a transaction.
     *
     * @param basis what the figures rest on, in words
     */
    public CorrectionOutcome apply(
            Actor operator,
            UUID returnId,
            ReturnFields.Confirmed confirmed,
            String reason,
            String basis,
            boolean forceMajeure) {
        return switch (returns.open(returnId, operator)) {
            case OpenReturn.Opened.Not not -> not.because();
            case OpenReturn.Opened.Ready ready ->
                apply(
                        operator,
                        ready.it(),
                        new Correction.Statement(
                                new Correction.Sections(confirmed, null), null, reason, basis, forceMajeure, null));
        };
    }

    private CorrectionOutcome apply(Actor operator, ReturnToCorrect it, Correction.Statement statement) {
        CorrectionKind kind = CorrectionKind.SETTLEMENT_AUDIT;
        Optional<Violation> lapsed =
                recalculate.lapsed(it.filed().content().insuranceYear(), it.workplace(), it.today());
        if (lapsed.isPresent()) {
            return new CorrectionOutcome.NotAcceptable(List.of(lapsed.get()));
        }
        ReturnRequest content = contents.of(it.inForce().content(), statement.sections(), null);
        return switch (recalculate.of(
                content,
                it.workplace(),
                it.original().filedOn(),
                Recalculate.Scope.CONFIRMED,
                it.inForce().figures())) {
            case Recalculate.Result.NotAcceptable not -> new CorrectionOutcome.NotAcceptable(not.violations());
            case Recalculate.Result.Known known -> {
                if (known.figures().equals(it.inForce().figures())) {
                    yield CorrectionOutcome.NotAcceptable.because("/confirmed", "amendment-changes-nothing");
                }
                MakeEffect.Change change = MakeEffect.Change.of(content, known);
                Correction.Effect effect = effects.of(
                        kind,
                        it,
                        change,
                        statement.forceMajeure(),
                        it.original().filedOn());
                yield new CorrectionOutcome.Done(record.file(operator, kind, it, statement, null, Optional.of(effect)));
            }
        };
    }
}
