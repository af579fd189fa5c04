package kr.gosan.payment.banknotice;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.time.KoreanTime;
import kr.gosan.payment.arrears.HoldSlip;
import kr.gosan.payment.arrears.TakeBackArrears;
import kr.gosan.payment.book.Account;
import kr.gosan.payment.book.BankPostings;
import kr.gosan.payment.book.Entry;
import kr.gosan.payment.book.Posting;
import kr.gosan.payment.debt.Notice;
import kr.gosan.payment.debt.NoticeOutcome;
import kr.gosan.payment.debt.Reversal;
import kr.gosan.payment.debt.ReversalDecision;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.debt.SlipState;
import kr.gosan.payment.ledger.LedgerStore;
import kr.gosan.payment.slip.Payment;
import kr.gosan.payment.slip.PaymentStore;
import kr.gosan.payment.slip.SlipStore;
import kr.gosan.platform.audit.Audit;
import kr.gosan.platform.event.Outbox;
import kr.gosan.platform.workplace.WorkplaceClock;

/**
 * Takes a bank's message that a payment was taken back. The slip may be paid again; when its last day is over, the next
 * hand-over closes it. A reversal that comes before its payment is kept, and the payment then has no effect.
 */
@Singleton
public class TakeReversal {

    private static final String PAYMENT_REVERSED = SlipState.edge(
                    Optional.of(SlipState.PAID), SlipState.Cause.PAYMENT_REVERSED)
            .orElseThrow()
            .event();

    private final NoticeStore notices;
    private final SlipOfNotice slipOfNotice;
    private final HoldSlip hold;
    private final SlipStore slips;
    private final PaymentStore payments;
    private final TakeBackArrears takeBackArrears;
    private final LedgerStore ledger;
    private final Outbox outbox;
    private final Audit audit;
    private final WorkplaceClock clock;

    TakeReversal(
            NoticeStore notices,
            SlipOfNotice slipOfNotice,
            HoldSlip hold,
            SlipStore slips,
            PaymentStore payments,
            TakeBackArrears takeBackArrears,
            LedgerStore ledger,
            Outbox outbox,
            Audit audit,
            WorkplaceClock clock) {
        this.notices = notices;
        this.slipOfNotice = slipOfNotice;
        this.hold = hold;
        this.slips = slips;
        this.payments = payments;
        this.takeBackArrears = takeBackArrears;
        this.ledger = ledger;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Taken take(Sender sender, Reversal reversal) {
        notices.lock(sender.client(), reversal.bankTransactionId(), reversal.originalTransactionId());
        Optional<NoticeStore.Kept> first = notices.first(sender, reversal.bankTransactionId());
        Optional<NoticeStore.Kept> original = notices.first(sender, reversal.originalTransactionId());
        Optional<Slip> slip =
                original.flatMap(kept -> Optional.ofNullable(kept.slipId())).flatMap(hold::toReverse);
        ReversalDecision decision = ReversalDecision.of(
                reversal,
                first.map(NoticeStore.Kept::message),
                slipOfNotice.today(slip),
                notices.reversalsAhead(sender, reversal.originalTransactionId()).stream()
                        .anyMatch(reversal::saysTheSameAs),
                original.map(this::asTaken));
        UUID noticeId = notices.keep(
                original.map(NoticeStore.Kept::sender).orElse(sender),
                reversal,
                new NoticeStore.Fate(
                        decision.outcome(),
                        decision.fault().map(Enum::name),
                        slip,
                        original.map(NoticeStore.Kept::noticeId)),
                clock.systemNow());
        audit.record(
                sender.client(),
                "payment.bank-notice." + decision.outcome(),
                slip.map(s -> s.debt().managementNo()).orElse(null),
                noticeId.toString());
        NoticeAnswer answer = NoticeAnswer.of(noticeId, decision.outcome());
        return switch (decision.outcome()) {
            case REVERSED ->
                new Taken.Answered(answer.withPayment(
                        reverse(slip.orElseThrow(), original.orElseThrow().noticeId(), reversal, noticeId)));
            case SUSPENSE_REVERSED -> {
                Notice paid = (Notice) original.orElseThrow().message();
                ledger.book(BankPostings.ofReversedSuspense(
                        slip.map(Slip::debt), paid.amount(), noticeId, reversal.reversedOn()));
                yield new Taken.Answered(answer);
            }
            case DUPLICATE -> new Taken.Answered(repeated(first.orElseThrow()));
            case REVERSAL_AHEAD, ALREADY_REVERSED -> new Taken.Answered(answer);
            case CONFLICTING_DUPLICATE -> new Taken.Conflicting();
            case DATED_AHEAD -> new Taken.DatedAhead();
            case REVERSAL_REFUSED -> new Taken.ReversalRefused(decision.fault().orElseThrow());
            case ACCEPTED,
                    UNKNOWN_NUMBER,
                    WRONG_AMOUNT,
                    ALREADY_PAID,
                    SLIP_CANCELLED,
                    BEFORE_ISSUE,
                    SLIP_CLOSED,
                    AFTER_LAST_DAY,
                    CHANNEL_REFUSED,
                    REVERSED_BEFORE -> throw new IllegalStateException("a reversal pays nothing");
        };
    }

    private ReversalDecision.Original asTaken(NoticeStore.Kept kept) {
        if (!(kept.message() instanceof Notice paid)) {
            return new ReversalDecision.Original(
                    kept.outcome(), Won.ZERO, KoreanTime.dateOf(kept.message().movedAt()), false, false);
        }
        boolean spent = kept.outcome() == NoticeOutcome.ACCEPTED
                ? ledger.movedOn(kept.noticeId())
                : notices.suspenseResolved(kept.noticeId());
        return new ReversalDecision.Original(
                kept.outcome(), paid.amount(), paid.paidOn(), notices.reversed(kept.noticeId()), spent);
    }

    private Payment reverse(Slip slip, UUID paidNotice, Reversal reversal, UUID noticeId) {
        Payment payment = payments.ofNotice(paidNotice).orElseThrow();
        Posting booked = ledger.payment(paidNotice);
        payments.reverse(payment, slip.debt(), noticeId, reversal.reversedOn());
        ledger.book(BankPostings.ofReversedPayment(
                booked, discountGrantedLater(slip, booked), noticeId, payment.paymentId(), reversal.reversedOn()));
        slips.reopen(slip, SlipState.Cause.PAYMENT_REVERSED);
        takeBackArrears.paymentReversed(slips.find(slip.slipId()).orElseThrow(), noticeId);
        WorkplaceNumber workplace = slip.debt().managementNo();
        outbox.publish(
                PAYMENT_REVERSED,
                workplace.digits(),
                clock.now(workplace),
                PaymentReversed.of(slip, payment, reversal.reversedOn()));
        return payment;
    }

    /** What of the debt's discount was not booked with the payment but after it, because the due date was extended. */
    private Map<Fund, Won> discountGrantedLater(Slip slip, Posting booked) {
        Map<Fund, Won> later = new EnumMap<>(Fund.class);
        ledger.balance(slip.debt()).forEach((key, amount) -> {
            if (key.account() == Account.LUMP_SUM_DISCOUNT) {
                later.put(key.fund().orElseThrow(), amount);
            }
        });
        for (Entry entry : booked.entries()) {
            if (entry.account() == Account.LUMP_SUM_DISCOUNT) {
                later.merge(entry.fund().orElseThrow(), entry.amount(), Won::minus);
            }
        }
        return later;
    }

    private NoticeAnswer repeated(NoticeStore.Kept first) {
        NoticeAnswer answer = NoticeAnswer.of(first.noticeId(), first.outcome());
        return payments.reversedBy(first.noticeId()).map(answer::withPayment).orElse(answer);
    }
}
