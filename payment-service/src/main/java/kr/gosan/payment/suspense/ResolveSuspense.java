package kr.gosan.payment.suspense;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.time.KoreanTime;
import kr.gosan.payment.arrears.HoldSlip;
import kr.gosan.payment.banknotice.NoticeStore;
import kr.gosan.payment.banknotice.SettleSlip;
import kr.gosan.payment.book.BankPostings;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.DebtKind;
import kr.gosan.payment.debt.EPaymentNumber;
import kr.gosan.payment.debt.Notice;
import kr.gosan.payment.debt.NoticeOutcome;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.institution.BankAccount;
import kr.gosan.payment.ledger.LedgerStore;
import kr.gosan.payment.slip.SlipStore;
import kr.gosan.platform.audit.Audit;
import kr.gosan.platform.event.Outbox;
import kr.gosan.platform.workplace.WorkplaceClock;

/**
 * Operators decide what becomes of money that no slip could take. A notice's transaction number is held meanwhile, so that a
 * reversal of the bank and a decision never both move the money.
 */
@Singleton
class ResolveSuspense {

    private final NoticeStore notices;
    private final SuspenseStore suspense;
    private final SlipStore slips;
    private final HoldSlip hold;
    private final SettleSlip settleSlip;
    private final RefundOverpayment refundOverpayment;
    private final LedgerStore ledger;
    private final Outbox outbox;
    private final Audit audit;
    private final WorkplaceClock clock;

    ResolveSuspense(
            NoticeStore notices,
            SuspenseStore suspense,
            SlipStore slips,
            HoldSlip hold,
            SettleSlip settleSlip,
            RefundOverpayment refundOverpayment,
            LedgerStore ledger,
            Outbox outbox,
            Audit audit,
            WorkplaceClock clock) {
        this.notices = notices;
        this.suspense = suspense;
        this.slips = slips;
        this.hold = hold;
        this.settleSlip = settleSlip;
        this.refundOverpayment = refundOverpayment;
        this.ledger = ledger;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Resolved resolve(UUID noticeId, ResolutionRequest wish, String operator) {
        Optional<NoticeStore.Kept> found =
                notices.find(noticeId).filter(kept -> kept.outcome().suspends());
        if (found.isEmpty()) {
            return new Resolved.NotFound();
        }
        NoticeStore.Kept kept = found.get();
        notices.lock(kept.sender().client(), kept.message().bankTransactionId());
        if (notices.reversed(noticeId) || suspense.ofNotice(noticeId).isPresent()) {
            return new Resolved.Gone();
        }
        Notice money = (Notice) kept.message();
        Optional<Slip> paidFor = Optional.ofNullable(kept.slipId()).flatMap(slips::find);
        return switch (wish.way()) {
            case RETURN -> {
                Resolution proposed = suspense.propose(
                        noticeId,
                        money,
                        paidFor.map(Slip::debt),
                        new BankAccount(wish.bank(), wish.accountNo(), wish.holder()),
                        wish.reason(),
                        operator,
                        clock.systemNow());
                record(operator, "proposed", paidFor.map(Slip::debt), proposed);
                yield new Resolved.Done(proposed);
            }
            case SLIP -> apply(noticeId, money, paidFor, wish, operator);
            case OVERPAYMENT -> overpaid(noticeId, money, paidFor, wish, operator);
        };
    }

    private Resolved apply(
            UUID noticeId, Notice money, Optional<Slip> paidFor, ResolutionRequest wish, String operator) {
        Optional<Slip> target = hold.toPay(EPaymentNumber.of(wish.ePaymentNo()));
        Optional<String> misfit = misfit(money, paidFor, target);
        if (misfit.isPresent()) {
            return new Resolved.DoesNotFit(misfit.get());
        }
        Slip slip = target.orElseThrow();
        Resolution applied = suspense.apply(noticeId, money, slip, wish.reason(), operator, clock.systemNow());
        LocalDate today = clock.today(slip.debt().managementNo());
        ledger.book(BankPostings.ofResolvedSuspense(
                paidFor.map(Slip::debt), money.amount(), applied.resolutionId(), today));
        settleSlip.settle(slip, money, noticeId);
        tell(applied, Optional.of(slip.debt()), today);
        record(operator, "applied", Optional.of(slip.debt()), applied);
        return new Resolved.Done(applied);
    }

    /** A fine has no fund that could owe anything back. */
    private Resolved overpaid(
            UUID noticeId, Notice money, Optional<Slip> paidFor, ResolutionRequest wish, String operator) {
        if (paidFor.isEmpty() || paidFor.get().debt().kind() == DebtKind.FINE) {
            return new Resolved.DoesNotFit(
                    paidFor.isEmpty() ? NoticeOutcome.UNKNOWN_NUMBER.name() : DebtKind.FINE.name());
        }
        Debt debt = paidFor.get().debt();
        Resolution done = suspense.overpaid(noticeId, money, debt, wish.reason(), operator, clock.systemNow());
        LocalDate today = clock.today(debt.managementNo());
        refundOverpayment.of(paidFor.get(), money.amount(), done.resolutionId(), money.paidOn(), today);
        tell(done, Optional.of(debt), today);
        record(operator, "overpaid", Optional.of(debt), done);
        return new Resolved.Done(done);
    }

    /** Money settles a slip of the workplace and insurance it was paid for, as if it had come for that slip on its day. */
    private static Optional<String> misfit(Notice money, Optional<Slip> paidFor, Optional<Slip> target) {
        if (target.isEmpty()) {
            return Optional.of(NoticeOutcome.UNKNOWN_NUMBER.name());
        }
        Debt debt = target.get().debt();
        if (paidFor.map(Slip::debt)
                .filter(of ->
                        of.insurance() != debt.insurance() || !of.managementNo().equals(debt.managementNo()))
                .isPresent()) {
            return Optional.of("OF_ANOTHER_BOOK");
        }
        return NoticeOutcome.standing(target.get(), money.paidOn())
                .or(() -> target.get().figures().payable().equals(money.amount())
                        ? Optional.empty()
                        : Optional.of(NoticeOutcome.WRONG_AMOUNT))
                .map(Enum::name);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Resolved decide(UUID resolutionId, boolean approve, String operator) {
        Optional<Resolution> found = suspense.find(resolutionId);
        if (found.isEmpty()) {
            return new Resolved.NotFound();
        }
        NoticeStore.Kept kept = notices.find(found.get().noticeId()).orElseThrow();
        notices.lock(kept.sender().client(), kept.message().bankTransactionId());
        Resolution proposed = suspense.lock(resolutionId).orElseThrow();
        if (proposed.state() != ResolutionState.PROPOSED || approve && notices.reversed(kept.noticeId())) {
            return new Resolved.Gone();
        }
        if (approve && proposed.proposedBy().equals(operator)) {
            return new Resolved.SameOperator();
        }
        Resolution decided = suspense.decide(
                proposed, approve ? ResolutionState.APPROVED : ResolutionState.REJECTED, operator, clock.systemNow());
        record(operator, approve ? "approved" : "rejected", debtOf(kept), decided);
        return new Resolved.Done(decided);
    }

    /** Moves a return on as its bank says; {@code seen} is how it stood when the bank was asked. */
    @Transactional
    void moved(Resolution seen, ResolutionState to) {
        Resolution now = suspense.lock(seen.resolutionId()).orElseThrow();
        if (now.state() != seen.state()) {
            return;
        }
        Resolution next = suspense.move(now, to);
        NoticeStore.Kept kept = notices.find(now.noticeId()).orElseThrow();
        Optional<Debt> debt = debtOf(kept);
        LocalDate today =
                debt.map(of -> clock.today(of.managementNo())).orElseGet(() -> KoreanTime.dateOf(clock.systemNow()));
        if (to == ResolutionState.SENT) {
            ledger.book(BankPostings.ofResolvedSuspense(debt, now.amount(), now.resolutionId(), today));
            tell(next, debt, today);
        }
        if (to == ResolutionState.RETURNED) {
            ledger.book(BankPostings.ofSuspendedAgain(debt, now.amount(), now.noticeId(), now.resolutionId(), today));
        }
        record("payment", to.name().toLowerCase(java.util.Locale.ROOT), debt, next);
    }

    private Optional<Debt> debtOf(NoticeStore.Kept kept) {
        return Optional.ofNullable(kept.slipId()).flatMap(slips::find).map(Slip::debt);
    }

    private void tell(Resolution resolution, Optional<Debt> debt, LocalDate on) {
        Optional<WorkplaceNumber> workplace = debt.map(Debt::managementNo);
        outbox.publish(
                SuspenseResolved.TYPE,
                workplace
                        .map(WorkplaceNumber::digits)
                        .orElseGet(() -> resolution.noticeId().toString()),
                workplace.map(clock::now).orElseGet(clock::systemNow),
                new SuspenseResolved(
                        resolution.resolutionId(),
                        resolution.noticeId(),
                        resolution.way(),
                        resolution.slipId(),
                        workplace.orElse(null),
                        debt.map(Debt::insurance).orElse(null),
                        resolution.amount(),
                        on));
    }

    private void record(String operator, String what, Optional<Debt> debt, Resolution resolution) {
        audit.record(
                operator,
                "payment.suspense." + what,
                debt.map(Debt::managementNo).orElse(null),
                resolution.resolutionId().toString());
    }
}
