package kr.gosan.premium.amendment;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.trace.TraceLine;
import kr.gosan.platform.workplace.Workplaces;
import kr.gosan.premium.amendment.rules.ClaimPeriod;
import kr.gosan.premium.amendment.rules.CorrectionKind;
import kr.gosan.premium.amendment.rules.CorrectionState;
import kr.gosan.premium.amendment.rules.Direction;
import kr.gosan.premium.amendment.rules.EstimateFall;
import kr.gosan.premium.amendment.rules.Figures;
import kr.gosan.premium.calculation.Violation;
import kr.gosan.premium.filing.AccountHolder;
import kr.gosan.premium.filing.ReturnRequest;

/**
 * Takes in an application to reduce an estimate (보험료징수법 §18②, 시행령 §25). The expected remuneration counts as stated,
 * without the 70–130 % rule, which shapes what is filed and not what really is. Each insurance that is stated must fall by
 * 30 % or more; an operator decides.
 */
@Singleton
public class ReduceEstimate {

    private final OpenReturn returns;
    private final CorrectionStore store;
    private final CorrectedContent contents;
    private final Recalculate recalculate;
    private final RecordCorrection record;
    private final AccountHolder holder;
    private final Workplaces workplaces;

    public ReduceEstimate(
            OpenReturn returns,
            CorrectionStore store,
            CorrectedContent contents,
            Recalculate recalculate,
            RecordCorrection record,
            AccountHolder holder,
            Workplaces workplaces) {
        this.returns = returns;
        this.store = store;
        this.contents = contents;
        this.recalculate = recalculate;
        this.record = record;
        this.holder = holder;
        this.workplaces = workplaces;
    }

    /** Runs inside a transaction. */
    public CorrectionOutcome apply(Actor actor, EstimateReductionRequest request) {
        if (actor.workplace(workplaces, request.managementNo()).isEmpty()) {
            return new CorrectionOutcome.NotGranted();
        }
        Optional<UUID> filed = store.filedReturn(request.managementNo(), request.insuranceYear());
        if (filed.isEmpty()) {
            return CorrectionOutcome.NotAcceptable.because("/insuranceYear", "nothing-filed-for-that-year");
        }
        return switch (returns.open(filed.get(), actor)) {
            case OpenReturn.Opened.Not not -> not.because();
            case OpenReturn.Opened.Ready ready -> apply(actor, request, ready.it());
        };
    }

    private CorrectionOutcome apply(Actor actor, EstimateReductionRequest request, ReturnToCorrect it) {
        if (request.against() != it.inForce().no()) {
            return new CorrectionOutcome.FiguresChanged(it.inForce().no());
        }
        boolean pending =
                store.chain(it.filed().id()).stream().anyMatch(each -> each.state() == CorrectionState.RECEIVED);
        if (pending) {
            return new CorrectionOutcome.Pending();
        }
        Optional<CorrectionOutcome> settled = store.estimateSettled(it.filed());
        if (settled.isPresent()) {
            return settled.get();
        }
        if (it.inForce().content().estimated() == null) {
            return CorrectionOutcome.NotAcceptable.because("/estimated", "nothing-estimated");
        }
        Optional<Violation> another = holder.against(request.refundAccount(), "/refundAccount", it.workplace());
        if (another.isPresent()) {
            return new CorrectionOutcome.NotAcceptable(List.of(another.get()));
        }
        Correction.Statement statement =
                request.statement(contents.withEstimated(it.inForce().content(), request.estimated()));
        return switch (reduced(it, statement)) {
            case Recalculate.Result.NotAcceptable not -> new CorrectionOutcome.NotAcceptable(not.violations());
            case Recalculate.Result.Known known ->
                Direction.against(
                                CorrectionKind.ESTIMATE_REDUCTION, it.inForce().figures(), known.figures())
                        .<CorrectionOutcome>map(code -> CorrectionOutcome.NotAcceptable.because("/estimated", code))
                        .orElseGet(() -> new CorrectionOutcome.Done(record.file(
                                actor,
                                CorrectionKind.ESTIMATE_REDUCTION,
                                it,
                                statement,
                                ClaimPeriod.decideBy(it.today(), it.law()),
                                Optional.empty())));
        };
    }

    /** The estimate as it would be, or that it does not fall far enough; used again when it is decided. */
    Recalculate.Result reduced(ReturnToCorrect it, Correction.Statement statement) {
        ReturnRequest content = contents.of(it.inForce().content(), statement.sections(), statement.refundAccount());
        Recalculate.Result result = recalculate.of(
                contents.withoutConfirmed(content),
                it.workplace(),
                it.original().filedOn(),
                Recalculate.Scope.ESTIMATED,
                it.inForce().figures());
        return result instanceof Recalculate.Result.Known known ? tested(it, statement, known) : result;
    }

    private static Recalculate.Result tested(
            ReturnToCorrect it, Correction.Statement statement, Recalculate.Result.Known known) {
        Figures before = it.inForce().figures();
        List<Violation> violations = new ArrayList<>();
        List<TraceLine> trace = new ArrayList<>(known.trace());
        Map<Fund, Figures.FundFigures> after = new EnumMap<>(before.funds());
        for (Insurance insurance : Insurance.values()) {
            if (!isStated(insurance, it.inForce().content(), statement)) {
                continue;
            }
            EstimateFall fall = EstimateFall.of(insurance, before, known.figures(), it.law());
            trace.add(fall.trace());
            Fund.of(insurance).forEach(fund -> after.put(fund, known.figures().of(fund)));
            if (!fall.isEnough()) {
                violations.add(Violation.of(
                        insurance == Insurance.IA ? "/estimated/industrialAccident" : "/estimated/employment",
                        "estimate-fall-too-small",
                        fall.percent().toPlainString(),
                        fall.minimum().rate()));
            }
        }
        return violations.isEmpty()
                ? new Recalculate.Result.Known(new Figures(after), known.levies(), known.law(), trace)
                : new Recalculate.Result.NotAcceptable(violations);
    }

    /** Whether the application states the insurance anew; what is the same as in force was left out. */
    private static boolean isStated(Insurance insurance, ReturnRequest inForce, Correction.Statement statement) {
        return switch (insurance) {
            case IA ->
                !inForce.estimated()
                        .industrialAccident()
                        .equals(statement.sections().estimated().industrialAccident());
            case EI ->
                !inForce.estimated()
                        .employment()
                        .equals(statement.sections().estimated().employment());
        };
    }
}
