package kr.gosan.payment.transferreturn;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.time.KoreanTime;
import kr.gosan.platform.audit.Audit;
import kr.gosan.platform.workplace.WorkplaceClock;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Takes the bank's word that sent money came back, also after it had arrived: a refund is owed again and waits for another
 * account, suspended money stands on suspense again. Every message has one outcome and leaves a row.
 */
@Singleton
public class TakeTransferReturn {

    private final TransferReturnStore store;
    private final Instance<SentMoney> sent;
    private final Audit audit;
    private final WorkplaceClock clock;

    TakeTransferReturn(TransferReturnStore store, Instance<SentMoney> sent, Audit audit, WorkplaceClock clock) {
        this.store = store;
        this.sent = sent;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of a message. */
    public enum Outcome {
        /** The money is here again. */
        RETURNED,
        /** It came back before, told another way; nothing moves. */
        ALREADY_RETURNED,
        /** The same message again; nothing moves. */
        DUPLICATE,
        /** A known number with other content. */
        CONFLICTING_DUPLICATE,
        /** Nothing was ordered under this id. */
        UNKNOWN_ORDER,
        /** It was ordered, and the bank never said that it sent it. */
        NOT_SENT,
        /** Another amount than was sent. */
        AMOUNT_DIFFERS,
        /** A day that has not come. */
        DATED_AHEAD,
        /** Earlier than it was sent. */
        BEFORE_SENT
    }

    /** @param returnId of the message; of a repeated one, the first's */
    @Schema(name = "TransferReturnAnswer")
    public record Answer(UUID returnId, Outcome outcome) {}

    /** @param bank whose message it is */
    @Transactional
    public Answer take(String bank, TransferReturn told) {
        store.lock(bank, told);
        Optional<TransferReturnStore.Kept> first = store.first(bank, told.bankTransactionId());
        if (first.isPresent()) {
            boolean same = same(first.get().told(), told);
            Answer kept = kept(bank, told, same ? Outcome.DUPLICATE : Outcome.CONFLICTING_DUPLICATE, Optional.empty());
            return same ? new Answer(first.get().returnId(), Outcome.DUPLICATE) : kept;
        }
        for (SentMoney money : sent) {
            Optional<SentMoney.Order> order = money.hold(told.requestId());
            if (order.isPresent()) {
                Outcome outcome = fault(order.get(), told)
                        .orElseGet(() ->
                                money.takeBack(told.requestId(), told) ? Outcome.RETURNED : Outcome.ALREADY_RETURNED);
                return kept(bank, told, outcome, order.get().workplace());
            }
        }
        return kept(bank, told, Outcome.UNKNOWN_ORDER, Optional.empty());
    }

    private Optional<Outcome> fault(SentMoney.Order order, TransferReturn told) {
        if (order.sentAt().isEmpty()) {
            return Optional.of(Outcome.NOT_SENT);
        }
        if (!order.amount().equals(told.amount())) {
            return Optional.of(Outcome.AMOUNT_DIFFERS);
        }
        if (KoreanTime.dateOf(told.returnedAt().toInstant()).isAfter(today(order.workplace()))) {
            return Optional.of(Outcome.DATED_AHEAD);
        }
        return told.returnedAt().isBefore(order.sentAt().get()) ? Optional.of(Outcome.BEFORE_SENT) : Optional.empty();
    }

    /** In the sandbox a workplace may live ahead of the system, and behind it while its bank does not. */
    private LocalDate today(Optional<WorkplaceNumber> workplace) {
        LocalDate system = KoreanTime.dateOf(clock.systemNow());
        return workplace.map(clock::today).filter(system::isBefore).orElse(system);
    }

    /** The daily file tells no reason. */
    private static boolean same(TransferReturn first, TransferReturn again) {
        return first.requestId().equals(again.requestId())
                && first.amount().equals(again.amount())
                && first.returnedAt().toInstant().equals(again.returnedAt().toInstant());
    }

    private Answer kept(String bank, TransferReturn told, Outcome outcome, Optional<WorkplaceNumber> workplace) {
        UUID returnId = store.keep(bank, told, outcome, workplace, clock.systemNow());
        audit.record(bank, "payment.transfer-return." + outcome, workplace.orElse(null), returnId.toString());
        return new Answer(returnId, outcome);
    }
}
