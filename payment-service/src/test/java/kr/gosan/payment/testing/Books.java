package kr.gosan.payment.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.book.Account;
import kr.gosan.payment.book.Entry;
import kr.gosan.payment.book.Parity;
import kr.gosan.payment.book.Parity.Difference;
import kr.gosan.payment.book.Posting;
import kr.gosan.payment.book.Postings;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.DueDates;
import kr.gosan.payment.debt.EPaymentNumber;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.payment.debt.Notice;
import kr.gosan.payment.debt.NoticeOutcome;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.debt.SlipState;

/** Slips, notices and ledger without a database: the smallest thing that does with them what the service does. */
public final class Books {

    public final Map<EPaymentNumber, Slip> slips = new LinkedHashMap<>();
    public final List<Posting> ledger = new ArrayList<>();
    private final List<FiledReturn> returns = new ArrayList<>();
    private final Map<String, Notice> notices = new HashMap<>();
    private final Map<Debt, Parity.Received> received = new HashMap<>();
    private final Map<Insurance, Won> noticed = new HashMap<>();
    private final Map<Insurance, Won> suspended = new HashMap<>();

    public void file(FiledReturn filed) {
        returns.add(filed);
        filed.insurances()
                .forEach(insurance -> insurance.periods().stream()
                        .filter(period -> period.payable().isPositive())
                        .forEach(period -> {
                            EPaymentNumber number = EPaymentNumber.ofSerial(slips.size() + 1L);
                            Debt debt = filed.debt(insurance, period);
                            slips.put(
                                    number,
                                    new Slip(
                                            UUID.randomUUID(),
                                            number,
                                            debt,
                                            period,
                                            DueDates.NOT_EXTENDED.of(period.statutoryDueDate()),
                                            DueDates.NOT_EXTENDED.of(period.statutoryDueDate()),
                                            SlipState.ISSUED,
                                            Optional.empty()));
                        }));
        ledger.addAll(Postings.ofReturn(filed, DueDates.NOT_EXTENDED));
    }

    public NoticeOutcome notice(Notice notice) {
        Optional<Slip> slip = Optional.ofNullable(slips.get(notice.ePaymentNo()));
        NoticeOutcome outcome =
                NoticeOutcome.of(notice, Optional.ofNullable(notices.get(notice.bankTransactionId())), slip);
        if (outcome == NoticeOutcome.ACCEPTED) {
            Slip paid = slip.orElseThrow();
            slips.put(paid.ePaymentNo(), paid.in(SlipState.PAID));
            received.put(paid.debt(), new Parity.Received(notice.amount(), notice.paidOn()));
            ledger.add(Postings.ofPayment(paid, UUID.randomUUID(), notice.paidOn()));
        } else if (outcome.suspends()) {
            slip.ifPresent(s -> suspended.merge(s.debt().insurance(), notice.amount(), Won::plus));
            ledger.add(Postings.ofSuspendedMoney(notice, UUID.randomUUID(), slip));
        }
        if (outcome != NoticeOutcome.DUPLICATE && outcome != NoticeOutcome.CONFLICTING_DUPLICATE) {
            notices.put(notice.bankTransactionId(), notice);
            slip.ifPresent(s -> noticed.merge(s.debt().insurance(), notice.amount(), Won::plus));
        }
        return outcome;
    }

    /** Debits less credits of the entries that fit. */
    public Won balance(Predicate<Posting> postings, Predicate<Entry> entries) {
        return Won.sum(ledger.stream()
                .filter(postings)
                .flatMap(posting -> posting.entries().stream())
                .filter(entries)
                .map(Entry::signed)
                .toList());
    }

    public Won balance(Insurance insurance, Account account) {
        return balance(of(insurance), entry -> entry.account() == account);
    }

    public static Predicate<Posting> of(Insurance insurance) {
        return posting -> posting.debt().map(Debt::insurance).equals(Optional.of(insurance));
    }

    public List<Difference> differences() {
        List<Parity.DebtBooks> debts = new ArrayList<>();
        List<Parity.InsuranceBooks> sums = new ArrayList<>();
        for (FiledReturn filed : returns) {
            filed.insurances()
                    .forEach(insurance -> insurance.periods().forEach(period -> {
                        Debt debt = filed.debt(insurance, period);
                        debts.add(new Parity.DebtBooks(
                                debt,
                                period,
                                filed.filedOn(),
                                DueDates.NOT_EXTENDED.of(period.statutoryDueDate()),
                                slips.values().stream()
                                        .filter(slip -> slip.debt().equals(debt))
                                        .findFirst(),
                                Optional.ofNullable(received.get(debt)),
                                balance(
                                        posting -> posting.debt().equals(Optional.of(debt)),
                                        entry -> entry.account() == Account.RECEIVABLE)));
                    }));
        }
        for (Insurance insurance : Insurance.values()) {
            Won refunds = Won.sum(returns.stream()
                    .flatMap(filed -> filed.insurances().stream())
                    .filter(part -> part.insurance() == insurance)
                    .map(part -> part.refund())
                    .toList());
            sums.add(new Parity.InsuranceBooks(
                    insurance,
                    noticed.getOrDefault(insurance, Won.ZERO),
                    balance(insurance, Account.CASH),
                    suspended.getOrDefault(insurance, Won.ZERO),
                    balance(insurance, Account.SUSPENSE).negate(),
                    refunds,
                    balance(insurance, Account.REFUND_PAYABLE).negate()));
        }
        return Parity.differences(debts, sums);
    }
}
