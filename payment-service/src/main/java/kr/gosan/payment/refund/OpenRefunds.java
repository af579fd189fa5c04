package kr.gosan.payment.refund;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.book.Account;
import kr.gosan.payment.book.Posting;
import kr.gosan.payment.book.RefundPostings;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.ledger.LedgerStore;
import kr.gosan.payment.refund.rules.RefundCause;
import kr.gosan.payment.refund.rules.RefundPlan;
import kr.gosan.payment.refund.rules.RefundState;
import kr.gosan.platform.event.Outbox;
import kr.gosan.platform.workplace.WorkplaceClock;

/**
 * Opens a refund for every credit that a posting leaves on {@link Account#REFUND_PAYABLE}: nobody has to ask for it. What is
 * too small to be refunded (보험료징수법 §45의2) is dropped at once.
 */
@Singleton
public class OpenRefunds {

    private static final String DAYS = "refund-interest.days-after-receipt";
    private static final String LIMITATION = "limitation.refund";
    private static final String MINIMUM = "small-amount.minimum";

    private final RefundStore refunds;
    private final LedgerStore ledger;
    private final LawBook book;
    private final Outbox outbox;
    private final WorkplaceClock clock;

    OpenRefunds(RefundStore refunds, LedgerStore ledger, LawBook book, Outbox outbox, WorkplaceClock clock) {
        this.refunds = refunds;
        this.ledger = ledger;
        this.book = book;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What was found out when it was opened. */
    record Opened(RefundCause cause, UUID causeId, Won amount, Won minimum) {}

    /** The return that was filed on the posting's day found more paid than is owed (§19②). */
    @Transactional(Transactional.TxType.MANDATORY)
    public void onReturn(Posting booked, UUID returnId) {
        on(booked, RefundCause.SETTLEMENT, returnId, booked.valueDate(), Optional.empty());
    }

    /** @param interestFrom as the premium service told it; empty where it told none */
    @Transactional(Transactional.TxType.MANDATORY)
    public void onCorrection(Posting booked, UUID adjustmentId, Optional<LocalDate> interestFrom) {
        on(booked, RefundCause.CORRECTION, adjustmentId, booked.valueDate(), interestFrom);
    }

    /**
     * Money paid by mistake, or twice.
     *
     * @param causeId the decision that gives it back
     * @param paidOn the day the right to it arises; interest runs from the next
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void onMistakenPayment(Posting booked, UUID causeId, LocalDate paidOn) {
        on(booked, RefundCause.MISTAKEN_PAYMENT, causeId, paidOn, Optional.empty());
    }

    /**
     * A late charge was paid that is not owed any more. The right to it arises with what changed it, on the posting's day;
     * interest runs from the day after it was paid.
     *
     * @param causeId what changed it; it may owe back premium of the same debt as well, by a refund of its own
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void onLateChargeNotOwed(Posting booked, UUID causeId, LocalDate paidOn) {
        UUID ownId = UUID.nameUUIDFromBytes(("late-charge:" + causeId).getBytes(StandardCharsets.UTF_8));
        on(booked, RefundCause.MISTAKEN_PAYMENT, ownId, booked.valueDate(), Optional.of(paidOn.plusDays(1)));
    }

    private void on(Posting booked, RefundCause cause, UUID causeId, LocalDate arisenOn, Optional<LocalDate> told) {
        Map<Fund, Won> owed = credits(booked);
        if (owed.isEmpty()) {
            return;
        }
        Debt debt = booked.debt().orElseThrow();
        Won all = Won.sum(owed.values());
        Won minimum = law(MINIMUM, arisenOn).map(AppliedParameter::won).orElse(Won.ZERO);
        boolean tooSmall = new RefundPlan(List.of(), owed).isTooSmall(minimum);
        Refund refund = new Refund(
                id(debt, causeId),
                debt,
                cause,
                causeId,
                arisenOn,
                told.or(() -> law(DAYS, arisenOn).map(days -> cause.interestFrom(arisenOn, days))),
                law(LIMITATION, arisenOn).map(years -> RefundPlan.lastDay(arisenOn, years.whole())),
                owed,
                owed,
                Won.ZERO,
                tooSmall ? RefundState.DROPPED : RefundState.WAITING,
                0);
        if (refunds.open(refund, new Opened(cause, causeId, all, minimum)) && tooSmall) {
            refunds.use(refund, RefundStore.Use.DROPPED, owed);
            RefundPostings.dropped(debt, refund.refundId(), arisenOn, owed).forEach(ledger::book);
            WorkplaceNumber workplace = debt.managementNo();
            outbox.publish(
                    RefundState.edge(Optional.empty(), RefundState.Cause.TOO_SMALL)
                            .orElseThrow()
                            .event()
                            .orElseThrow(),
                    workplace.digits(),
                    clock.now(workplace),
                    RefundDecided.dropped(refund, arisenOn, all));
        }
    }

    /** One refund for a cause and debt, whoever tells of it again. */
    private static UUID id(Debt debt, UUID causeId) {
        String name = String.join(
                ":",
                "refund",
                causeId.toString(),
                debt.kind().name(),
                debt.originId().toString(),
                debt.insurance().name(),
                Integer.toString(debt.period()));
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<Fund, Won> credits(Posting booked) {
        Map<Fund, Won> credits = new EnumMap<>(Fund.class);
        booked.entries().stream()
                .filter(entry -> entry.account() == Account.REFUND_PAYABLE)
                .forEach(entry ->
                        credits.merge(entry.fund().orElseThrow(), entry.signed().negate(), Won::plus));
        credits.values().removeIf(amount -> !amount.isPositive());
        return credits;
    }

    private Optional<AppliedParameter> law(String id, LocalDate on) {
        return book.on(id, on) instanceof LookUp.Found found ? Optional.of(found.parameter()) : Optional.empty();
    }
}
