package kr.gosan.payment.reconciliation;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.banknotice.NoticeStore;
import kr.gosan.payment.banknotice.Sender;
import kr.gosan.payment.banknotice.TakeBankNotice;
import kr.gosan.payment.banknotice.TakeReversal;
import kr.gosan.payment.banknotice.Taken;
import kr.gosan.payment.debt.EPaymentNumber;
import kr.gosan.payment.debt.Notice;
import kr.gosan.payment.debt.Reversal;
import kr.gosan.payment.debt.TransferOrder;
import kr.gosan.payment.institution.Institution;
import kr.gosan.payment.institution.Statement;
import kr.gosan.payment.reconciliation.ReconciliationStore.Found;
import kr.gosan.payment.reconciliation.ReconciliationStore.Reconciliation;
import kr.gosan.payment.reconciliation.rules.Comparison;
import kr.gosan.payment.reconciliation.rules.Difference;
import kr.gosan.payment.reconciliation.rules.Movement;
import kr.gosan.platform.audit.Audit;
import kr.gosan.platform.workplace.WorkplaceClock;

/** Holds an institution's daily file against the notices kept here, and takes in what an operator finds missing. */
@Singleton
class ReconcileDay {

    private final Statement statement;
    private final NoticeStore notices;
    private final ReconciliationStore store;
    private final TakeBankNotice takeBankNotice;
    private final TakeReversal takeReversal;
    private final Audit audit;
    private final WorkplaceClock clock;
    private final String client;

    ReconcileDay(
            Statement statement,
            NoticeStore notices,
            ReconciliationStore store,
            TakeBankNotice takeBankNotice,
            TakeReversal takeReversal,
            Audit audit,
            WorkplaceClock clock,
            ReconciliationSettings settings) {
        this.statement = statement;
        this.notices = notices;
        this.store = store;
        this.takeBankNotice = takeBankNotice;
        this.takeReversal = takeReversal;
        this.audit = audit;
        this.clock = clock;
        this.client = settings.client();
    }

    /** Asks the institution, outside any transaction; empty when it could not be asked. */
    Optional<DailyFile> fetch(Institution institution, LocalDate day) {
        return statement.of(institution, day).map(told -> DailyFile.of(institution, day, told));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Reconciliation compare(DailyFile file, String by) {
        List<Movement> ours = notices.ofDay(file.institution(), file.day()).stream()
                .map(ReconcileDay::movement)
                .toList();
        List<Difference> differences = Comparison.of(file.movements(), ours);
        Reconciliation kept = store.keep(file, differences, by, clock.systemNow());
        audit.record(by, "payment.reconciliation", null, kept.reconciliationId().toString());
        return kept;
    }

    /** Takes in a movement that only the file has, by the same rules as if its notice came now; empty when that is not it. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<Taken> takeIn(UUID reconciliationId, int line, String by) {
        Optional<Found> missing = store.differences(reconciliationId, line - 1).stream()
                .filter(found -> found.line() == line && found.ours() == null)
                .findFirst();
        return missing.map(found -> {
            Institution institution = store.find(reconciliationId).orElseThrow().institution();
            audit.record(by, "payment.reconciliation.taken-in", null, reconciliationId + "/" + line);
            Sender sender = new Sender(client, institution);
            Movement told = found.theirs();
            return told.reversal()
                    ? takeReversal.take(
                            sender,
                            new Reversal(told.transactionId(), told.reverses(), Optional.of(told.amount()), told.at()))
                    : takeBankNotice.take(sender, notice(told));
        });
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

    private static Movement movement(NoticeStore.Kept kept) {
        return switch (kept.message()) {
            case Notice notice ->
                new Movement(
                        notice.bankTransactionId(),
                        false,
                        notice.ePaymentNo() == null ? null : notice.ePaymentNo().digits(),
                        notice.virtualAccountNo(),
                        null,
                        notice.amount(),
                        notice.fee().orElse(null),
                        notice.paidAt(),
                        notice.channel());
            case Reversal reversal ->
                new Movement(
                        reversal.bankTransactionId(),
                        true,
                        null,
                        null,
                        reversal.originalTransactionId(),
                        reversal.amount().orElse(null),
                        null,
                        reversal.reversedAt(),
                        null);
        };
    }
}
