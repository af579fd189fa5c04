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
import kr.gosan.payment.book.Account;
import kr.gosan.payment.book.BankPostings;
import kr.gosan.payment.book.Postings;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.Notice;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.debt.SlipState;
import kr.gosan.payment.ledger.LedgerStore;
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
    private final Outbox outbox;
    private final WorkplaceClock clock;

    SettleSlip(SlipStore slips, PaymentStore payments, LedgerStore ledger, Outbox outbox, WorkplaceClock clock) {
        this.slips = slips;
        this.payments = payments;
        this.ledger = ledger;
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
        if (slip.state() == SlipState.CLOSED) {
            takeBack(slip.debt(), noticeId, notice);
        }
        slips.pay(slip);
        Payment payment = payments.receive(slip, notice, noticeId, reduction);
        ledger.book(Postings.ofPayment(slip, reduction, noticeId, notice.paidOn()));
        WorkplaceNumber workplace = slip.debt().managementNo();
        outbox.publish(
                PAYMENT_RECEIVED, workplace.digits(), clock.now(workplace), PaymentReceived.of(slip, payment, notice));
        return payment;
    }

    /** What was handed over was paid in time: it is premium owed to this agency again, and then paid. */
    private void takeBack(Debt debt, UUID noticeId, Notice notice) {
        Map<Fund, Won> arrears = new EnumMap<>(Fund.class);
        ledger.balance(debt).forEach((key, amount) -> {
            if (key.account() == Account.ARREARS && amount.isPositive()) {
                arrears.put(key.fund().orElseThrow(), amount);
            }
        });
        if (!arrears.isEmpty()) {
            ledger.book(BankPostings.ofTakenBack(debt, arrears, noticeId, notice.paidOn()));
        }
    }
}
