package kr.gosan.payment.banknotice;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.book.Postings;
import kr.gosan.payment.channel.ChannelRules;
import kr.gosan.payment.channel.Refusal;
import kr.gosan.payment.debt.BankMessage;
import kr.gosan.payment.debt.Notice;
import kr.gosan.payment.debt.NoticeOutcome;
import kr.gosan.payment.debt.Reversal;
import kr.gosan.payment.debt.ReversalDecision;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.ledger.LedgerStore;
import kr.gosan.payment.slip.PaymentStore;
import kr.gosan.platform.audit.Audit;
import kr.gosan.platform.event.Outbox;
import kr.gosan.platform.workplace.WorkplaceClock;

/**
 * Takes an authentic notice of a payment and settles the slip it is for. Notice, payment, slip, ledger entries and event
 * commit together. Two notices for one slip at the same instant are put in line by the slip's row: the second finds it paid.
 */
@Singleton
public class TakeBankNotice {

    private final NoticeStore notices;
    private final SlipOfNotice slipOfNotice;
    private final ChannelRules rules;
    private final OrderedDebits orderedDebits;
    private final SettleSlip settleSlip;
    private final PaymentStore payments;
    private final LedgerStore ledger;
    private final Outbox outbox;
    private final Audit audit;
    private final WorkplaceClock clock;

    TakeBankNotice(
            NoticeStore notices,
            SlipOfNotice slipOfNotice,
            ChannelRules rules,
            OrderedDebits orderedDebits,
            SettleSlip settleSlip,
            PaymentStore payments,
            LedgerStore ledger,
            Outbox outbox,
            Audit audit,
            WorkplaceClock clock) {
        this.notices = notices;
        this.slipOfNotice = slipOfNotice;
        this.rules = rules;
        this.orderedDebits = orderedDebits;
        this.settleSlip = settleSlip;
        this.payments = payments;
        this.ledger = ledger;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes what a bank tells by itself; of a debit that this service ordered it is as good as the answer. */
    @Transactional
    public Taken take(Sender sender, Notice notice) {
        Optional<OrderedDebits.Ordered> ordered = orderedDebits.lock(sender, notice);
        Taken taken = take(
                sender,
                notice,
                ordered.isPresent(),
                ordered.map(OrderedDebits.Ordered::reduction).orElse(Won.ZERO));
        if (taken instanceof Taken.Answered(NoticeAnswer answer)) {
            ordered.filter(OrderedDebits.Ordered::open)
                    .ifPresent(order -> orderedDebits.debited(order, notice, answer));
        }
        return taken;
    }

    /**
     * Takes what an institution answered to a debit that this service ordered.
     *
     * @param reduction what the slip's amount is less for being debited (보험료징수법 시행령 §30의4)
     */
    @Transactional
    public Taken takeDebited(Sender sender, Notice notice, Won reduction) {
        return take(sender, notice, true, reduction);
    }

    private Taken take(Sender sender, Notice notice, boolean debitRun, Won reduction) {
        notices.lock(sender.client(), notice.bankTransactionId());
        Optional<NoticeStore.Kept> first = notices.first(sender, notice.bankTransactionId());
        List<Reversal> ahead =
                first.isPresent() ? List.of() : notices.reversalsAhead(sender, notice.bankTransactionId());
        Optional<Slip> slip = first.isPresent() ? Optional.empty() : slipOfNotice.lock(notice);
        Optional<Refusal> against =
                slip.flatMap(s -> rules.refusal(slipOfNotice.attempt(s, notice, debitRun, reduction)));
        // Money that came is not turned away because a figure is missing here, nor for what the payer bore on top of
        // it.
        Optional<Refusal> refusal = against.filter(found -> found.code().refusesMoney());
        NoticeOutcome outcome = NoticeOutcome.of(
                notice,
                new NoticeOutcome.Found(
                        first.map(kept -> debitRun && sameDebit(kept.message(), notice) ? notice : kept.message()),
                        slipOfNotice.today(slip),
                        ahead.stream()
                                .anyMatch(reversal -> misfit(reversal, notice).isEmpty()),
                        slip,
                        refusal.isPresent(),
                        reduction));
        Optional<String> detail = switch (outcome) {
            case CHANNEL_REFUSED -> refusal.map(found -> found.code().name());
            case SLIP_CANCELLED -> slip.flatMap(slipOfNotice::replacing);
            case ACCEPTED ->
                against.map(Refusal::code).filter(Refusal.Code::isOfFee).map(Enum::name);
            default -> Optional.empty();
        };
        UUID noticeId = notices.keep(
                sender, notice, new NoticeStore.Fate(outcome, detail, slip, Optional.empty()), clock.systemNow());
        audit.record(
                sender.client(),
                "payment.bank-notice." + outcome,
                slip.map(s -> s.debt().managementNo()).orElse(null),
                noticeId.toString());
        if (outcome.counts()) {
            ahead.forEach(reversal ->
                    misfit(reversal, notice).ifPresent(fault -> refuse(sender, reversal, fault, slip, noticeId)));
        }
        return switch (outcome.effect()) {
            case SETTLES ->
                new Taken.Answered(NoticeAnswer.accepted(
                        noticeId, settleSlip.settle(slip.orElseThrow(), notice, noticeId, reduction)));
            case SUSPENDS -> {
                suspend(notice, noticeId, outcome, slip);
                yield new Taken.Answered(NoticeAnswer.of(noticeId, outcome, detail.orElse(null)));
            }
            case NOTHING ->
                new Taken.Answered(first.map(this::repeated).orElseGet(() -> NoticeAnswer.of(noticeId, outcome)));
            case REFUSED -> outcome == NoticeOutcome.DATED_AHEAD ? new Taken.DatedAhead() : new Taken.Conflicting();
            case GIVES_BACK -> throw new IllegalStateException("a payment gives nothing back");
        };
    }

    private static Optional<ReversalDecision.Fault> misfit(Reversal reversal, Notice paid) {
        return ReversalDecision.misfit(reversal, paid.amount(), paid.paidOn());
    }

    /** The payment that a reversal came ahead of takes its normal way. The bank's file names the reversal from now on. */
    private void refuse(
            Sender sender, Reversal ahead, ReversalDecision.Fault fault, Optional<Slip> slip, UUID paidNotice) {
        UUID refusal = notices.keep(
                sender,
                ahead,
                new NoticeStore.Fate(
                        NoticeOutcome.REVERSAL_REFUSED, Optional.of(fault.name()), slip, Optional.of(paidNotice)),
                clock.systemNow());
        audit.record(
                sender.client(),
                "payment.bank-notice." + NoticeOutcome.REVERSAL_REFUSED,
                slip.map(s -> s.debt().managementNo()).orElse(null),
                refusal.toString());
    }

    /** Answer, notice and file of an ordered debit may name the instant by their own clocks, and the fee or not. */
    private static boolean sameDebit(BankMessage earlier, Notice now) {
        return earlier instanceof Notice told
                && Objects.equals(told.ePaymentNo(), now.ePaymentNo())
                && told.amount().equals(now.amount())
                && told.channel() == now.channel()
                && told.paidOn().equals(now.paidOn());
    }

    private void suspend(Notice notice, UUID noticeId, NoticeOutcome outcome, Optional<Slip> slip) {
        ledger.book(Postings.ofSuspendedMoney(notice, noticeId, slip));
        Optional<WorkplaceNumber> workplace = slip.map(s -> s.debt().managementNo());
        outbox.publish(
                MoneySuspended.TYPE,
                workplace.map(WorkplaceNumber::digits).orElseGet(noticeId::toString),
                workplace.map(clock::now).orElseGet(clock::systemNow),
                MoneySuspended.of(noticeId, outcome, notice, slip));
    }

    /** What the bank heard the first time. */
    private NoticeAnswer repeated(NoticeStore.Kept first) {
        return switch (first.outcome()) {
            case ACCEPTED ->
                NoticeAnswer.accepted(
                        first.noticeId(), payments.ofNotice(first.noticeId()).orElseThrow());
            default -> NoticeAnswer.of(first.noticeId(), first.outcome(), first.detail());
        };
    }
}
