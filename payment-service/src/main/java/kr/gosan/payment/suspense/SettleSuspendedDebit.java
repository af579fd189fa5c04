package kr.gosan.payment.suspense;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.arrears.HoldSlip;
import kr.gosan.payment.banknotice.SettleSlip;
import kr.gosan.payment.book.BankPostings;
import kr.gosan.payment.debt.NoticeOutcome;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.ledger.LedgerStore;
import kr.gosan.platform.audit.Audit;
import kr.gosan.platform.event.Outbox;
import kr.gosan.platform.workplace.WorkplaceClock;

/**
 * Settles a slip with an automatic debit that was told before its order was known, and so stands on suspense. No operator
 * decides: the slip is the order's, the amount is what the order said. Where the slip takes nothing any more, or somebody decided
 * about the money before, it stays as it is.
 */
@Singleton
public class SettleSuspendedDebit {

    private static final String REASON = "자동이체";

    private final SuspendedMoneyStore suspended;
    private final SuspenseStore suspense;
    private final HoldSlip hold;
    private final SettleSlip settleSlip;
    private final LedgerStore ledger;
    private final Outbox outbox;
    private final Audit audit;
    private final WorkplaceClock clock;

    SettleSuspendedDebit(
            SuspendedMoneyStore suspended,
            SuspenseStore suspense,
            HoldSlip hold,
            SettleSlip settleSlip,
            LedgerStore ledger,
            Outbox outbox,
            Audit audit,
            WorkplaceClock clock) {
        this.suspended = suspended;
        this.suspense = suspense;
        this.hold = hold;
        this.settleSlip = settleSlip;
        this.ledger = ledger;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param noticeId of the debit
     * @param reduction what the slip's amount is less for being debited
     * @param client that told of it
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void of(UUID noticeId, UUID slipId, Won reduction, String client) {
        suspended
                .find(noticeId)
                .filter(SuspendedMoney.OfBank.class::isInstance)
                .map(SuspendedMoney.OfBank.class::cast)
                .ifPresent(money -> settle(money, slipId, reduction, client));
    }

    private void settle(SuspendedMoney.OfBank money, UUID slipId, Won reduction, String client) {
        suspended.hold(money);
        if (suspended.isTakenBack(money) || suspense.of(money.id()).isPresent()) {
            return;
        }
        Slip slip = hold.toPay(slipId).orElseThrow();
        Optional<NoticeOutcome> against = NoticeOutcome.standing(slip, money.paidOn());
        if (against.isPresent() || !slip.figures().payable().minus(reduction).equals(money.amount())) {
            return;
        }
        LocalDate today = clock.today(slip.debt().managementNo());
        Resolution applied = suspense.apply(money, slip, REASON, client, clock.systemNow());
        ledger.book(BankPostings.ofResolvedSuspense(money.debt(), money.amount(), applied.resolutionId(), today));
        settleSlip.settle(slip, money.notice(), money.id(), reduction);
        outbox.publish(
                SuspenseResolved.TYPE,
                slip.debt().managementNo().digits(),
                clock.now(slip.debt().managementNo()),
                new SuspenseResolved(
                        applied.resolutionId(),
                        applied.noticeId(),
                        applied.collectionId(),
                        applied.way(),
                        applied.slipId(),
                        slip.debt().managementNo(),
                        slip.debt().insurance(),
                        applied.amount(),
                        today));
        audit.record(
                client,
                "payment.suspense.applied",
                slip.debt().managementNo(),
                applied.resolutionId().toString());
    }
}
