package kr.gosan.payment.banknotice;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.book.Entry;
import kr.gosan.payment.book.FundAccount;
import kr.gosan.payment.book.Posting;
import kr.gosan.payment.book.Postings;
import kr.gosan.payment.debt.Notice;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.debt.SlipState;
import kr.gosan.payment.ledger.LedgerStore;
import kr.gosan.payment.slip.ClosedSlipPaid;
import kr.gosan.payment.slip.Payment;
import kr.gosan.payment.slip.PaymentStore;
import kr.gosan.payment.slip.SlipStore;
import kr.gosan.platform.event.Outbox;
import kr.gosan.platform.workplace.WorkplaceClock;

/** Settles a slip with money that is its exact amount: payment, slip, ledger entries and event together. */
@Singleton
public class SettleSlip {

    private static final String PAYMENT_RECEIVED = SlipState.edge(
                    Optional.of(SlipState.ISSUED), SlipState.Cause.EXACT_PAYMENT)
            .orElseThrow()
            .event();

    private final SlipStore slips;
    private final PaymentStore payments;
    private final LedgerStore ledger;
    private final Event<ClosedSlipPaid> closedSlipPaid;
    private final Outbox outbox;
    private final WorkplaceClock clock;

    SettleSlip(
            SlipStore slips,
            PaymentStore payments,
            LedgerStore ledger,
            Event<ClosedSlipPaid> closedSlipPaid,
            Outbox outbox,
            WorkplaceClock clock) {
        this.slips = slips;
        this.payments = payments;
        this.ledger = ledger;
        this.closedSlipPaid = closedSlipPaid;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param slip locked, and standing so that it may be paid */
    @Transactional(Transactional.TxType.MANDATORY)
    public Payment settle(Slip slip, Notice notice, UUID noticeId) {
        return settle(slip, notice, noticeId, Won.ZERO);
    }

    /** @param reduction what of the slip is settled without money, because it was debited automatically */
    @Transactional(Transactional.TxType.MANDATORY)
    public Payment settle(Slip slip, Notice notice, UUID noticeId, Won reduction) {
        Posting booked = Postings.ofPayment(slip, reduction, noticeId, notice.paidOn());
        if (slip.state() == SlipState.CLOSED) {
            closedSlipPaid.fire(new ClosedSlipPaid(slip.slipId(), noticeId, settled(booked)));
        }
        Payment payment = payments.receive(slip, notice, noticeId, reduction);
        ledger.book(booked);
        // Last of them: it has all of them written, together.
        slips.pay(slip);
        WorkplaceNumber workplace = slip.debt().managementNo();
        outbox.publish(
                PAYMENT_RECEIVED, workplace.digits(), clock.now(workplace), PaymentReceived.of(slip, payment, notice));
        return payment;
    }

    /** What a payment settles, as it is booked: its money and what was let off go to what was owed. */
    private static Map<FundAccount, Won> settled(Posting payment) {
        Map<FundAccount, Won> settled = new HashMap<>();
        payment.entries().stream()
                .filter(entry -> entry.side() == Entry.Side.CREDIT)
                .forEach(entry ->
                        settled.merge(new FundAccount(entry.account(), entry.fund()), entry.amount(), Won::plus));
        return settled;
    }
}
