package kr.gosan.payment.testing;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.time.KoreanTime;
import kr.gosan.payment.book.Account;
import kr.gosan.payment.book.BankPostings;
import kr.gosan.payment.book.Entry;
import kr.gosan.payment.book.FundAccount;
import kr.gosan.payment.book.Parity;
import kr.gosan.payment.book.Posting;
import kr.gosan.payment.book.Posting.Kind;
import kr.gosan.payment.book.Postings;
import kr.gosan.payment.debt.Channel;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.EPaymentNumber;
import kr.gosan.payment.debt.Notice;
import kr.gosan.payment.debt.NoticeOutcome;
import kr.gosan.payment.debt.Reversal;
import kr.gosan.payment.debt.ReversalDecision;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.debt.SlipState;
import kr.gosan.payment.refund.rules.RefundCause;

/** What banks tell {@link Office}. */
public final class OfficeBank {

    static final Set<Kind> MOVES_ON = Set.of(
            Kind.PREMIUM_ADJUSTED,
            Kind.ESTIMATE_SETTLED,
            Kind.OVERPAYMENT_OFFSET,
            Kind.REFUND_DECIDED,
            Kind.REFUND_SENT,
            Kind.REFUND_PAID,
            Kind.CHARGE_CANCELLED);

    /** A payment or suspended money as it was taken. */
    private static final class Taken {
        final UUID noticeId = UUID.randomUUID();
        final Notice notice;
        final NoticeOutcome outcome;
        final Optional<Slip> slip;
        Optional<Posting> payment = Optional.empty();
        boolean reversed;
        boolean madeARefund;
        boolean resolved;

        Taken(Notice notice, NoticeOutcome outcome, Optional<Slip> slip) {
            this.notice = notice;
            this.outcome = outcome;
            this.slip = slip;
        }
    }

    private final Office office;
    private final OfficeBooks books;
    private final OfficeRefunds refunds;
    private final List<Taken> taken = new ArrayList<>();
    private int messages;

    OfficeBank(Office office) {
        this.office = office;
        this.books = office.books;
        this.refunds = office.refunds;
    }

    private Notice notice(EPaymentNumber number, Won amount, LocalDate on) {
        return new Notice(
                "T-" + messages++,
                number,
                amount,
                on.atTime(LocalTime.NOON).atZone(KoreanTime.SEOUL).toInstant(),
                Channel.GIRO);
    }

    public NoticeOutcome pay(Slip slip, long more, Won reduction, LocalDate on) {
        Won amount = slip.figures().payable().minus(reduction).plus(Won.of(more));
        return take(notice(slip.ePaymentNo(), amount, on), reduction);
    }

    public NoticeOutcome payForNothing(Won amount) {
        return take(notice(EPaymentNumber.ofSerial(1_000_000), amount, office.today), Won.ZERO);
    }

    private NoticeOutcome take(Notice notice, Won reduction) {
        Optional<Slip> slip = Optional.ofNullable(books.books.slips.get(notice.ePaymentNo()));
        NoticeOutcome outcome = NoticeOutcome.of(
                notice, new NoticeOutcome.Found(Optional.empty(), office.today, false, slip, false, reduction));
        Taken it = new Taken(notice, outcome, slip);
        taken.add(it);
        if (outcome == NoticeOutcome.ACCEPTED) {
            settle(it, slip.orElseThrow(), reduction);
        } else if (outcome.suspends()) {
            Optional<Debt> debt = slip.map(Slip::debt);
            books.book(Postings.ofSuspendedMoney(notice, it.noticeId, slip));
            books.told(Kind.MONEY_SUSPENDED, debt, notice.amount());
            books.suspended(debt, notice.amount());
        } else {
            throw new AssertionError(outcome);
        }
        return outcome;
    }

    private void settle(Taken it, Slip slip, Won reduction) {
        Debt debt = slip.debt();
        if (slip.state() == SlipState.CLOSED) {
            toldLate(it, Postings.ofPayment(slip, reduction, it.noticeId, it.notice.paidOn()));
        }
        books.move(slip, SlipState.Cause.EXACT_PAYMENT);
        books.book(Postings.ofPayment(slip, reduction, it.noticeId, it.notice.paidOn()));
        it.payment = Optional.of(books.postings(debt).getLast());
        books.told(Kind.PAYMENT_RECEIVED, Optional.of(debt), it.notice.amount());
        books.books.received.put(debt, new Parity.Received(it.notice.amount(), reduction, it.notice.paidOn()));
    }

    /** A day some days ago, on which the slip was known already. */
    public LocalDate paidOn(Slip slip, int daysAgo) {
        LocalDate since = books.postings(slip.debt()).getFirst().valueDate();
        LocalDate day = office.today.minusDays(daysAgo);
        return day.isBefore(since) ? since : day;
    }

    /**
     * Money that came while the slip could be paid, and is told of once it is closed, counts from its own day: nothing of the
     * debt is with the collector any more, and whatever it pays that is owed no longer, because he got it or because it was
     * corrected meanwhile, is owed back.
     */
    private void toldLate(Taken it, Posting payment) {
        Debt debt = payment.debt().orElseThrow();
        Map<Fund, Won> noArrears = new EnumMap<>(books.open(debt, Account.ARREARS));
        Map<FundAccount, Won> owedBack = new LinkedHashMap<>();
        for (Fund fund : Fund.of(debt.insurance())) {
            Won premium = tooMuch(payment, Account.RECEIVABLE, fund)
                    .minus(noArrears.getOrDefault(fund, Won.ZERO))
                    .max(Won.ZERO);
            noArrears.merge(fund, premium, Won::plus);
            owedBack.put(FundAccount.of(Account.ARREARS, fund), premium);
            for (Account charge : List.of(Account.SURCHARGE_DUE, Account.BENEFIT_RECOVERY_DUE)) {
                owedBack.put(
                        FundAccount.of(charge, fund),
                        tooMuch(payment, charge, fund).max(Won.ZERO));
            }
        }
        noArrears.values().removeIf(Won::isZero);
        owedBack.values().removeIf(Won::isZero);
        if (!owedBack.isEmpty()) {
            Posting mistaken = BankPostings.ofCollectedTwice(debt, owedBack, it.noticeId, office.today);
            books.book(mistaken);
            refunds.open(mistaken, RefundCause.MISTAKEN_PAYMENT, it.noticeId, Optional.of(office.today));
            it.madeARefund = true;
        }
        if (!noArrears.isEmpty()) {
            books.book(BankPostings.ofTakenBack(debt, noArrears, it.noticeId, office.today));
        }
        office.accrue(debt, UUID.randomUUID(), office.today);
        office.collector.forget(it.slip.orElseThrow());
    }

    /** What the payment pays beyond what is owed on the account; below zero what it leaves. */
    private Won tooMuch(Posting payment, Account owed, Fund fund) {
        Won paid = Won.sum(payment.entries().stream()
                        .filter(OfficeBooks.at(owed, fund))
                        .map(Entry::signed)
                        .toList())
                .negate();
        return paid.minus(books.balance(payment.debt().orElseThrow(), owed, fund));
    }

    /** What a late payment had left owed is no arrears of its own any more, and bears no late charge. */
    private void takenBack(Slip slip, UUID noticeId) {
        Map<Fund, Won> arrears = books.open(slip.debt(), Account.ARREARS);
        if (!arrears.isEmpty()) {
            books.book(BankPostings.ofTakenBack(slip.debt(), arrears, noticeId, office.today));
        }
        office.accrue(slip.debt(), noticeId, office.today);
        office.collector.forget(slip);
    }

    public int taken() {
        return taken.size();
    }

    /** A bank takes back the money of one of its messages. */
    public NoticeOutcome reverse(int which) {
        Taken it = taken.get(which);
        Reversal reversal = new Reversal(
                "R-" + messages++,
                it.notice.bankTransactionId(),
                Optional.of(it.notice.amount()),
                office.today.atTime(LocalTime.NOON).atZone(KoreanTime.SEOUL).toInstant());
        boolean spent = it.payment.isPresent() ? it.madeARefund || movedOn(it) : it.resolved;
        ReversalDecision decision = ReversalDecision.of(
                reversal,
                Optional.empty(),
                office.today,
                false,
                Optional.of(new ReversalDecision.Original(
                        it.outcome, it.notice.amount(), it.notice.paidOn(), it.reversed, spent)));
        UUID noticeId = UUID.randomUUID();
        Won back = it.notice.amount().negate();
        Optional<Debt> debt = it.slip.map(Slip::debt);
        if (decision.outcome() == NoticeOutcome.REVERSED) {
            it.reversed = true;
            Posting payment = it.payment.orElseThrow();
            books.book(BankPostings.ofReversedPayment(
                    payment, grantedLater(debt.orElseThrow(), payment), noticeId, UUID.randomUUID(), office.today));
            takenBack(books.move(live(debt.orElseThrow()), SlipState.Cause.PAYMENT_REVERSED), noticeId);
            books.books.received.remove(debt.get());
            books.told(Kind.PAYMENT_REVERSED, debt, back);
        } else if (decision.outcome() == NoticeOutcome.SUSPENSE_REVERSED) {
            it.reversed = true;
            books.book(BankPostings.ofReversedSuspense(debt, it.notice.amount(), noticeId, office.today));
            books.told(Kind.PAYMENT_REVERSED, debt, back);
            books.suspended(debt, back);
        }
        return decision.outcome();
    }

    private Slip live(Debt debt) {
        return books.live(debt).orElseThrow();
    }

    /** Whether the debt moved on since the payment. */
    private boolean movedOn(Taken it) {
        List<Posting> postings = books.postings(it.payment.orElseThrow().debt().orElseThrow());
        int at = postings.lastIndexOf(it.payment.get());
        return postings.subList(at + 1, postings.size()).stream()
                .anyMatch(posting -> MOVES_ON.contains(posting.kind()));
    }

    private Map<Fund, Won> grantedLater(Debt debt, Posting payment) {
        Map<Fund, Won> later = new EnumMap<>(books.open(debt, Account.LUMP_SUM_DISCOUNT));
        for (Entry entry : payment.entries()) {
            if (entry.account() == Account.LUMP_SUM_DISCOUNT) {
                later.merge(entry.fund().orElseThrow(), entry.amount(), Won::minus);
            }
        }
        later.values().removeIf(Won::isZero);
        return later;
    }

    /** An operator sends suspended money back to its payer, or the transfer comes back. */
    public boolean resolve(int which, boolean comesBack) {
        Taken it = taken.get(which);
        if (!it.outcome.suspends() || it.reversed || it.resolved) {
            return false;
        }
        Optional<Debt> debt = it.slip.map(Slip::debt);
        UUID resolution = UUID.randomUUID();
        Won amount = it.notice.amount();
        books.book(BankPostings.ofResolvedSuspense(debt, amount, resolution, office.today));
        books.told(Kind.SUSPENSE_RESOLVED, debt, amount.negate());
        books.suspended(debt, amount.negate());
        it.resolved = !comesBack;
        if (comesBack) {
            books.book(BankPostings.ofSuspendedAgain(debt, amount, Optional.of(it.noticeId), resolution, office.today));
            books.told(Kind.MONEY_SUSPENDED, debt, amount);
            books.suspended(debt, amount);
        }
        return true;
    }
}
