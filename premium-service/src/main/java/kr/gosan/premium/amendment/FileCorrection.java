package kr.gosan.premium.amendment;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.trace.TraceLine;
import kr.gosan.premium.amendment.rules.ClaimPeriod;
import kr.gosan.premium.amendment.rules.CorrectionKind;
import kr.gosan.premium.amendment.rules.CorrectionState;
import kr.gosan.premium.amendment.rules.Direction;
import kr.gosan.premium.extension.DeadlineExtensions;
import kr.gosan.premium.filing.AccountHolder;
import kr.gosan.premium.filing.ReturnRequest;
import kr.gosan.premium.settlementaudit.SettlementAuditStore;

/**
 * Files an amended return (in force at once), a correction claim (waits for its decision) or, by an operator, the surcharge
 * of a late return: recomputed with the new content, compared with the figures in force, and only the difference told.
 */
@Singleton
public class FileCorrection {

    private final OpenReturn returns;
    private final CorrectionStore store;
    private final SettlementAuditStore audits;
    private final DeadlineExtensions extensions;
    private final CorrectedContent contents;
    private final Recalculate recalculate;
    private final MakeEffect effects;
    private final RecordCorrection record;
    private final AccountHolder holder;

    public FileCorrection(
            OpenReturn returns,
            CorrectionStore store,
            SettlementAuditStore audits,
            DeadlineExtensions extensions,
            CorrectedContent contents,
            Recalculate recalculate,
            MakeEffect effects,
            RecordCorrection record,
            AccountHolder holder) {
        this.returns = returns;
        this.store = store;
        this.audits = audits;
        this.extensions = extensions;
        this.contents = contents;
        this.recalculate = recalculate;
        this.effects = effects;
        this.record = record;
        this.holder = holder;
    }

    /** Runs inside a transaction. */
    public CorrectionOutcome file(Actor actor, UUID returnId, CorrectionRequest request) {
        return switch (returns.open(returnId, actor)) {
            case OpenReturn.Opened.Not not -> not.because();
            case OpenReturn.Opened.Ready ready ->
                standsAgainst(actor, request, ready.it()).orElseGet(() -> file(actor, request, ready.it()));
        };
    }

    private Optional<CorrectionOutcome> standsAgainst(Actor actor, CorrectionRequest request, ReturnToCorrect it) {
        boolean forOperators = request.kind() == CorrectionKind.LATE_FILING;
        if ((forOperators || request.forceMajeure() != null) && !actor.isOperator()) {
            return Optional.of(CorrectionOutcome.NotAcceptable.because(
                    forOperators ? "/kind" : "/forceMajeure", "operators-only"));
        }
        if (request.against() != it.inForce().no()) {
            return Optional.of(new CorrectionOutcome.FiguresChanged(it.inForce().no()));
        }
        List<Correction> chain = store.chain(it.filed().id());
        if (chain.stream().anyMatch(each -> each.state() == CorrectionState.RECEIVED)) {
            return Optional.of(new CorrectionOutcome.Pending());
        }
        return switch (request.kind()) {
            case AMENDED_RETURN -> amendmentStandsAgainst(it);
            case CORRECTION_CLAIM -> claimStandsAgainst(it, request);
            case LATE_FILING -> {
                if (it.original().filedInTime()) {
                    yield Optional.of(CorrectionOutcome.NotAcceptable.because("/kind", "return-was-in-time"));
                }
                yield chain.stream().anyMatch(each -> each.kind() == CorrectionKind.LATE_FILING)
                        ? Optional.of(new CorrectionOutcome.AlreadyLevied())
                        : Optional.empty();
            }
            case ESTIMATE_REDUCTION, RATE_CHANGE, SETTLEMENT_AUDIT ->
                throw new IllegalStateException("not filed here: " + request.kind());
        };
    }

    private Optional<CorrectionOutcome> amendmentStandsAgainst(ReturnToCorrect it) {
        int year = it.filed().content().insuranceYear();
        return audits.closes(it.filed().managementNo(), year)
                ? Optional.of(new CorrectionOutcome.ClosedByAudit())
                : recalculate
                        .lapsed(year, it.workplace(), it.today())
                        .map(lapsed -> new CorrectionOutcome.NotAcceptable(List.of(lapsed)));
    }

    private Optional<CorrectionOutcome> claimStandsAgainst(ReturnToCorrect it, CorrectionRequest request) {
        if (!it.original().filedInTime()) {
            return Optional.of(CorrectionOutcome.NotAcceptable.because("/kind", "claim-needs-return-in-time"));
        }
        ClaimPeriod period = ClaimPeriod.after(it.original().dueDate(), it.law(), extensions.lastDays(it.workplace()));
        if (!period.isOpenOn(it.today())) {
            return Optional.of(CorrectionOutcome.NotAcceptable.because("/kind", "claim-period-over", period.lastDay()));
        }
        Optional<CorrectionOutcome> settled =
                request.estimated() == null ? Optional.empty() : store.estimateSettled(it.filed());
        if (settled.isPresent()) {
            return settled;
        }
        return holder.against(request.refundAccount(), "/refundAccount", it.workplace())
                .map(another -> new CorrectionOutcome.NotAcceptable(List.of(another)));
    }

    private CorrectionOutcome file(Actor actor, CorrectionRequest request, ReturnToCorrect it) {
        CorrectionKind kind = request.kind();
        Correction.Statement statement = request.statement();
        if (kind == CorrectionKind.LATE_FILING) {
            MakeEffect.Change none = new MakeEffect.Change(
                    it.inForce().content(),
                    it.inForce().figures(),
                    null,
                    List.<AppliedParameter>of(),
                    List.<TraceLine>of());
            return new CorrectionOutcome.Done(record.file(
                    actor,
                    kind,
                    it,
                    statement,
                    null,
                    Optional.of(effects.of(kind, it, none, statement.forceMajeure(), it.today()))));
        }
        ReturnRequest content = contents.of(it.inForce().content(), statement.sections(), statement.refundAccount());
        Recalculate.Scope scope = Recalculate.Scope.of(statement.sections());
        return switch (recalculate.of(
                content,
                it.workplace(),
                it.original().filedOn(),
                scope,
                it.inForce().figures())) {
            case Recalculate.Result.NotAcceptable not -> new CorrectionOutcome.NotAcceptable(not.violations());
            case Recalculate.Result.Known known -> {
                Optional<String> wrongWay = Direction.against(kind, it.inForce().figures(), known.figures());
                yield wrongWay.<CorrectionOutcome>map(
                                code -> CorrectionOutcome.NotAcceptable.because("/confirmed", code))
                        .orElseGet(() -> done(actor, kind, it, statement, content, known));
            }
        };
    }

    private CorrectionOutcome done(
            Actor actor,
            CorrectionKind kind,
            ReturnToCorrect it,
            Correction.Statement statement,
            ReturnRequest content,
            Recalculate.Result.Known known) {
        if (kind.needsDecision()) {
            LocalDate decideBy = ClaimPeriod.decideBy(it.today(), it.law());
            return new CorrectionOutcome.Done(record.file(actor, kind, it, statement, decideBy, Optional.empty()));
        }
        MakeEffect.Change change = MakeEffect.Change.of(content, known);
        Correction.Effect effect = effects.of(kind, it, change, statement.forceMajeure(), it.today());
        return new CorrectionOutcome.Done(record.file(actor, kind, it, statement, null, Optional.of(effect)));
    }
}
