package kr.gosan.payment.arrears;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.arrears.ArrearsMessageStore.ToCollect;
import kr.gosan.payment.arrears.charge.DebtHistory;
import kr.gosan.payment.arrears.charge.OpenDebt;
import kr.gosan.payment.book.Account;
import kr.gosan.payment.book.BankPostings;
import kr.gosan.payment.book.FundAccount;
import kr.gosan.payment.book.Posting;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.debt.SlipState;
import kr.gosan.payment.institution.ArrearsHandOver.Change;
import kr.gosan.payment.ledger.LedgerStore;
import kr.gosan.payment.refund.OpenRefunds;
import kr.gosan.payment.slip.ClosedSlipPaid;
import kr.gosan.payment.slip.DueDateExtensionStore;
import kr.gosan.payment.slip.DueDateMoved;
import kr.gosan.payment.slip.SlipStore;
import kr.gosan.platform.event.Outbox;
import kr.gosan.platform.workplace.WorkplaceClock;

/**
 * Takes back what was handed over when its due date is extended afterwards: the slip may be paid again until the new day. Where
 * the new day has passed as well, or something was collected already, it stays with the collector, who is told from which day on
 * late charges run. Late charges that were booked are brought to what they are now.
 *
 * <p>What was paid in time and told of late is taken back too. What was collected of it meanwhile was paid by mistake and is
 * refunded, with its late charge (보험료징수법 §23①).
 */
@Singleton
public class TakeBackArrears {

    private final InsuranceLock lock;
    private final SlipStore slips;
    private final HistoryStore histories;
    private final DueDateExtensionStore extensions;
    private final LedgerStore ledger;
    private final AccrueLateCharges lateCharges;
    private final OpenRefunds refunds;
    private final ArrearsMessageStore messages;
    private final TellWhatIsOpen tellWhatIsOpen;
    private final DemandWhatIsOpen demandWhatIsOpen;
    private final Outbox outbox;
    private final WorkplaceClock clock;

    TakeBackArrears(
            InsuranceLock lock,
            SlipStore slips,
            HistoryStore histories,
            DueDateExtensionStore extensions,
            LedgerStore ledger,
            AccrueLateCharges lateCharges,
            OpenRefunds refunds,
            ArrearsMessageStore messages,
            TellWhatIsOpen tellWhatIsOpen,
            DemandWhatIsOpen demandWhatIsOpen,
            Outbox outbox,
            WorkplaceClock clock) {
        this.lock = lock;
        this.slips = slips;
        this.histories = histories;
        this.extensions = extensions;
        this.ledger = ledger;
        this.lateCharges = lateCharges;
        this.refunds = refunds;
        this.messages = messages;
        this.tellWhatIsOpen = tellWhatIsOpen;
        this.demandWhatIsOpen = demandWhatIsOpen;
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
        boolean owed = history.owesAnything();
        if (slip.state() == SlipState.CLOSED && owed && !history.isCollected() && !today.isAfter(slip.lastDay())) {
            slips.reopen(slip, SlipState.Cause.DUE_DATE_EXTENDED);
            takeBack(slip, terms, arrears, takenBack, today);
            demandWhatIsOpen.with(slips.lockSlip(slip.slipId()).orElseThrow(), today);
            lateCharges.on(slip.debt(), takenBack, today);
        } else if (slip.state() == SlipState.PAID && !arrears.isEmpty()) {
            takeBack(slip, terms, arrears, takenBack, today);
            lateCharges.on(slip.debt(), takenBack, today);
        } else {
            Optional<ToCollect> before = tellWhatIsOpen.toCollect(slip.debt());
            lateCharges.on(slip.debt(), takenBack, today);
            // Even if nothing else changed: from which day late charges run.
            before.filter(his -> !his.equals(ToCollect.NOTHING)).ifPresent(his -> tellWhatIsOpen.now(slip));
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void on(@Observes ClosedSlipPaid paid) {
        Slip slip = slips.lockSlip(paid.slipId()).orElseThrow();
        Debt debt = slip.debt();
        WorkplaceNumber workplace = debt.managementNo();
        lock.hold(workplace, debt.insurance());
        LocalDate today = clock.today(workplace);
        DebtHistory history = histories.of(debt).orElseThrow();
        Map<Fund, Won> arrears = history.balanceOn(Account.ARREARS, LocalDate.MAX);
        // All of it: of a payment that was late the discount stays owed, and is handed over with its late charge.
        Map<Fund, Won> back = new EnumMap<>(Fund.class);
        back.putAll(arrears);
        Map<FundAccount, Won> collected = new HashMap<>();
        paid.settled().forEach((owed, amount) -> {
            Fund fund = owed.fund().orElseThrow();
            boolean premium = owed.account() == Account.RECEIVABLE;
            Won open = history.balanceOn(owed.account(), LocalDate.MAX).getOrDefault(fund, Won.ZERO);
            Won twice = amount.minus(open).minus(premium ? arrears.getOrDefault(fund, Won.ZERO) : Won.ZERO);
            if (twice.isPositive()) {
                collected.put(premium ? FundAccount.of(Account.ARREARS, fund) : owed, twice);
            }
            if (twice.isPositive() && premium) {
                back.merge(fund, twice, Won::plus);
            }
        });
        UUID takenBack = UUID.randomUUID();
        if (!collected.isEmpty()) {
            Posting mistaken = BankPostings.ofCollectedTwice(debt, collected, paid.noticeId(), today);
            ledger.book(mistaken);
            var days = history.principal().paid();
            LocalDate chargePaid = history.lastPaid(collected.keySet().stream()
                            .map(FundAccount::account)
                            .toList())
                    .orElse(today);
            refunds.onMistakenPayment(mistaken, paid.noticeId(), days.isEmpty() ? chargePaid : days.lastKey());
        }
        if (!back.isEmpty()) {
            ledger.book(BankPostings.ofTakenBack(debt, back, paid.noticeId(), today));
        }
        lateCharges.on(debt, takenBack, today);
        tell(slip, OpenDebt.Terms.of(slip, extensions.of(workplace)), back, takenBack, today);
    }

    /**
     * A payment was taken back by its bank: the discount that stayed owed because it was late is no arrears of its own any
     * more, and no late charge rests on it. The whole is handed over again once its last day is over.
     *
     * @param slip open again, locked, and its insurance held
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void paymentReversed(Slip slip, UUID noticeId) {
        WorkplaceNumber workplace = slip.debt().managementNo();
        LocalDate today = clock.today(workplace);
        Optional<ToCollect> his = tellWhatIsOpen.toCollect(slip.debt()).filter(it -> !it.equals(ToCollect.NOTHING));
        if (his.isPresent()) {
            takeBack(
                    slip,
                    OpenDebt.Terms.of(slip, extensions.of(workplace)),
                    his.get().principal(),
                    noticeId,
                    today);
        }
        lateCharges.on(slip.debt(), noticeId, today);
    }

    private void takeBack(Slip slip, OpenDebt.Terms terms, Map<Fund, Won> arrears, UUID takenBack, LocalDate today) {
        Posting.Draft draft = new Posting.Draft();
        arrears.forEach((fund, amount) -> draft.move(Account.RECEIVABLE, Account.ARREARS, fund, amount));
        if (!draft.isEmpty()) {
            ledger.book(Posting.of(Posting.Kind.TAKEN_BACK, slip.debt(), takenBack, today, draft));
        }
        tell(slip, terms, arrears, takenBack, today);
    }

    private void tell(Slip slip, OpenDebt.Terms terms, Map<Fund, Won> arrears, UUID takenBack, LocalDate today) {
        messages.leave(takenBack, Change.TAKEN_BACK, slip, terms.chargedAfter(), ToCollect.NOTHING, today);
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
