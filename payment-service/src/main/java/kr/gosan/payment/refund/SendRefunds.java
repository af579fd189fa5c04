package kr.gosan.payment.refund;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.account.AccountNumber;
import kr.gosan.payment.account.Accounts;
import kr.gosan.payment.account.Purpose;
import kr.gosan.payment.book.RefundPostings;
import kr.gosan.payment.institution.BankAccount;
import kr.gosan.payment.institution.Transfer;
import kr.gosan.payment.ledger.LedgerStore;
import kr.gosan.payment.refund.RefundTransfer.Said;
import kr.gosan.payment.refund.rules.RefundState;
import kr.gosan.payment.refund.rules.RefundState.Cause;
import kr.gosan.platform.workplace.WorkplaceClock;
import org.jboss.logging.Logger;

/**
 * Sends approved refunds through the bank and asks until each has arrived or come back. An order is committed before the
 * bank hears of it, under an id that follows from the refund and its step; so a run that is killed anywhere, or runs twice,
 * is carried on by the next one, and the bank pays once.
 */
@Singleton
public class SendRefunds {

    private static final Logger LOG = Logger.getLogger(SendRefunds.class);
    private static final String MEMO = "고용·산재 과납금 환급";

    private final RefundStore refunds;
    private final RefundTransfers transfers;
    private final AssessRefund assess;
    private final OffsetOpenItems openItems;
    private final Accounts accounts;
    private final Transfer bank;
    private final TakeRefundAnswer answers;
    private final LedgerStore ledger;
    private final WorkplaceClock clock;

    SendRefunds(
            RefundStore refunds,
            RefundTransfers transfers,
            AssessRefund assess,
            OffsetOpenItems openItems,
            Accounts accounts,
            Transfer bank,
            TakeRefundAnswer answers,
            LedgerStore ledger,
            WorkplaceClock clock) {
        this.refunds = refunds;
        this.transfers = transfers;
        this.assess = assess;
        this.openItems = openItems;
        this.accounts = accounts;
        this.bank = bank;
        this.answers = answers;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Why an approved refund was not sent. */
    record Changed(String because) {}

    /** What was ordered. */
    record Ordered(UUID transferId, Won amount, Won interest) {}

    @Scheduled(every = "10s", delayed = "20s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void now() {
        run();
    }

    /** Orders what is approved, and asks what became of everything that was ordered. */
    public void run() {
        all(RefundState.APPROVED, refundId -> QuarkusTransaction.requiringNew().run(() -> order(refundId)));
        all(RefundState.SENT, this::follow);
    }

    /** One that fails is logged and does not keep the others waiting; the next run meets it again. */
    private void all(RefundState state, Consumer<UUID> then) {
        UUID after = null;
        List<UUID> page = page(state, after);
        while (!page.isEmpty()) {
            for (UUID refundId : page) {
                try {
                    then.accept(refundId);
                } catch (RuntimeException e) {
                    LOG.errorf(e, "refund %s stays %s", refundId, state);
                }
            }
            after = page.getLast();
            page = page(state, after);
        }
    }

    private List<UUID> page(RefundState state, UUID after) {
        return QuarkusTransaction.requiringNew().call(() -> refunds.idsIn(state, after));
    }

    /** Looks again at what was approved, and commits the order to send it. */
    void order(UUID refundId) {
        Optional<Refund> approved = refunds.lock(refundId).filter(it -> it.state() == RefundState.APPROVED);
        if (approved.isEmpty()) {
            return;
        }
        Refund refund = approved.get();
        WorkplaceNumber workplace = refund.debt().managementNo();
        openItems.hold(refund.debt());
        LocalDate on = clock.today(workplace);
        switch (assess.of(refund, on)) {
            case AssessRefund.Assessed.Not(RefundOutcome because) -> changed(refund, on, RefundAnswers.code(because));
            case AssessRefund.Assessed.Ready ready -> {
                if (!ready.plan().offsets().isEmpty()) {
                    changed(refund, on, "something fell due");
                } else if (ready.offer().account() == null) {
                    changed(refund, on, "it is too small by now");
                } else if (!sameAccount(refund, ready.offer())) {
                    changed(refund, on, "another account was registered");
                } else {
                    order(refund, ready, on);
                }
            }
        }
    }

    private void order(Refund refund, AssessRefund.Assessed.Ready ready, LocalDate on) {
        RefundOffer offer = ready.offer();
        Map<Fund, Won> interest = ready.plan().share(offer.interest());
        refunds.use(refund, RefundStore.Use.INTEREST, interest);
        RefundPostings.decided(refund.debt(), refund.refundId(), on, interest).forEach(ledger::book);
        Refund withInterest = refunds.find(refund.refundId()).orElseThrow();
        RefundTransfer order = transfers.order(
                refund,
                offer.account(),
                withInterest.leftInAll(),
                on,
                clock.now(refund.debt().managementNo()));
        RefundPostings.sent(refund.debt(), order.transferId(), on, withInterest.left())
                .forEach(ledger::book);
        refunds.move(
                refund,
                Cause.TRANSFER_ORDERED,
                null,
                on,
                new Ordered(order.transferId(), order.amount(), withInterest.interest()));
    }

    private void changed(Refund refund, LocalDate on, String because) {
        refunds.move(refund, Cause.CIRCUMSTANCES_CHANGED, null, on, new Changed(because));
    }

    /** The account that was approved. */
    private boolean sameAccount(Refund refund, RefundOffer offer) {
        return refunds.steps(refund.refundId())
                .getLast()
                .detail()
                .at("/account/registrationId")
                .asText()
                .equals(offer.account().registrationId().toString());
    }

    /** Tells the bank, again if need be, and asks it. Nothing is held meanwhile. */
    void follow(UUID refundId) {
        RefundTransfer order = QuarkusTransaction.requiringNew()
                .call(() -> transfers.last(refundId).orElseThrow());
        boolean known = QuarkusTransaction.requiringNew().call(() -> transfers.said(order.transferId(), Said.SENT));
        if (!known && !send(order)) {
            return;
        }
        switch (bank.outcome(order.transferId())) {
            case Transfer.Outcome.Paid(OffsetDateTime at) -> answers.paid(order, at);
            case Transfer.Outcome.Returned(Transfer.Refusal reason, OffsetDateTime at) ->
                answers.returned(order, Said.RETURNED, null, reason.name(), at);
            case Transfer.Outcome.Unknown it -> send(order);
            case Transfer.Outcome.Pending it -> {}
            case Transfer.Outcome.Unanswered it -> {}
        }
    }

    /** Whether the bank has it now. */
    private boolean send(RefundTransfer order) {
        return switch (tell(order)) {
            case Transfer.Answer.Sent(String transactionId, OffsetDateTime at) -> {
                answers.sent(order, transactionId, at);
                yield true;
            }
            case Transfer.Answer.Refused(Transfer.Refusal reason) -> {
                answers.returned(order, Said.REFUSED, null, reason.name(), order.orderedAt());
                yield false;
            }
            case Transfer.Answer.Unanswered it -> false;
        };
    }

    /** Tells the bank of the order; told again, it sends nothing again. */
    Transfer.Answer tell(RefundTransfer order) {
        BankAccount account = QuarkusTransaction.requiringNew().call(() -> account(order));
        return bank.send(new Transfer.Order(order.transferId(), account, order.amount(), MEMO, order.orderedAt()));
    }

    private BankAccount account(RefundTransfer order) {
        WorkplaceNumber workplace =
                refunds.find(order.refundId()).orElseThrow().debt().managementNo();
        AccountNumber number = accounts.history(workplace).stream()
                .filter(it -> it.registrationId().equals(order.registrationId()) && it.purpose() == Purpose.REFUND)
                .findFirst()
                .map(accounts::number)
                .orElseThrow();
        return new BankAccount(number.institution(), number.number(), number.holderName());
    }
}
