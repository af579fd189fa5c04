package kr.gosan.premium.settlementaudit;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.platform.audit.Audit;
import kr.gosan.platform.workplace.WorkplaceClock;
import kr.gosan.premium.amendment.Actor;
import kr.gosan.premium.amendment.ApplyAuditResult;
import kr.gosan.premium.amendment.CorrectionOutcome;
import kr.gosan.premium.amendment.rules.AmendmentTerm;
import kr.gosan.premium.calculation.Violation;
import kr.gosan.premium.filing.PremiumReturnStore;
import kr.gosan.premium.settlementaudit.rules.AuditState;

/** Takes an audit one step on; a result becomes a correction of the return in the same transaction. */
@Singleton
class AdvanceAudit {

    private final SettlementAuditStore store;
    private final PremiumReturnStore returns;
    private final ApplyAuditResult results;
    private final WorkplaceClock clock;
    private final LawBook book;
    private final Audit audit;

    AdvanceAudit(
            SettlementAuditStore store,
            PremiumReturnStore returns,
            ApplyAuditResult results,
            WorkplaceClock clock,
            LawBook book,
            Audit audit) {
        this.store = store;
        this.returns = returns;
        this.results = results;
        this.clock = clock;
        this.book = book;
        this.audit = audit;
    }

    AuditOutcome step(Actor operator, UUID id, StepRequest request) {
        Optional<SettlementAudit> found = store.lock(id);
        if (found.isEmpty()) {
            return new AuditOutcome.NotFound();
        }
        SettlementAudit it = found.get();
        if (request.step() == AuditState.Step.PLAN_NOTICE) {
            // An amendment that is being filed comes before the notice or sees it, never between.
            returns.lock(it.returnId());
        }
        return it.state().allows(request.step())
                ? moved(operator, it, request.step(), request.note(), null)
                : new AuditOutcome.NotNow(it.state());
    }

    AuditOutcome conclude(Actor operator, UUID id, ResultRequest request) {
        Optional<SettlementAudit> found = store.lock(id);
        if (found.isEmpty()) {
            return new AuditOutcome.NotFound();
        }
        SettlementAudit it = found.get();
        if (!it.state().allows(AuditState.Step.RESULT)) {
            return new AuditOutcome.NotNow(it.state());
        }
        return standsAgainst(it, request).orElseGet(() -> conclude(operator, it, request));
    }

    private Optional<AuditOutcome> standsAgainst(SettlementAudit it, ResultRequest request) {
        return switch (request.basis()) {
            case DATA ->
                it.state() == AuditState.DEMAND_REFUSED
                        ? Optional.of(new AuditOutcome.DataWasRefused())
                        : Optional.empty();
            case SIMILAR_BUSINESSES ->
                switch (book.on(AmendmentTerm.REFUSED_DEMANDS.parameterId(), clock.today(it.managementNo()))) {
                    case LookUp.Refused refused ->
                        Optional.of(new AuditOutcome.NotCorrected(
                                new CorrectionOutcome.NotAcceptable(java.util.List.of(Violation.of(
                                        "/basis",
                                        "law-unknown",
                                        refused.parameterId(),
                                        refused.date(),
                                        refused.reason())))));
                    case LookUp.Found known -> {
                        int needed = known.parameter().whole();
                        yield it.refusedDemands() < needed
                                ? Optional.of(new AuditOutcome.TooFewRefusals(needed))
                                : Optional.empty();
                    }
                };
        };
    }

    private AuditOutcome conclude(Actor operator, SettlementAudit it, ResultRequest request) {
        CorrectionOutcome outcome = results.apply(
                operator,
                it.returnId(),
                request.confirmed(),
                request.note(),
                request.basis().name(),
                Boolean.TRUE.equals(request.forceMajeure()));
        return outcome instanceof CorrectionOutcome.Done done
                ? moved(
                        operator,
                        it,
                        AuditState.Step.RESULT,
                        request.basis() + ": " + request.note(),
                        done.correction().id())
                : new AuditOutcome.NotCorrected(outcome);
    }

    private AuditOutcome moved(Actor operator, SettlementAudit it, AuditState.Step step, String note, UUID correction) {
        store.move(it, it.state().after(step), correction);
        store.add(it, step, clock.today(it.managementNo()), operator.memberId(), note);
        audit.record(
                operator.memberId(),
                "settlement-audit-"
                        + step.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                it.managementNo(),
                it.id().toString());
        return new AuditOutcome.Done(store.find(it.id()).orElseThrow());
    }
}
