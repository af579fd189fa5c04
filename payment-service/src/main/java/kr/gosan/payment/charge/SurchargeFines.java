package kr.gosan.payment.charge;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.time.KoreanTime;
import kr.gosan.payment.arrears.InsuranceLock;
import kr.gosan.payment.book.Account;
import kr.gosan.payment.book.Posting;
import kr.gosan.payment.charge.rules.FineSurcharge;
import kr.gosan.payment.debt.DebtKind;
import kr.gosan.payment.debt.FundFigures;
import kr.gosan.payment.debt.PaymentPeriod;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.debt.SlipReason;
import kr.gosan.payment.debt.SlipState;
import kr.gosan.payment.ledger.LedgerStore;
import kr.gosan.payment.slip.DueSlips;
import kr.gosan.payment.slip.ReplaceSlips;
import kr.gosan.payment.slip.SlipStore;
import kr.gosan.platform.GosanConfig;
import kr.gosan.platform.audit.Audit;
import kr.gosan.platform.workplace.WorkplaceClock;
import org.jboss.logging.Logger;

/**
 * Adds to fines that are not paid by their last day what the law adds (질서위반행위규제법 §24), and issues a slip over both in place
 * of the one that cannot be paid any more: it may be paid until the addition grows again. Its due date stays: it is overdue.
 */
@Singleton
public class SurchargeFines {

    private static final Logger LOG = Logger.getLogger(SurchargeFines.class);
    private static final String MEMBER = "gosan-clock";

    private final DueSlips due;
    private final SlipStore slips;
    private final ReplaceSlips replaceSlips;
    private final ChargeStore charges;
    private final FineSurchargeStore surcharges;
    private final LedgerStore ledger;
    private final InsuranceLock lock;
    private final LawBook book;
    private final Audit audit;
    private final WorkplaceClock clock;
    private final boolean sandbox;

    SurchargeFines(
            DueSlips due,
            SlipStore slips,
            ReplaceSlips replaceSlips,
            ChargeStore charges,
            FineSurchargeStore surcharges,
            LedgerStore ledger,
            InsuranceLock lock,
            LawBook book,
            Audit audit,
            WorkplaceClock clock,
            GosanConfig config) {
        this.due = due;
        this.slips = slips;
        this.replaceSlips = replaceSlips;
        this.charges = charges;
        this.surcharges = surcharges;
        this.ledger = ledger;
        this.lock = lock;
        this.book = book;
        this.audit = audit;
        this.clock = clock;
        this.sandbox = config.sandbox();
    }

    /** Every ten minutes: a day ends at midnight for most, and in the sandbox whenever its workplace says. */
    @Scheduled(every = "10m", delayed = "90s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void byTheClock() {
        everywhere();
    }

    /** Every workplace, by its own day, a fine a transaction; it may be cut off anywhere and run twice at once. */
    void everywhere() {
        // In the sandbox a workplace may live on a later day than this machine.
        LocalDate before = sandbox ? null : KoreanTime.dateOf(clock.systemNow());
        UUID after = null;
        List<DueSlips.Found> page;
        do {
            UUID last = after;
            page = QuarkusTransaction.requiringNew().call(() -> due.openFines(before, last));
            for (DueSlips.Found found : page) {
                try {
                    QuarkusTransaction.requiringNew().run(() -> of(found, clock.today(found.managementNo())));
                } catch (RuntimeException e) {
                    // The others go on; this one is tried again by the next run.
                    LOG.errorf(e, "nothing was added to the fine of slip %s", found.slipId());
                }
            }
            after = page.isEmpty() ? null : page.getLast().slipId();
        } while (!page.isEmpty());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void of(DueSlips.Found found, LocalDate today) {
        if (!found.isOverOn(today)) {
            return;
        }
        lock.hold(found.managementNo(), found.insurance());
        Slip slip = slips.lockSlip(found.slipId()).orElseThrow();
        if (slip.state() != SlipState.ISSUED || !today.isAfter(slip.lastDay())) {
            return;
        }
        Charge fine = charges.find(DebtKind.FINE, slip.debt().originId()).orElseThrow();
        switch (FineSurcharge.of(fine.amount(), slip.dueDate(), today, book)) {
            case FineSurcharge.Answer.Unknown unknown ->
                LOG.warnf("what is added to fine %s is not known: %s", fine.chargeId(), unknown.refusals());
            case FineSurcharge.Answer.Known(FineSurcharge surcharge) -> add(fine, slip, surcharge, today);
        }
    }

    private void add(Charge fine, Slip slip, FineSurcharge surcharge, LocalDate today) {
        Won total = fine.amount().plus(surcharge.amount());
        Won more = total.minus(slip.figures().payable());
        surcharges.add(fine, surcharge, today);
        if (more.isPositive()) {
            ledger.book(Posting.of(
                    Posting.Kind.CHARGE_ASSESSED,
                    fine.debt(),
                    UUID.nameUUIDFromBytes(("fine-surcharge:" + fine.chargeId() + ":" + surcharge.months())
                            .getBytes(StandardCharsets.UTF_8)),
                    today,
                    new Posting.Draft().move(Account.FINE_DUE, Account.FINE, null, more)));
        }
        Fund row = slip.figures().funds().getFirst().fund();
        replaceSlips.replaceOverdue(
                slip,
                PaymentPeriod.of(
                        0, slip.figures().statutoryDueDate(), Won.ZERO, List.of(FundFigures.ofCharge(row, total))),
                today,
                surcharge.until(),
                SlipReason.of(SlipState.Cause.CHARGE_ASSESSED, fine.chargeId()));
        audit.record(
                MEMBER,
                "payment.fine.surcharged",
                fine.managementNo(),
                fine.chargeId().toString());
    }
}
