package kr.gosan.payment.autodebit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.account.Accounts;
import kr.gosan.payment.account.Purpose;
import kr.gosan.payment.account.RegisteredAccount;
import kr.gosan.payment.debt.Channel;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.debt.SlipState;
import kr.gosan.payment.slip.SlipStore;
import kr.gosan.platform.workplace.WorkplaceClock;
import org.jboss.logging.Logger;

/**
 * Takes the next planned order and makes it a message, or skips it. All that was true when it was planned is asked once more,
 * with the slip held: it may have been paid, replaced or extended, or the debit stopped. The message commits before it is
 * sent.
 */
@Singleton
class SendDebit {

    private static final Logger LOG = Logger.getLogger(SendDebit.class);

    private final DebitOrderStore orders;
    private final SlipStore slips;
    private final Accounts accounts;
    private final LawBook law;
    private final WorkplaceClock clock;

    SendDebit(DebitOrderStore orders, SlipStore slips, Accounts accounts, LawBook law, WorkplaceClock clock) {
        this.orders = orders;
        this.slips = slips;
        this.accounts = accounts;
        this.law = law;
        this.clock = clock;
    }

    /** What became of the next planned order. */
    sealed interface Next {

        /** No order is left that nobody else works on. */
        record None() implements Next {}

        record Skipped() implements Next {}

        /** It cannot be made a message; it stays planned, for a later pass. */
        record Failed() implements Next {}

        /** To be sent now. */
        record Ready(DebitOrder order) implements Next {}
    }

    /** @param failed orders that failed in this pass and keep nobody else waiting; one that fails now is added */
    Next next(LocalDate dueDate, Set<UUID> failed) {
        AtomicReference<UUID> held = new AtomicReference<>();
        try {
            return QuarkusTransaction.requiringNew()
                    .call(() -> orders.lockPlanned(dueDate, failed)
                            .map(planned -> {
                                held.set(planned.requestId());
                                return prepare(planned);
                            })
                            .orElseGet(Next.None::new));
        } catch (RuntimeException e) {
            if (held.get() == null) {
                throw e;
            }
            LOG.errorf(e, "debit %s cannot be prepared", held.get());
            failed.add(held.get());
            return new Next.Failed();
        }
    }

    private Next prepare(DebitOrder planned) {
        Slip slip = slips.lockSlip(planned.slipId()).orElseThrow();
        WorkplaceNumber workplace = planned.managementNo();
        Optional<RegisteredAccount> mandate = accounts.debit(
                workplace, planned.insuranceYear() + 1, slip.debt().period());
        DebitTerms terms = new DebitTerms(law, planned.dueDate());
        Won reduction = terms.reduction(slip.figures());
        Won amount = slip.figures().payable().minus(reduction);
        Optional<OrderState.Skip> skip = against(planned, slip, mandate, amount);
        if (skip.isPresent()) {
            orders.skip(planned, skip.get(), clock.systemNow());
            return new Next.Skipped();
        }
        RegisteredAccount from = mandate.orElseThrow();
        orders.send(
                planned,
                new DebitOrder.Message(
                        from.registrationId(),
                        from.purpose(),
                        amount,
                        reduction,
                        terms.fee(channel(from.purpose()), amount),
                        clock.now(workplace).truncatedTo(ChronoUnit.MICROS)));
        // as it is stored: said again, it has to be the same
        return new Next.Ready(orders.lock(planned.requestId()).orElseThrow());
    }

    private Optional<OrderState.Skip> against(
            DebitOrder planned, Slip slip, Optional<RegisteredAccount> mandate, Won amount) {
        if (slip.state() != SlipState.ISSUED) {
            return Optional.of(
                    switch (slip.state()) {
                        case PAID -> OrderState.Skip.SLIP_PAID;
                        case CLOSED -> OrderState.Skip.SLIP_CLOSED;
                        case CANCELLED, ISSUED -> OrderState.Skip.SLIP_REPLACED;
                    });
        }
        if (!slip.dueDate().equals(planned.dueDate())) {
            return Optional.of(OrderState.Skip.DUE_DATE_MOVED);
        }
        if (!clock.today(planned.managementNo()).equals(planned.dueDate())) {
            return Optional.of(OrderState.Skip.NOT_ON_THE_DAY);
        }
        if (mandate.isEmpty()) {
            return Optional.of(OrderState.Skip.MANDATE_STOPPED);
        }
        return amount.isPositive() ? Optional.empty() : Optional.of(OrderState.Skip.NOTHING_TO_DEBIT);
    }

    static Channel channel(Purpose purpose) {
        return purpose == Purpose.DEBIT_CARD ? Channel.DEBIT_CARD : Channel.DEBIT_ACCOUNT;
    }
}
