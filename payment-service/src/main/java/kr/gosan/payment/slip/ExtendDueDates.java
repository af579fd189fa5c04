package kr.gosan.payment.slip;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.arrears.InsuranceLock;
import kr.gosan.payment.book.Account;
import kr.gosan.payment.book.FundAccount;
import kr.gosan.payment.book.Posting;
import kr.gosan.payment.book.Postings;
import kr.gosan.payment.debt.DueDateExtension;
import kr.gosan.payment.debt.DueDates;
import kr.gosan.payment.debt.FundFigures;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.ledger.LedgerStore;
import kr.gosan.payment.refund.OpenRefunds;
import kr.gosan.platform.event.Outbox;
import kr.gosan.platform.workplace.WorkplaceClock;

/**
 * Moves the due dates of slips when an extension is declared. A slip that was paid meanwhile, late by its old due date and in
 * time by the new one, earns its lump-sum discount after all; what was booked stays, the discount is added.
 */
@Singleton
public class ExtendDueDates {

    private static final String MOVED = "kr.gosan.payment.slip-due-date-moved.v1";

    private final DueDateExtensionStore extensions;
    private final SlipStore slips;
    private final InsuranceLock lock;
    private final PaymentStore payments;
    private final LedgerStore ledger;
    private final OpenRefunds refunds;
    private final Outbox outbox;
    private final WorkplaceClock clock;
    private final Event<DueDateMoved> moved;
    private final Event<CarryOutExtensions.Declared> declared;

    ExtendDueDates(
            DueDateExtensionStore extensions,
            SlipStore slips,
            InsuranceLock lock,
            PaymentStore payments,
            LedgerStore ledger,
            OpenRefunds refunds,
            Outbox outbox,
            WorkplaceClock clock,
            Event<DueDateMoved> moved,
            Event<CarryOutExtensions.Declared> declared) {
        this.extensions = extensions;
        this.slips = slips;
        this.lock = lock;
        this.payments = payments;
        this.ledger = ledger;
        this.refunds = refunds;
        this.outbox = outbox;
        this.clock = clock;
        this.moved = moved;
        this.declared = declared;
    }

    /** Keeps the extension; its slips are moved as soon as that is certain, see {@link CarryOutExtensions}. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void on(DueDateExtension extension) {
        extensions.add(extension);
        declared.fire(new CarryOutExtensions.Declared(extension.extensionId()));
    }

    /** Moves the slips of a workplace, if the extension is for it; those that were moved already stay as they are. */
    @Transactional(Transactional.TxType.MANDATORY)
    void carryOut(DueDateExtension extension, WorkplaceNumber workplace) {
        if (extensions.isFor(extension, workplace)) {
            // Earlier extensions have moved their slips already, and no day moves forward.
            moveAll(workplace, new DueDates(List.of(extension)));
        }
    }

    /** Applies what was declared before the workplace became known here: only then it is known where it lies. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void onKnown(WorkplaceNumber workplace) {
        DueDates dueDates = extensions.heldFor(workplace);
        if (!dueDates.extensions().isEmpty()) {
            moveAll(workplace, dueDates);
        }
    }

    private void moveAll(WorkplaceNumber workplace, DueDates dueDates) {
        lock.hold(workplace);
        slips.lockOf(workplace).forEach(slip -> move(slip, dueDates));
    }

    /** What of the discount somebody collected meanwhile, since it had not been earned, is given back. */
    private void grantDiscount(Slip slip, LocalDate paidOn) {
        Map<FundAccount, Won> books = ledger.balance(slip.debt());
        Map<Fund, Won> open = new EnumMap<>(Fund.class);
        Posting.Draft collected = new Posting.Draft();
        for (FundFigures row : slip.figures().funds()) {
            Won owed = books.getOrDefault(FundAccount.of(Account.RECEIVABLE, row.fund()), Won.ZERO)
                    .max(Won.ZERO)
                    .min(row.lumpSumDiscount());
            open.put(row.fund(), owed);
            collected.move(
                    Account.LUMP_SUM_DISCOUNT,
                    Account.REFUND_PAYABLE,
                    row.fund(),
                    row.lumpSumDiscount().minus(owed));
        }
        Postings.ofDiscountEarnedByExtension(slip, open, paidOn).ifPresent(ledger::book);
        if (!collected.isEmpty()) {
            LocalDate today = clock.today(slip.debt().managementNo());
            Posting back = Posting.of(Posting.Kind.DUE_DATE_EXTENDED, slip.debt(), slip.slipId(), today, collected);
            ledger.book(back);
            refunds.onMistakenPayment(back, slip.slipId(), today);
        }
    }

    private void move(Slip slip, DueDates dueDates) {
        LocalDate due = dueDates.of(slip.figures().statutoryDueDate());
        if (!due.isAfter(slip.dueDate())) {
            return;
        }
        slips.moveDueDate(slip, due);
        WorkplaceNumber workplace = slip.debt().managementNo();
        outbox.publish(MOVED, workplace.digits(), clock.now(workplace), SlipDueDateMoved.of(slip, due));
        // Whoever hears of it may put another slip in its place.
        moved.fire(new DueDateMoved(
                slip.slipId(), slip.debt().managementNo(), slip.debt().insurance()));
        Payment payment = payments.ofSlips(List.of(slip)).get(slip.slipId());
        if (payment != null
                && payment.paidOn().isAfter(slip.dueDate())
                && !payment.paidOn().isAfter(due)) {
            grantDiscount(slip, payment.paidOn());
        }
    }
}
