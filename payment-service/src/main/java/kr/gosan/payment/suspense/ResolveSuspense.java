package kr.gosan.payment.suspense;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.time.KoreanTime;
import kr.gosan.payment.arrears.HoldSlip;
import kr.gosan.payment.arrears.PayArrears;
import kr.gosan.payment.banknotice.SettleSlip;
import kr.gosan.payment.book.BankPostings;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.DebtKind;
import kr.gosan.payment.debt.EPaymentNumber;
import kr.gosan.payment.debt.NoticeOutcome;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.institution.BankAccount;
import kr.gosan.payment.ledger.LedgerStore;
import kr.gosan.payment.slip.SlipStore;
import kr.gosan.platform.audit.Audit;
import kr.gosan.platform.event.Outbox;
import kr.gosan.platform.workplace.WorkplaceClock;

/**
 * Operators decide what becomes of money that could be used for nothing. First the number it was told under is held, then the
 * insurance it belongs to, then slips; only then is it looked at what became of any of them. So a reversal and a decision never
 * both move the money, nor do two decisions, and a slip is paid once.
 */
@Singleton
class ResolveSuspense {

    private final SuspendedMoneyStore suspended;
    private final SuspenseStore suspense;
    private final SlipStore slips;
    private final HoldSlip hold;
    private final SettleSlip settleSlip;
    private final PayArrears payArrears;
    private final RefundOverpayment refundOverpayment;
    private final LedgerStore ledger;
    private final Outbox outbox;
    private final Audit audit;
    private final WorkplaceClock clock;

    ResolveSuspense(
            SuspendedMoneyStore suspended,
            SuspenseStore suspense,
            SlipStore slips,
            HoldSlip hold,
            SettleSlip settleSlip,
            PayArrears payArrears,
            RefundOverpayment refundOverpayment,
            LedgerStore ledger,
            Outbox outbox,
            Audit audit,
            WorkplaceClock clock) {
        this.suspended = suspended;
        this.suspense = suspense;
        this.slips = slips;
        this.hold = hold;
        this.settleSlip = settleSlip;
        this.payArrears = payArrears;
        this.refundOverpayment = refundOverpayment;
        this.ledger = ledger;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param moneyId the bank's notice, or the collection that left it */
    @Transactional(Transactional.TxType.MANDATORY)
    Resolved resolve(UUID moneyId, ResolutionRequest wish, String operator) {
        Optional<SuspendedMoney> found = suspended.find(moneyId);
        if (found.isEmpty()) {
            return new Resolved.NotFound();
        }
        SuspendedMoney money = found.get();
        suspended.hold(money);
        if (suspended.isTakenBack(money) || suspense.of(moneyId).isPresent()) {
            return new Resolved.Gone();
        }
        return switch (wish.way()) {
            case RETURN -> {
                Resolution proposed = suspense.propose(
                        money,
                        new BankAccount(wish.bank(), wish.accountNo(), wish.holder()),
                        wish.reason(),
                        operator,
                        clock.systemNow());
                record(operator, "proposed", money.debt(), proposed);
                yield new Resolved.Done(proposed);
            }
            case SLIP -> toSlip(money, wish, operator);
            case ARREARS -> toArrears(money, wish, operator);
            case OVERPAYMENT -> overpaid(money, wish, operator);
        };
    }

    private Resolved toSlip(SuspendedMoney money, ResolutionRequest wish, String operator) {
        if (!(money instanceof SuspendedMoney.OfBank paid)) {
            return new Resolved.DoesNotFit("OF_THE_COLLECTOR");
        }
        EPaymentNumber number = EPaymentNumber.of(wish.ePaymentNo());
        // Before it is held: what belongs to another insurance is in another line.
        boolean ofAnother = hold.bookOf(number)
                .filter(book -> paid.debt()
                        .filter(debt -> debt.insurance() != book.insurance()
                                || !debt.managementNo().equals(book.managementNo()))
                        .isPresent())
                .isPresent();
        if (ofAnother) {
            return new Resolved.DoesNotFit("OF_ANOTHER_BOOK");
        }
        Optional<Slip> target = hold.toPay(number);
        Optional<NoticeOutcome> misfit = misfit(paid, target);
        if (misfit.isPresent()) {
            return new Resolved.DoesNotFit(misfit.get().name());
        }
        Slip slip = target.orElseThrow();
        Resolution applied = suspense.apply(paid, slip, wish.reason(), operator, clock.systemNow());
        LocalDate today = clock.today(slip.debt().managementNo());
        ledger.book(BankPostings.ofResolvedSuspense(paid.debt(), paid.amount(), applied.resolutionId(), today));
        settleSlip.settle(slip, paid.notice(), paid.id());
        tell(applied, slip.debt().managementNo(), slip.debt().insurance(), today);
        record(operator, "applied", Optional.of(slip.debt()), applied);
        return new Resolved.Done(applied);
    }

    /** Money settles a slip of the workplace and insurance it was paid for, as if it had come for that slip on its day. */
    private Optional<NoticeOutcome> misfit(SuspendedMoney.OfBank money, Optional<Slip> target) {
        if (target.isEmpty()) {
            return Optional.of(NoticeOutcome.UNKNOWN_NUMBER);
        }
        // Paid under the number of an earlier slip it may pay the one that took its place, but not before the debt had
        // any.
        LocalDate from = slips.ofDebt(target.get().debt()).getFirst().issuedOn();
        return NoticeOutcome.standing(target.get(), from, money.paidOn())
                .or(() -> target.get().figures().payable().equals(money.amount())
                        ? Optional.empty()
                        : Optional.of(NoticeOutcome.WRONG_AMOUNT));
    }

    /** All of it, or nothing: what is more than is in arrears is an overpayment. */
    private Resolved toArrears(SuspendedMoney money, ResolutionRequest wish, String operator) {
        Optional<WorkplaceNumber> workplace = money.workplace().or(() -> Optional.ofNullable(wish.managementNo()));
        Optional<Insurance> insurance = money.insurance().or(() -> Optional.ofNullable(wish.insurance()));
        if (workplace.isEmpty()) {
            return new Resolved.DoesNotFit(NoticeOutcome.UNKNOWN_NUMBER.name());
        }
        if (wish.managementNo() != null && !workplace.get().equals(wish.managementNo())
                || wish.insurance() != null && !insurance.equals(Optional.of(wish.insurance()))) {
            return new Resolved.DoesNotFit("OF_ANOTHER_BOOK");
        }
        Resolution applied = suspense.settle(
                money, Resolution.Way.ARREARS, workplace.get(), wish.reason(), operator, clock.systemNow());
        LocalDate today = clock.today(workplace.get());
        ledger.book(BankPostings.ofResolvedSuspense(money.debt(), money.amount(), applied.resolutionId(), today));
        boolean moreThanOwed = payArrears
                .of(applied.resolutionId(), workplace.get(), insurance, money.amount(), money.paidOn())
                .isPositive();
        if (moreThanOwed) {
            return new Resolved.DoesNotFit("MORE_THAN_IN_ARREARS");
        }
        tell(applied, workplace.get(), insurance.orElse(null), today);
        record(operator, "applied", workplace.get(), applied);
        return new Resolved.Done(applied);
    }

    /** A fine has no fund that could owe anything back. */
    private Resolved overpaid(SuspendedMoney money, ResolutionRequest wish, String operator) {
        if (money.debt().isEmpty() || money.debt().get().kind() == DebtKind.FINE) {
            return new Resolved.DoesNotFit(
                    money.debt().isEmpty() ? NoticeOutcome.UNKNOWN_NUMBER.name() : DebtKind.FINE.name());
        }
        Debt debt = money.debt().get();
        Slip paidFor = switch (money) {
            case SuspendedMoney.OfBank it -> slips.lockSlip(it.kept().slipId()).orElseThrow();
            case SuspendedMoney.OfCollector it -> slips.ofDebt(debt).getLast();
        };
        Resolution done = suspense.settle(
                money, Resolution.Way.OVERPAYMENT, debt.managementNo(), wish.reason(), operator, clock.systemNow());
        LocalDate today = clock.today(debt.managementNo());
        refundOverpayment.of(paidFor, money.amount(), done.resolutionId(), money.paidOn(), today);
        tell(done, debt.managementNo(), debt.insurance(), today);
        record(operator, "overpaid", Optional.of(debt), done);
        return new Resolved.Done(done);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Resolved decide(UUID resolutionId, boolean approve, String operator) {
        Optional<UUID> about = suspense.moneyOf(resolutionId);
        if (about.isEmpty()) {
            return new Resolved.NotFound();
        }
        SuspendedMoney money = suspended.find(about.get()).orElseThrow();
        suspended.hold(money);
        Resolution proposed = suspense.lock(resolutionId).orElseThrow();
        if (proposed.state() != ResolutionState.PROPOSED || approve && suspended.isTakenBack(money)) {
            return new Resolved.Gone();
        }
        if (approve && proposed.proposedBy().equals(operator)) {
            return new Resolved.SameOperator();
        }
        Resolution decided = suspense.decide(
                proposed, approve ? ResolutionState.APPROVED : ResolutionState.REJECTED, operator, clock.systemNow());
        record(operator, approve ? "approved" : "rejected", money.debt(), decided);
        return new Resolved.Done(decided);
    }

    /** Moves a return on as its bank says; {@code seen} is how it stood when the bank was asked. */
    @Transactional
    void moved(Resolution seen, ResolutionState to, SuspenseStore.BankAnswer answer) {
        Resolution now = suspense.lock(seen.resolutionId()).orElseThrow();
        if (now.state() == seen.state()) {
            move(now, to, answer);
        }
    }

    /** @param now held */
    @Transactional(Transactional.TxType.MANDATORY)
    void move(Resolution now, ResolutionState to, SuspenseStore.BankAnswer answer) {
        Resolution next = suspense.move(now, to);
        suspense.keep(next, to, answer);
        Optional<Debt> debt = suspended.find(now.moneyId()).orElseThrow().debt();
        LocalDate today =
                debt.map(of -> clock.today(of.managementNo())).orElseGet(() -> KoreanTime.dateOf(clock.systemNow()));
        if (to == ResolutionState.SENT) {
            ledger.book(BankPostings.ofResolvedSuspense(debt, now.amount(), now.resolutionId(), today));
            tell(
                    next,
                    debt.map(Debt::managementNo).orElse(null),
                    debt.map(Debt::insurance).orElse(null),
                    today);
        }
        if (to == ResolutionState.RETURNED) {
            ledger.book(BankPostings.ofSuspendedAgain(
                    debt, now.amount(), Optional.ofNullable(now.noticeId()), now.resolutionId(), today));
        }
        record("payment", to.name().toLowerCase(Locale.ROOT), debt, next);
    }

    /** @param workplace null where it is nobody's */
    private void tell(Resolution resolution, WorkplaceNumber workplace, Insurance insurance, LocalDate on) {
        boolean known = workplace != null;
        outbox.publish(
                SuspenseResolved.TYPE,
                known ? workplace.digits() : resolution.moneyId().toString(),
                known ? clock.now(workplace) : clock.systemNow(),
                new SuspenseResolved(
                        resolution.resolutionId(),
                        resolution.noticeId(),
                        resolution.collectionId(),
                        resolution.way(),
                        resolution.slipId(),
                        workplace,
                        insurance,
                        resolution.amount(),
                        on));
    }

    private void record(String operator, String what, Optional<Debt> debt, Resolution resolution) {
        record(operator, what, debt.map(Debt::managementNo).orElse(null), resolution);
    }

    private void record(String operator, String what, WorkplaceNumber workplace, Resolution resolution) {
        audit.record(
                operator,
                "payment.suspense." + what,
                workplace,
                resolution.resolutionId().toString());
    }
}
