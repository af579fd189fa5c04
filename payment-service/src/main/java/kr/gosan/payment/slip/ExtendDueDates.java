package kr.gosan.payment.slip;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.arrears.InsuranceLock;
import kr.gosan.payment.book.Postings;
import kr.gosan.payment.debt.DueDateExtension;
import kr.gosan.payment.debt.DueDates;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.ledger.LedgerStore;
import kr.gosan.platform.event.Outbox;
import kr.gosan.platform.workplace.WorkplaceClock;

/**
 * Moves the due dates of slips when an extension is declared. A slip that was paid meanwhile, late by its old due date and in
 * time by the new one, earns its lump-sum discount after all; what was booked stays, the discount is added.
 */
@Singleton
public class ExtendDueDates {

    private static final String MOVED = "kr.gosan.payment.slip-due-date-moved.v1";

    /** More days than the business calendar ever moves a due date by. */
    private static final int LONGEST_MOVE = 15;

    private final DueDateExtensionStore extensions;
    private final SlipStore slips;
    private final InsuranceLock lock;
    private final PaymentStore payments;
    private final LedgerStore ledger;
    private final Outbox outbox;
    private final WorkplaceClock clock;
    private final Event<DueDateMoved> moved;

    ExtendDueDates(
            DueDateExtensionStore extensions,
            SlipStore slips,
            InsuranceLock lock,
            PaymentStore payments,
            LedgerStore ledger,
            Outbox outbox,
            WorkplaceClock clock,
            Event<DueDateMoved> moved) {
        this.extensions = extensions;
        this.slips = slips;
        this.lock = lock;
        this.payments = payments;
        this.ledger = ledger;
        this.outbox = outbox;
        this.clock = clock;
        this.moved = moved;
    }

    /** Takes in the extension and applies it to every slip there is, a page at a time, so that memory holds only one. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void on(DueDateExtension extension) {
        extensions.add(extension);
        // Earlier ones have moved their slips already, and no day moves forward.
        DueDates dueDates = new DueDates(List.of(extension));
        UUID after = null;
        List<Slip> page;
        do {
            page = slips.lockDue(extension.from().minusDays(LONGEST_MOVE), extension.to(), after);
            page.stream()
                    .filter(slip -> extensions.isFor(extension, slip.debt().managementNo()))
                    .forEach(slip -> move(slip, dueDates));
            after = page.isEmpty() ? null : page.getLast().slipId();
            slips.forget();
        } while (!page.isEmpty());
    }

    /** Applies what was declared before the workplace became known here: only then it is known where it lies. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void onKnown(WorkplaceNumber workplace) {
        DueDates dueDates = extensions.heldFor(workplace);
        if (!dueDates.extensions().isEmpty()) {
            lock.hold(workplace);
            slips.lockOf(workplace).forEach(slip -> move(slip, dueDates));
        }
    }

    private void move(Slip slip, DueDates dueDates) {
        LocalDate due = dueDates.of(slip.figures().statutoryDueDate());
        if (!due.isAfter(slip.dueDate())) {
            return;
        }
        slips.moveDueDate(slip, due);
        moved.fire(new DueDateMoved(
                slip.slipId(), slip.debt().managementNo(), slip.debt().insurance()));
        Payment payment = payments.ofSlips(List.of(slip)).get(slip.slipId());
        if (payment != null
                && payment.paidOn().isAfter(slip.dueDate())
                && !payment.paidOn().isAfter(due)) {
            Postings.ofDiscountEarnedByExtension(slip, payment.paidOn()).ifPresent(ledger::book);
        }
        WorkplaceNumber workplace = slip.debt().managementNo();
        outbox.publish(MOVED, workplace.digits(), clock.now(workplace), SlipDueDateMoved.of(slip, due));
    }
}
