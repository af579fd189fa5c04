package kr.gosan.payment.arrears;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.arrears.charge.DebtHistory;
import kr.gosan.payment.arrears.charge.OpenDebt;
import kr.gosan.payment.book.Account;
import kr.gosan.payment.book.Posting;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.debt.SlipState;
import kr.gosan.payment.institution.ArrearsHandOver.Change;
import kr.gosan.payment.ledger.LedgerStore;
import kr.gosan.payment.slip.DueDateExtensionStore;
import kr.gosan.payment.slip.DueDateMoved;
import kr.gosan.payment.slip.SlipStore;
import kr.gosan.platform.event.Outbox;
import kr.gosan.platform.workplace.WorkplaceClock;

/**
 * Takes back what was handed over when its due date is extended afterwards: the slip may be paid again until the new day. Where
 * the new day has passed as well, or something was collected already, it stays with the collector, who is told from which day on
 * late charges run. Late charges that were booked are brought to what they are now.
 */
@Singleton
public class TakeBackArrears {

    private final InsuranceLock lock;
    private final SlipStore slips;
    private final HistoryStore histories;
    private final DueDateExtensionStore extensions;
    private final LedgerStore ledger;
    private final AccrueLateCharges lateCharges;
    private final ArrearsMessageStore messages;
    private final Outbox outbox;
    private final WorkplaceClock clock;

    TakeBackArrears(
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

    @Transactional(Transactional.TxType.MANDATORY)
    void on(@Observes DueDateMoved moved) {
        // Whoever moved it holds its insurance already; here it is held however it came about.
        lock.hold(moved.managementNo(), moved.insurance());
        Slip slip = slips.lockSlip(moved.slipId()).orElseThrow();
        if (slip.state() != SlipState.CLOSED && slip.state() != SlipState.PAID) {
            return;
        }
        WorkplaceNumber workplace = slip.debt().managementNo();
        LocalDate today = clock.today(workplace);
        DebtHistory history = histories.of(slip.debt()).orElseThrow();
        Map<Fund, Won> arrears = history.balanceOn(Account.ARREARS, LocalDate.MAX);
        OpenDebt.Terms terms = OpenDebt.Terms.of(slip, extensions.of(workplace));
        UUID takenBack = UUID.randomUUID();
        boolean untouched = history.principal().paid().values().stream()
                .allMatch(day -> Won.sum(day.values()).isZero());
        if (slip.state() == SlipState.CLOSED && untouched && !today.isAfter(slip.lastDay())) {
            slips.reopen(slip, SlipState.Cause.DUE_DATE_EXTENDED);
            takeBack(slip, terms, arrears, takenBack, today);
        } else if (slip.state() == SlipState.PAID && !arrears.isEmpty()) {
            takeBack(slip, terms, arrears, takenBack, today);
        } else if (!arrears.isEmpty()) {
            messages.leave(takenBack, Change.REDUCED, slip, terms.chargedAfter(), arrears, today);
        }
        lateCharges.on(slip.debt(), takenBack, today);
    }

    private void takeBack(Slip slip, OpenDebt.Terms terms, Map<Fund, Won> arrears, UUID takenBack, LocalDate today) {
        Posting.Draft draft = new Posting.Draft();
        arrears.forEach((fund, amount) -> draft.move(Account.RECEIVABLE, Account.ARREARS, fund, amount));
        if (!draft.isEmpty()) {
            ledger.book(Posting.of(Posting.Kind.TAKEN_BACK, slip.debt(), takenBack, today, draft));
        }
        messages.leave(takenBack, Change.TAKEN_BACK, slip, terms.chargedAfter(), Map.of(), today);
        WorkplaceNumber workplace = slip.debt().managementNo();
        outbox.publish(
                ArrearsHandedOver.TAKEN_BACK,
                workplace.digits(),
                clock.now(workplace),
                ArrearsHandedOver.of(
                        slip,
                        terms.dueDate(),
                        terms.chargedAfter(),
                        today,
                        new ArrearsHandedOver.Amounts(arrears, Map.of(), Map.of(), Map.of())));
    }
}
