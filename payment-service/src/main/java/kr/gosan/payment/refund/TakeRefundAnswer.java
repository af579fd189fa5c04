package kr.gosan.payment.refund;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.time.KoreanTime;
import kr.gosan.payment.book.RefundPostings;
import kr.gosan.payment.ledger.LedgerStore;
import kr.gosan.payment.refund.RefundTransfer.Said;
import kr.gosan.payment.refund.rules.RefundState;
import kr.gosan.payment.refund.rules.RefundState.Cause;
import kr.gosan.payment.transferreturn.SentMoney;
import kr.gosan.payment.transferreturn.TransferReturn;
import kr.gosan.platform.event.Outbox;
import kr.gosan.platform.workplace.WorkplaceClock;

/**
 * Takes what the bank said to the order of a refund, when it was asked or by itself. Money that did not arrive, or came back
 * after it had, is owed again and waits for another account. Told twice, it moves once.
 */
@Singleton
class TakeRefundAnswer implements SentMoney {

    private final RefundStore refunds;
    private final RefundTransfers transfers;
    private final LedgerStore ledger;
    private final Outbox outbox;
    private final WorkplaceClock clock;

    TakeRefundAnswer(
            RefundStore refunds, RefundTransfers transfers, LedgerStore ledger, Outbox outbox, WorkplaceClock clock) {
        this.refunds = refunds;
        this.transfers = transfers;
        this.ledger = ledger;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What the bank said. */
    record Answered(UUID transferId, String reason) {}

    void sent(RefundTransfer order, String transactionId, OffsetDateTime at) {
        QuarkusTransaction.requiringNew()
                .run(() -> transfers.say(
                        refunds.lock(order.refundId()).orElseThrow(),
                        order.transferId(),
                        Said.SENT,
                        transactionId,
                        null,
                        at));
    }

    void paid(RefundTransfer order, OffsetDateTime at) {
        QuarkusTransaction.requiringNew().run(() -> {
            Refund refund = refunds.lock(order.refundId()).orElseThrow();
            if (refund.state() == RefundState.SENT
                    && isLast(order)
                    && transfers.say(refund, order.transferId(), Said.PAID, null, null, at)) {
                LocalDate on = day(at);
                RefundPostings.paid(refund.debt(), order.transferId(), on, refund.left())
                        .forEach(ledger::book);
                told(refund, Cause.TRANSFER_CONFIRMED, order.transferId(), on, null);
            }
        });
    }

    /**
     * @param transactionId the bank's number of the money coming back; null where it told none
     * @param reason why, as the bank names it
     */
    void returned(RefundTransfer order, Said how, String transactionId, String reason, OffsetDateTime at) {
        QuarkusTransaction.requiringNew().run(() -> takeBack(order, how, transactionId, reason, at));
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Order> hold(UUID orderId) {
        return transfers.find(orderId).map(order -> {
            Refund refund = refunds.lock(order.refundId()).orElseThrow();
            return new Order(Optional.of(refund.debt().managementNo()), order.amount(), transfers.sentAt(orderId));
        });
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean takeBack(UUID orderId, TransferReturn back) {
        return takeBack(
                transfers.find(orderId).orElseThrow(),
                Said.RETURNED,
                back.bankTransactionId(),
                back.reason(),
                back.returnedAt());
    }

    private boolean takeBack(RefundTransfer order, Said how, String transactionId, String reason, OffsetDateTime at) {
        Refund refund = refunds.lock(order.refundId()).orElseThrow();
        boolean back = isLast(order)
                && RefundState.edge(Optional.of(refund.state()), Cause.TRANSFER_RETURNED)
                        .isPresent()
                && transfers.say(refund, order.transferId(), how, transactionId, reason, at);
        if (back) {
            LocalDate on = day(at);
            boolean hadArrived = refund.state() == RefundState.PAID;
            RefundPostings.returned(refund.debt(), order.transferId(), on, hadArrived, refund.left())
                    .forEach(ledger::book);
            told(refund, Cause.TRANSFER_RETURNED, order.transferId(), on, reason);
        }
        return back;
    }

    private boolean isLast(RefundTransfer order) {
        return transfers.last(order.refundId()).orElseThrow().equals(order);
    }

    private static LocalDate day(OffsetDateTime at) {
        return KoreanTime.dateOf(at.toInstant());
    }

    private void told(Refund refund, Cause cause, UUID transferId, LocalDate on, String reason) {
        refunds.move(refund, cause, null, on, new Answered(transferId, reason));
        WorkplaceNumber workplace = refund.debt().managementNo();
        outbox.publish(
                RefundState.edge(Optional.of(refund.state()), cause)
                        .orElseThrow()
                        .event()
                        .orElseThrow(),
                workplace.digits(),
                clock.now(workplace),
                RefundPaid.of(refund, transferId, on, reason));
    }
}
