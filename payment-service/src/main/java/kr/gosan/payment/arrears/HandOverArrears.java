package kr.gosan.payment.arrears;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.arrears.ArrearsMessageStore.ToCollect;
import kr.gosan.payment.arrears.charge.DebtHistory;
import kr.gosan.payment.arrears.charge.OpenDebt;
import kr.gosan.payment.book.Account;
import kr.gosan.payment.book.Posting;
import kr.gosan.payment.debt.DebtKind;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.debt.SlipState;
import kr.gosan.payment.institution.ArrearsHandOver.Change;
import kr.gosan.payment.ledger.LedgerStore;
import kr.gosan.payment.slip.DueDateExtensionStore;
import kr.gosan.payment.slip.DueSlips.Found;
import kr.gosan.payment.slip.SlipStore;
import kr.gosan.platform.event.Outbox;
import kr.gosan.platform.workplace.WorkplaceClock;

/**
 * Hands a debt over to the National Health Insurance Service when its last day to pay has passed (보험료징수법 §4). Its slip is
 * closed, and the whole of its premium becomes arrears: a lump-sum discount was never granted, so it is the whole estimate. Of a
 * slip that was paid late it is the discount that stayed owed, and the late charge on what was paid. State, books, event and the
 * message to the collector commit together; a second run finds nothing left to do.
 */
@Singleton
public class HandOverArrears {

    private final InsuranceLock lock;
    private final SlipStore slips;
    private final HistoryStore histories;
    private final DueDateExtensionStore extensions;
    private final LedgerStore ledger;
    private final AccrueLateCharges lateCharges;
    private final ArrearsMessageStore messages;
    private final Outbox outbox;
    private final WorkplaceClock clock;

    HandOverArrears(
            InsuranceLock lock,
            SlipStore slips,
            HistoryStore histories,
            DueDateExtensionStore extensions,
            LedgerStore ledger,
            AccrueLateCharges lateCharges,
            ArrearsMessageStore messages,
            Outbox outbox,
            WorkplaceClock clock) {
        this.lock = lock;
        this.slips = slips;
        this.histories = histories;
        this.extensions = extensions;
        this.ledger = ledger;
        this.lateCharges = lateCharges;
        this.messages = messages;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Hands over what is overdue on the day, or leaves it.
     *
     * @param on no later than the day it is for the workplace
     * @return whether anything was handed over
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean of(Found found, LocalDate on) {
        lock.hold(found.managementNo(), found.insurance());
        Slip slip = slips.lockSlip(found.slipId()).orElseThrow();
        boolean unpaid = slip.state() == SlipState.ISSUED && slip.lastDay().isBefore(on);
        boolean paidLate = slip.state() == SlipState.PAID && slip.dueDate().isBefore(on);
        if (slip.debt().kind() == DebtKind.FINE || !unpaid && !paidLate) {
            return false;
        }
        UUID handOver = UUID.randomUUID();
        LocalDate chargedAfter = chargedAfter(slip);
        if (unpaid) {
            slips.close(slip);
        } else {
            lateCharges.on(slip.debt(), handOver, on);
        }
        DebtHistory history = histories.of(slip.debt()).orElseThrow();
        Map<Fund, Won> open = history.balanceOn(Account.RECEIVABLE, LocalDate.MAX);
        // What is settled twice is for parity to find: it is never booked, or told, the other way round.
        open.values().removeIf(Won::isNegative);
        ToCollect toCollect = ToCollect.of(open, history);
        if (paidLate && toCollect.equals(ToCollect.NOTHING)) {
            messages.leaveNothing(handOver, slip, chargedAfter, on);
            return false;
        }
        messages.leave(handOver, Change.HANDED_OVER, slip, chargedAfter, toCollect, on);
        move(slip, toCollect.principal(), handOver, on);
        WorkplaceNumber workplace = slip.debt().managementNo();
        outbox.publish(
                ArrearsHandedOver.HANDED_OVER,
                workplace.digits(),
                clock.now(workplace),
                ArrearsHandedOver.of(slip, slip.dueDate(), chargedAfter, on, ArrearsHandedOver.Amounts.of(toCollect)));
        return true;
    }

    /** Moves the open premium to the arrears; what else is due stays where it is and is collected with it. */
    private void move(Slip slip, Map<Fund, Won> open, UUID handOver, LocalDate on) {
        Posting.Draft draft = new Posting.Draft();
        open.forEach((fund, amount) -> draft.move(Account.ARREARS, Account.RECEIVABLE, fund, amount));
        if (!draft.isEmpty()) {
            ledger.book(Posting.of(Posting.Kind.HANDED_OVER, slip.debt(), handOver, on, draft));
        }
    }

    private LocalDate chargedAfter(Slip slip) {
        OpenDebt.Terms terms = OpenDebt.Terms.of(slip, extensions.of(slip.debt().managementNo()));
        return terms.chargedAfter();
    }
}
