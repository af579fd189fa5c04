package kr.gosan.payment.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.book.Account;
import kr.gosan.payment.book.Entry;
import kr.gosan.payment.book.FundAccount;
import kr.gosan.payment.book.Parity;
import kr.gosan.payment.book.Parity.Difference;
import kr.gosan.payment.book.Posting;
import kr.gosan.payment.book.Postings;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.DueDates;
import kr.gosan.payment.debt.EPaymentNumber;
import kr.gosan.payment.debt.FiledInsurance;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.payment.debt.Notice;
import kr.gosan.payment.debt.NoticeOutcome;
import kr.gosan.payment.debt.PaymentPeriod;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.debt.SlipState;

/** Slips, notices and ledger without a database: the smallest thing that does with them what the service does. */
public final class Books {

    private static final Predicate<Posting> CHANGES = is(Posting.Kind.PREMIUM_ADJUSTED)
            .or(is(Posting.Kind.ESTIMATE_SETTLED))
            .or(is(Posting.Kind.OVERPAYMENT_OFFSET));

    public final Map<EPaymentNumber, Slip> slips = new LinkedHashMap<>();
    public final List<Posting> ledger = new ArrayList<>();
    final List<FiledReturn> returns = new ArrayList<>();
    private final Map<String, Notice> notices = new HashMap<>();
    final Map<Debt, Parity.Received> received = new HashMap<>();
    private final Map<Insurance, Map<Posting.Kind, Won>> told = new HashMap<>();
    final Map<Insurance, Won> suspended = new HashMap<>();

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
                                            LocalDate.EPOCH,
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
            received.put(paid.debt(), new Parity.Received(notice.amount(), Won.ZERO, notice.paidOn()));
            tell(paid.debt().insurance(), Posting.Kind.PAYMENT_RECEIVED, notice.amount());
            ledger.add(Postings.ofPayment(paid, UUID.randomUUID(), notice.paidOn()));
        } else if (outcome.suspends()) {
            slip.ifPresent(s -> {
                suspended.merge(s.debt().insurance(), notice.amount(), Won::plus);
                tell(s.debt().insurance(), Posting.Kind.MONEY_SUSPENDED, notice.amount());
            });
            ledger.add(Postings.ofSuspendedMoney(notice, UUID.randomUUID(), slip));
        }
        if (outcome != NoticeOutcome.DUPLICATE && outcome != NoticeOutcome.CONFLICTING_DUPLICATE) {
            notices.put(notice.bankTransactionId(), notice);
        }
        return outcome;
    }

    /** A message of money: what came in, or below zero what went out. */
    void tell(Insurance insurance, Posting.Kind kind, Won amount) {
        told.computeIfAbsent(insurance, first -> new EnumMap<>(Posting.Kind.class))
                .merge(kind, amount, Won::plus);
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
        Map<Debt, Parity.Filed> periods = new LinkedHashMap<>();
        for (FiledReturn filed : returns) {
            filed.insurances()
                    .forEach(insurance -> insurance
                            .periods()
                            .forEach(period -> periods.put(
                                    filed.debt(insurance, period),
                                    new Parity.Filed(
                                            period,
                                            premium(insurance, period),
                                            filed.filedOn(),
                                            DueDates.NOT_EXTENDED.of(period.statutoryDueDate())))));
        }
        Set<Debt> all = new LinkedHashSet<>(periods.keySet());
        slips.values().forEach(slip -> all.add(slip.debt()));
        ledger.forEach(posting -> posting.debt().ifPresent(all::add));
        List<Parity.DebtBooks> debts = all.stream()
                .map(debt -> new Parity.DebtBooks(
                        debt,
                        Optional.ofNullable(periods.get(debt)),
                        slips.values().stream()
                                .filter(slip -> slip.debt().equals(debt))
                                .map(Books::books)
                                .toList(),
                        Optional.ofNullable(received.get(debt)),
                        ledgerOf(debt)))
                .toList();
        List<Parity.InsuranceBooks> sums = Stream.of(Insurance.values())
                .map(insurance -> new Parity.InsuranceBooks(
                        insurance,
                        Stream.of(Posting.Kind.values())
                                .map(kind -> new Parity.Money(
                                        kind,
                                        told.getOrDefault(insurance, Map.of()).getOrDefault(kind, Won.ZERO),
                                        balance(of(insurance).and(is(kind)), at(Account.CASH))))
                                .toList(),
                        suspended.getOrDefault(insurance, Won.ZERO),
                        balance(insurance, Account.SUSPENSE).negate(),
                        Won.sum(returns.stream()
                                .flatMap(filed -> filed.insurances().stream())
                                .filter(part -> part.insurance() == insurance)
                                .map(FiledInsurance::refund)
                                .toList()),
                        balance(of(insurance).and(is(Posting.Kind.RETURN_FILED)), at(Account.REFUND_PAYABLE))
                                .negate(),
                        Won.sum(received.entrySet().stream()
                                .filter(paid -> paid.getKey().insurance() == insurance)
                                .map(paid -> paid.getValue().reduction())
                                .toList()),
                        balance(insurance, Account.AUTO_DEBIT_REDUCTION),
                        balance(insurance, Account.EXCESS)))
                .toList();
        return Parity.differences(debts, sums);
    }

    private Parity.LedgerBooks ledgerOf(Debt debt) {
        Predicate<Posting> its = posting -> posting.debt().equals(Optional.of(debt));
        Map<FundAccount, Won> balances = new HashMap<>();
        ledger.stream()
                .filter(its)
                .flatMap(posting -> posting.entries().stream())
                .forEach(entry ->
                        balances.merge(new FundAccount(entry.account(), entry.fund()), entry.signed(), Won::plus));
        Won premium = balance(
                        its.and(is(Posting.Kind.RETURN_FILED)),
                        at(Account.CONFIRMED_PREMIUM).or(at(Account.ESTIMATED_PREMIUM)))
                .negate();
        Won handedOver = balance(
                        its.and(is(Posting.Kind.HANDED_OVER).or(is(Posting.Kind.TAKEN_BACK))), at(Account.RECEIVABLE))
                .negate();
        boolean changed = ledger.stream().filter(its).anyMatch(CHANGES);
        return new Parity.LedgerBooks(balances, premium, handedOver, changed);
    }

    private static Parity.SlipBooks books(Slip slip) {
        return new Parity.SlipBooks(
                slip.state(),
                slip.figures().payable(),
                slip.figures().lumpSumDiscount(),
                Won.sum(slip.figures().funds().stream().map(row -> row.charge()).toList()),
                slip.dueDate());
    }

    private static Won premium(FiledInsurance insurance, PaymentPeriod period) {
        Won confirmed = period.equals(insurance.periods().getFirst())
                ? Won.sum(insurance.lines().stream()
                        .map(line -> line.additional().minus(line.excess()))
                        .toList())
                : Won.ZERO;
        return confirmed.plus(period.estimate());
    }

    private static Predicate<Posting> is(Posting.Kind kind) {
        return posting -> posting.kind() == kind;
    }

    private static Predicate<Entry> at(Account account) {
        return entry -> entry.account() == account;
    }
}
