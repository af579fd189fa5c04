package kr.gosan.payment.banknotice;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.book.Postings;
import kr.gosan.payment.debt.Notice;
import kr.gosan.payment.debt.NoticeOutcome;
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
 * Takes an authentic notice of a bank and settles the slip it is for. Notice, payment, slip, ledger entries and event commit
 * together. Two notices for one slip at the same instant are put in line by the slip's row: the second finds it paid.
 */
@Singleton
public class TakeBankNotice {

    private static final String PAYMENT_RECEIVED = SlipState.edge(
                    Optional.of(SlipState.ISSUED), SlipState.Cause.EXACT_PAYMENT)
            .orElseThrow()
            .event();

    private final NoticeStore notices;
    private final SlipStore slips;
    private final PaymentStore payments;
    private final LedgerStore ledger;
    private final Outbox outbox;
    private final Audit audit;
    private final WorkplaceClock clock;

    TakeBankNotice(
            NoticeStore notices,
            SlipStore slips,
            PaymentStore payments,
            LedgerStore ledger,
            Outbox outbox,
            Audit audit,
            WorkplaceClock clock) {
        this.notices = notices;
        this.slips = slips;
        this.payments = payments;
        this.ledger = ledger;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** The answer to the bank; empty when the notice contradicts an earlier one with its transaction number. */
    @Transactional
    Optional<NoticeAnswer> take(String bank, Notice notice) {
        notices.lock(bank, notice.bankTransactionId());
        Optional<NoticeStore.Kept> first = notices.first(bank, notice.bankTransactionId());
        Optional<Slip> slip = first.isPresent() ? Optional.empty() : slips.lock(notice.ePaymentNo());
        NoticeOutcome outcome = NoticeOutcome.of(notice, first.map(NoticeStore.Kept::notice), slip);
        UUID noticeId = notices.keep(bank, notice, outcome, slip, clock.systemNow());
        WorkplaceNumber workplace = slip.map(s -> s.debt().managementNo()).orElse(null);
        audit.record(bank, "payment.bank-notice." + outcome, workplace, noticeId.toString());
        return switch (outcome) {
            case ACCEPTED -> Optional.of(settle(slip.orElseThrow(), notice, noticeId));
            case UNKNOWN_NUMBER, WRONG_AMOUNT, ALREADY_PAID -> {
                ledger.book(Postings.ofSuspendedMoney(notice, noticeId, slip));
                yield Optional.of(NoticeAnswer.suspended(noticeId, outcome));
            }
            case DUPLICATE -> Optional.of(repeated(first.orElseThrow()));
            case CONFLICTING_DUPLICATE -> Optional.empty();
        };
    }

    private NoticeAnswer settle(Slip slip, Notice notice, UUID noticeId) {
        slips.pay(slip);
        Payment payment = payments.receive(slip, notice, noticeId);
        ledger.book(Postings.ofPayment(slip, noticeId, notice.paidOn()));
        WorkplaceNumber workplace = slip.debt().managementNo();
        outbox.publish(PAYMENT_RECEIVED, workplace.digits(), clock.now(workplace), PaymentReceived.of(slip, payment));
        return NoticeAnswer.accepted(noticeId, payment);
    }

    private NoticeAnswer repeated(NoticeStore.Kept first) {
        return payments.ofNotice(first.noticeId())
                .map(payment -> NoticeAnswer.accepted(first.noticeId(), payment))
                .orElseGet(() -> NoticeAnswer.suspended(first.noticeId(), first.outcome()));
    }
}
