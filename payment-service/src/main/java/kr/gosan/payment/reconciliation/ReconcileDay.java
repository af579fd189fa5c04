package kr.gosan.payment.reconciliation;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.time.KoreanTime;
import kr.gosan.payment.banknotice.Sender;
import kr.gosan.payment.banknotice.TakeBankNotice;
import kr.gosan.payment.banknotice.TakeReversal;
import kr.gosan.payment.banknotice.Taken;
import kr.gosan.payment.debt.EPaymentNumber;
import kr.gosan.payment.debt.Notice;
import kr.gosan.payment.debt.Reversal;
import kr.gosan.payment.debt.TransferOrder;
import kr.gosan.payment.institution.Institution;
import kr.gosan.payment.institution.InstitutionSettings;
import kr.gosan.payment.institution.Statement;
import kr.gosan.payment.reconciliation.ReconciliationStore.Found;
import kr.gosan.payment.reconciliation.ReconciliationStore.Reconciliation;
import kr.gosan.payment.reconciliation.rules.Comparison;
import kr.gosan.payment.reconciliation.rules.Difference;
import kr.gosan.payment.reconciliation.rules.Movement;
import kr.gosan.payment.transferreturn.TakeTransferReturn;
import kr.gosan.payment.transferreturn.TransferReturn;
import kr.gosan.platform.audit.Audit;
import kr.gosan.platform.event.Outbox;
import kr.gosan.platform.workplace.WorkplaceClock;

/** Holds an institution's daily file against what is kept here of the day, and takes in what an operator finds missing. */
@Singleton
class ReconcileDay {

    /** What the file has and a notice may bring; what was refused may be taken since. */
    private static final Set<Difference.Kind> TAKEN_IN = EnumSet.of(
            Difference.Kind.MISSING_HERE,
            Difference.Kind.REVERSED_THERE,
            Difference.Kind.REVERSAL_REFUSED_HERE,
            Difference.Kind.TRANSFER_RETURNED_THERE);

    private final Statement statement;
    private final OurMovements ours;
    private final ReconciliationStore store;
    private final TakeBankNotice takeBankNotice;
    private final TakeReversal takeReversal;
    private final TakeTransferReturn takeTransferReturn;
    private final Outbox outbox;
    private final Audit audit;
    private final WorkplaceClock clock;
    private final String client;

    ReconcileDay(
            Statement statement,
            OurMovements ours,
            ReconciliationStore store,
            TakeBankNotice takeBankNotice,
            TakeReversal takeReversal,
            TakeTransferReturn takeTransferReturn,
            Outbox outbox,
            Audit audit,
            WorkplaceClock clock,
            InstitutionSettings settings) {
        this.statement = statement;
        this.ours = ours;
        this.store = store;
        this.takeBankNotice = takeBankNotice;
        this.takeReversal = takeReversal;
        this.takeTransferReturn = takeTransferReturn;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
        this.client = settings.client();
    }

    /** Asks the institution, outside any transaction; empty when it could not be asked. */
    Optional<DailyFile> fetch(Institution institution, LocalDate day) {
        return statement.of(institution, day).map(told -> DailyFile.of(institution, day, told));
    }

    /** Whatever differs is kept, and told to whoever operates this. */
    @Transactional(Transactional.TxType.MANDATORY)
    Reconciliation compare(DailyFile file, String by) {
        Comparison comparison = new Comparison();
        ours.of(file.institution(), file.day(), comparison::here);
        ours.refused(file.institution(), file.day(), comparison::refusedHere);
        ours.withAnotherFee(file.institution(), file.day(), comparison::anotherFeeThanDue);
        file.tell(comparison::there);
        file.unreadable().forEach(comparison::unreadableThere);
        Comparison.Found found = comparison.end();
        Reconciliation kept = store.keep(file, found, by, clock.systemNow());
        audit.record(by, "payment.reconciliation", null, kept.reconciliationId().toString());
        if (!found.differences().isEmpty()) {
            outbox.publish(
                    ReconciliationDiffered.TYPE,
                    file.institution().name(),
                    clock.systemNow(),
                    ReconciliationDiffered.of(kept, found.differences()));
        }
        return kept;
    }

    /** What became of a movement that was taken in. */
    sealed interface TakenIn {

        record Payment(Taken taken) implements TakenIn {}

        record Transfer(TakeTransferReturn.Answer answer) implements TakenIn {}
    }

    /** Takes in a movement that only the file has, by the same rules as if its notice came now; empty when that is not it. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<TakenIn> takeIn(UUID reconciliationId, int line, String by) {
        Optional<Found> missing = store.differences(reconciliationId, line - 1).stream()
                .filter(found -> found.line() == line && TAKEN_IN.contains(found.kind()))
                // Money nobody here ordered to be sent is nobody's when it comes back.
                .filter(found -> found.theirs().transfer()
                        ? found.theirs().orderId() != null
                        : found.theirs().mayBeNotice())
                .findFirst();
        return missing.map(found -> {
            Institution institution = store.find(reconciliationId).orElseThrow().institution();
            audit.record(by, "payment.reconciliation.taken-in", null, reconciliationId + "/" + line);
            Sender sender = new Sender(client, institution);
            Movement told = found.theirs();
            if (told.transfer()) {
                return new TakenIn.Transfer(takeTransferReturn.take(client, cameBack(told)));
            }
            return new TakenIn.Payment(
                    told.reversal()
                            ? takeReversal.take(
                                    sender,
                                    new Reversal(
                                            told.transactionId(),
                                            told.reverses(),
                                            Optional.of(told.amount()),
                                            told.at()))
                            : takeBankNotice.take(sender, notice(told)));
        });
    }

    private static TransferReturn cameBack(Movement told) {
        return new TransferReturn(
                told.transactionId(), told.orderId(), told.amount(), "NOT_TOLD", KoreanTime.timeOf(told.at()));
    }

    private static Notice notice(Movement told) {
        return new Notice(
                told.transactionId(),
                told.virtualAccountNo() == null ? EPaymentNumber.of(told.ePaymentNo()) : null,
                told.virtualAccountNo(),
                told.amount(),
                Optional.ofNullable(told.fee()).filter(Won::isPositive),
                told.at(),
                told.channel(),
                TransferOrder.IMMEDIATE);
    }
}
