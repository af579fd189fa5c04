package kr.gosan.payment.charge;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.arrears.FollowChanges;
import kr.gosan.payment.arrears.InsuranceLock;
import kr.gosan.payment.book.Account;
import kr.gosan.payment.book.FundAccount;
import kr.gosan.payment.book.Posting;
import kr.gosan.payment.debt.DebtKind;
import kr.gosan.payment.debt.FundFigures;
import kr.gosan.payment.debt.PaymentPeriod;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.debt.SlipReason;
import kr.gosan.payment.debt.SlipState;
import kr.gosan.payment.ledger.LedgerStore;
import kr.gosan.payment.refund.OpenRefunds;
import kr.gosan.payment.slip.ReplaceSlips;
import kr.gosan.payment.slip.SlipStore;
import kr.gosan.platform.audit.Audit;
import kr.gosan.platform.event.Outbox;
import kr.gosan.platform.workplace.WorkplaceClock;

/** Books a charge that was assessed and issues its slip, and takes both back; whatever kind of charge it is. */
@Singleton
class DemandCharge {

    private static final String CANCELLED = "kr.gosan.payment.charge-cancelled.v1";
    private static final String ASSESSED = "kr.gosan.payment.charge-assessed.v1";

    private final ChargeStore charges;
    private final ReplaceSlips replaceSlips;
    private final SlipStore slips;
    private final LedgerStore ledger;
    private final FollowChanges changes;
    private final OpenRefunds refunds;
    private final InsuranceLock lock;
    private final Outbox outbox;
    private final Audit audit;
    private final WorkplaceClock clock;

    DemandCharge(
            ChargeStore charges,
            ReplaceSlips replaceSlips,
            SlipStore slips,
            LedgerStore ledger,
            FollowChanges changes,
            OpenRefunds refunds,
            InsuranceLock lock,
            Outbox outbox,
            Audit audit,
            WorkplaceClock clock) {
        this.charges = charges;
        this.replaceSlips = replaceSlips;
        this.slips = slips;
        this.ledger = ledger;
        this.changes = changes;
        this.refunds = refunds;
        this.lock = lock;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Data of {@code charge-assessed.v1}. */
    record Told(
            UUID chargeId,
            WorkplaceNumber managementNo,
            int insuranceYear,
            Insurance insurance,
            DebtKind kind,
            Won amount,
            String ground,
            LocalDate assessedOn,
            LocalDate dueDate) {}

    /** Data of {@code charge-cancelled.v1}. */
    record ToldCancelled(
            UUID chargeId,
            WorkplaceNumber managementNo,
            int insuranceYear,
            Insurance insurance,
            DebtKind kind,
            Won amount,
            LocalDate cancelledOn) {}

    /** What the accounts of a charge are; a fine belongs to no fund (보험료징수법 §50). */
    private record Accounts(Account due, Account income, Fund fund) {

        static Accounts of(Charge charge) {
            return charge.kind() == DebtKind.FINE
                    ? new Accounts(Account.FINE_DUE, Account.FINE, null)
                    : new Accounts(Account.BENEFIT_RECOVERY_DUE, Account.BENEFIT_RECOVERY, row(charge));
        }
    }

    /** The charge is kept; its workplace is locked. */
    @Transactional(Transactional.TxType.MANDATORY)
    void demand(String operator, Charge charge) {
        Accounts accounts = Accounts.of(charge);
        book(Posting.Kind.CHARGE_ASSESSED, charge, accounts.due(), accounts.income(), charge.assessedOn());
        PaymentPeriod figures = PaymentPeriod.of(
                0, charge.dueDate(), Won.ZERO, List.of(FundFigures.ofCharge(row(charge), charge.amount())));
        replaceSlips.issue(
                charge.debt(),
                figures,
                charge.dueDate(),
                charge.assessedOn(),
                SlipReason.of(SlipState.Cause.CHARGE_ASSESSED, charge.chargeId()));
        record(operator, charge, "assessed");
        publish(
                ASSESSED,
                charge,
                new Told(
                        charge.chargeId(),
                        charge.managementNo(),
                        charge.insuranceYear(),
                        charge.insurance(),
                        charge.kind(),
                        charge.amount(),
                        charge.ground(),
                        charge.assessedOn(),
                        charge.dueDate()));
    }

    /**
     * Takes back a charge that exists, one that was handed over as well: the collector is told, and what he collected of it is
     * owed back. Nothing when it was cancelled before, or its slip is paid.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<Charge> takeBack(String operator, DebtKind kind, UUID chargeId, String reason) {
        WorkplaceNumber workplace = charges.find(kind, chargeId).orElseThrow().managementNo();
        lock.hold(workplace);
        Charge charge = charges.find(kind, chargeId).orElseThrow();
        Optional<Slip> slip = slips.live(charge.debt())
                .flatMap(it -> slips.lockSlip(it.slipId()))
                .filter(it -> it.state() == SlipState.ISSUED || it.state() == SlipState.CLOSED);
        if (charge.cancelledOn() != null || slip.isEmpty()) {
            return Optional.empty();
        }
        LocalDate today = clock.today(workplace);
        charges.cancel(charge, today, operator, reason);
        if (slip.get().state() == SlipState.ISSUED) {
            replaceSlips.cancel(slip.get(), ReplaceSlips.Reason.REPLACED);
        }
        bookCancelled(charge, today);
        record(operator, charge, "cancelled");
        publish(
                CANCELLED,
                charge,
                new ToldCancelled(
                        chargeId, workplace, charge.insuranceYear(), charge.insurance(), kind, charge.amount(), today));
        return charges.find(kind, chargeId);
    }

    /** What an offset or a collection had paid of it was paid by mistake (보험료징수법 §23①): it is owed back. */
    private void bookCancelled(Charge charge, LocalDate on) {
        Accounts accounts = Accounts.of(charge);
        Won unpaid = ledger.balance(charge.debt())
                .getOrDefault(new FundAccount(accounts.due(), Optional.ofNullable(accounts.fund())), Won.ZERO);
        Posting.Draft draft = new Posting.Draft()
                .move(accounts.income(), accounts.due(), accounts.fund(), unpaid)
                .move(
                        accounts.income(),
                        Account.REFUND_PAYABLE,
                        accounts.fund(),
                        // What was added to an overdue fine is unpaid beside it.
                        charge.amount().minus(unpaid).max(Won.ZERO));
        Posting booked = Posting.of(Posting.Kind.CHARGE_CANCELLED, charge.debt(), charge.chargeId(), on, draft);
        changes.book(List.of(booked));
        refunds.onMistakenPayment(
                booked, charge.chargeId(), charges.lastPaidOn(charge).orElse(on));
    }

    private void book(Posting.Kind kind, Charge charge, Account debit, Account credit, LocalDate on) {
        Posting.Draft draft =
                new Posting.Draft().move(debit, credit, Accounts.of(charge).fund(), charge.amount());
        ledger.book(Posting.of(kind, charge.debt(), charge.chargeId(), on, draft));
    }

    private void record(String operator, Charge charge, String what) {
        String kind = charge.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        audit.record(
                operator,
                "payment." + kind + "." + what,
                charge.managementNo(),
                charge.chargeId().toString());
    }

    private void publish(String type, Charge charge, Object data) {
        WorkplaceNumber workplace = charge.managementNo();
        outbox.publish(type, workplace.digits(), clock.now(workplace), data);
    }

    /** The row of its slip. */
    private static Fund row(Charge charge) {
        return Fund.of(charge.insurance()).getFirst();
    }
}
