package kr.gosan.premium.amendment;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import kr.gosan.platform.audit.Audit;
import kr.gosan.platform.event.Outbox;
import kr.gosan.platform.receipt.Receipts;
import kr.gosan.premium.amendment.rules.CorrectionKind;
import kr.gosan.premium.amendment.rules.CorrectionState;
import kr.gosan.premium.filing.PremiumReturnStore;
import kr.gosan.premium.filing.TellAccount;

/** Stores a correction with its receipt, event and audit row, in the caller's transaction. */
@Singleton
class RecordCorrection {

    private final CorrectionStore store;
    private final PremiumReturnStore returns;
    private final Receipts receipts;
    private final TellAccount accounts;
    private final Outbox outbox;
    private final Audit audit;

    RecordCorrection(
            CorrectionStore store,
            PremiumReturnStore returns,
            Receipts receipts,
            TellAccount accounts,
            Outbox outbox,
            Audit audit) {
        this.store = store;
        this.returns = returns;
        this.receipts = receipts;
        this.accounts = accounts;
        this.outbox = outbox;
        this.audit = audit;
    }

    /**
     * A new link of the chain.
     *
     * @param effect empty when it waits for a decision
     */
    Correction file(
            Actor actor,
            CorrectionKind kind,
            ReturnToCorrect it,
            Correction.Statement statement,
            LocalDate decideBy,
            Optional<Correction.Effect> effect) {
        Correction filed = new Correction(
                returns.newId(),
                it.filed().id(),
                store.chain(it.filed().id()).size() + 1,
                it.filed().managementNo(),
                it.filed().content().insuranceYear(),
                kind,
                CorrectionState.of(kind),
                actor.memberId(),
                it.today(),
                decideBy,
                statement,
                effect.map(in -> new Correction.Decision(it.today(), actor.memberId(), null)),
                effect);
        store.add(filed);
        receipts.issue("correction", filed.id(), filed.managementNo(), SignedCorrection.of(filed), it.now());
        tell(filed, it);
        audit.record(
                actor.memberId(),
                "correction-filed",
                filed.managementNo(),
                filed.id().toString());
        return filed;
    }

    /** A decision on a link that waited for it. */
    Correction decide(
            Actor operator,
            Correction waiting,
            CorrectionState.Happening happening,
            String reason,
            ReturnToCorrect it,
            Optional<Correction.Effect> effect) {
        Correction decided =
                waiting.decided(happening, new Correction.Decision(it.today(), operator.memberId(), reason), effect);
        store.decided(decided);
        tell(decided, it);
        audit.record(
                operator.memberId(),
                "correction-decided",
                decided.managementNo(),
                decided.id().toString());
        return decided;
    }

    private void tell(Correction it, ReturnToCorrect about) {
        boolean changes = it.effect()
                .map(effect -> !effect.adjustment().insurances().isEmpty())
                .orElse(false);
        if (changes) {
            // before the difference, so that where a refund goes is known when it arises
            store.refundAccount(it.id())
                    .ifPresent(account -> accounts.refund(
                            new TellAccount.Registration(
                                    it.id(),
                                    it.returnId(),
                                    it.managementNo(),
                                    it.insuranceYear(),
                                    it.filedOn(),
                                    about.today()),
                            about.now(),
                            account));
            outbox.publish(PremiumAdjusted.TYPE, it.managementNo().digits(), about.now(), PremiumAdjusted.of(it));
        }
    }
}
