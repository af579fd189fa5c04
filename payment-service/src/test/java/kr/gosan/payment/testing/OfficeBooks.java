package kr.gosan.payment.testing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.arrears.charge.DebtHistory;
import kr.gosan.payment.arrears.charge.Owing;
import kr.gosan.payment.book.Account;
import kr.gosan.payment.book.Entry;
import kr.gosan.payment.book.FundAccount;
import kr.gosan.payment.book.Levy;
import kr.gosan.payment.book.LevySplit;
import kr.gosan.payment.book.LevyWeights;
import kr.gosan.payment.book.Posting;
import kr.gosan.payment.correction.plan.Plan;
import kr.gosan.payment.correction.plan.SlipChange;
import kr.gosan.payment.correction.plan.Standing;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.DueDates;
import kr.gosan.payment.debt.EPaymentNumber;
import kr.gosan.payment.debt.FiledInsurance;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.payment.debt.PaymentPeriod;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.debt.SlipState;
import kr.gosan.platform.law.LawFiles;

/** The slips and the ledger of one workplace as {@link Office} keeps them, and everything that must be true of them. */
public final class OfficeBooks {

    public static final LawBook LAW = LawFiles.read(OfficeBooks.class.getClassLoader());
    private static final LevyWeights WEIGHTS =
            new LevyWeights(new BigDecimal("9.7"), new BigDecimal("0.6"), new BigDecimal("0.03"));

    private static final Set<Posting.Kind> COLLECTIONS =
            Set.of(Posting.Kind.ARREARS_COLLECTED, Posting.Kind.PAYMENT_REVERSED);

    final Books books = new Books();
    private final Map<Debt, List<Posting>> byDebt = new LinkedHashMap<>();
    private final Set<List<Object>> causes = new HashSet<>();
    private final List<String> faults = new ArrayList<>();

    /** What came in less what went out, by what banks and the collector said. */
    private Won cash = Won.ZERO;

    // ---- slips

    Slip issue(Debt debt, PaymentPeriod figures, LocalDate dueDate, LocalDate on, Optional<UUID> replaces) {
        EPaymentNumber number = EPaymentNumber.ofSerial(books.slips.size() + 1L);
        LocalDate lastDay = dueDate.isBefore(on) ? on : dueDate;
        Slip slip = new Slip(
                UUID.randomUUID(),
                number,
                debt,
                figures,
                LocalDate.EPOCH,
                dueDate,
                lastDay,
                SlipState.ISSUED,
                replaces);
        books.slips.put(number, slip);
        return slip;
    }

    /** Throws when nothing leads there. */
    Slip move(Slip slip, SlipState.Cause cause) {
        Slip moved = slip.in(
                SlipState.edge(Optional.of(slip.state()), cause).orElseThrow().to());
        books.slips.put(slip.ePaymentNo(), moved);
        return moved;
    }

    public List<Slip> slips() {
        return List.copyOf(books.slips.values());
    }

    Optional<Slip> live(Debt debt) {
        return books.slips.values().stream()
                .filter(slip -> slip.debt().equals(debt) && slip.state() != SlipState.CANCELLED)
                .findFirst();
    }

    /** Issues and replaces slips as the plan says. */
    void reissue(Plan plan, LocalDate day) {
        for (SlipChange change : plan.slips()) {
            switch (change) {
                case SlipChange.Issue it -> issue(it.debt(), it.figures(), it.dueDate(), day, Optional.empty());
                case SlipChange.Replace it -> {
                    move(it.slip(), SlipState.Cause.REPLACED);
                    if (it.figures().payable().isPositive()) {
                        Optional<UUID> replaced = Optional.of(it.slip().slipId());
                        issue(it.slip().debt(), it.figures(), it.slip().dueDate(), day, replaced);
                    }
                }
            }
        }
    }

    // ---- ledger

    void told(Posting.Kind kind, Optional<Debt> debt, Won amount) {
        cash = cash.plus(amount);
        debt.ifPresent(of -> books.tell(of.insurance(), kind, amount));
    }

    void suspended(Optional<Debt> debt, Won amount) {
        debt.ifPresent(of -> books.suspended.merge(of.insurance(), amount, Won::plus));
    }

    /** As the ledger does it: money of industrial-accident insurance is divided, and a cause books once. */
    void book(Posting posting) {
        posting.causeId().ifPresent(cause -> {
            if (posting.debt().isPresent() && !causes.add(List.of(posting.kind(), cause, posting.debt()))) {
                faults.add("a cause books twice: " + posting);
            }
        });
        Posting divided = divided(posting);
        if (!cashOf(divided).equals(cashOf(posting))) {
            faults.add("the levies do not add up: " + posting + " " + divided);
        }
        books.ledger.add(divided);
        posting.debt()
                .ifPresent(debt ->
                        byDebt.computeIfAbsent(debt, first -> new ArrayList<>()).add(divided));
    }

    private Posting divided(Posting posting) {
        Won givenBack = LevySplit.givenBack(posting);
        if (givenBack.isZero() && LevySplit.received(posting).isZero()) {
            return posting;
        }
        Debt debt = posting.debt().orElseThrow();
        return LevySplit.of(posting, received(debt), givenBack(debt, givenBack));
    }

    private static LevyWeights received(Debt debt) {
        return debt.returnId() == null ? LevyWeights.PREMIUM_ONLY : WEIGHTS;
    }

    private LevyWeights givenBack(Debt debt, Won amount) {
        Map<Levy, Won> got = new EnumMap<>(Levy.class);
        entries(debt).forEach(entry -> entry.levy().ifPresent(levy -> got.merge(levy, entry.signed(), Won::plus)));
        boolean covers = amount.isPositive()
                && Won.sum(got.values()).compareTo(amount) >= 0
                && got.values().stream().noneMatch(Won::isNegative);
        return covers
                ? new LevyWeights(won(got, Levy.ACCIDENT_PREMIUM), won(got, Levy.WAGE_CLAIM), won(got, Levy.ASBESTOS))
                : received(debt);
    }

    private static BigDecimal won(Map<Levy, Won> got, Levy levy) {
        return BigDecimal.valueOf(got.getOrDefault(levy, Won.ZERO).amount());
    }

    private static Won cashOf(Posting posting) {
        return Won.sum(posting.entries().stream()
                .filter(entry -> entry.account() == Account.CASH)
                .map(Entry::signed)
                .toList());
    }

    List<Entry> entries(Debt debt) {
        return byDebt.getOrDefault(debt, List.of()).stream()
                .flatMap(posting -> posting.entries().stream())
                .toList();
    }

    Map<FundAccount, Won> balance(Debt debt) {
        Map<FundAccount, Won> balance = new HashMap<>();
        entries(debt)
                .forEach(entry ->
                        balance.merge(new FundAccount(entry.account(), entry.fund()), entry.signed(), Won::plus));
        return balance;
    }

    Won balance(Debt debt, Account account, Fund fund) {
        return Won.sum(entries(debt).stream()
                .filter(entry -> entry.account() == account
                        && (fund == null || entry.fund().equals(Optional.of(fund))))
                .map(Entry::signed)
                .toList());
    }

    Map<Fund, Won> open(Debt debt, Account account) {
        Map<Fund, Won> open = new EnumMap<>(Fund.class);
        Fund.of(debt.insurance()).forEach(fund -> open.put(fund, balance(debt, account, fund)));
        open.values().removeIf(Won::isZero);
        return open;
    }

    List<Posting> postings(Debt debt) {
        return List.copyOf(byDebt.getOrDefault(debt, List.of()));
    }

    // ---- what is read from both

    Optional<Owing> owing(Slip slip) {
        List<DebtHistory.Movement> movements = new ArrayList<>();
        for (Posting posting : postings(slip.debt())) {
            for (Entry entry : posting.entries()) {
                boolean debit = entry.side() == Entry.Side.DEBIT;
                movements.add(new DebtHistory.Movement(
                        posting.kind(),
                        entry.account(),
                        entry.fund(),
                        posting.valueDate(),
                        debit ? entry.amount() : Won.ZERO,
                        debit ? Won.ZERO : entry.amount()));
            }
        }
        return movements.isEmpty()
                ? Optional.empty()
                : Optional.of(Owing.of(new DebtHistory(slip.debt(), movements), slip, DueDates.NOT_EXTENDED));
    }

    /** Every debt with a slip that counts. */
    List<Owing> owing() {
        return slips().stream()
                .filter(slip -> slip.state() != SlipState.CANCELLED)
                .flatMap(slip -> owing(slip).stream())
                .toList();
    }

    List<Standing> standings(Insurance insurance) {
        Map<Debt, LocalDate> statutory = new LinkedHashMap<>();
        for (FiledReturn filed : books.returns) {
            for (FiledInsurance part : filed.insurances()) {
                part.periods().forEach(period -> statutory.put(filed.debt(part, period), period.statutoryDueDate()));
            }
        }
        byDebt.keySet().forEach(debt -> statutory.computeIfAbsent(debt, this::dueBySlips));
        List<Standing> standings = new ArrayList<>();
        statutory.forEach((debt, day) -> {
            Optional<Slip> slip = live(debt);
            if (debt.insurance() == insurance) {
                standings.add(new Standing(
                        debt,
                        slip.map(found -> found.figures().statutoryDueDate()).orElse(day),
                        slip.map(Slip::dueDate)
                                .orElseGet(() -> day.equals(LocalDate.EPOCH) ? day : DueDates.NOT_EXTENDED.of(day)),
                        slip,
                        balance(debt)));
            }
        });
        return standings;
    }

    private LocalDate dueBySlips(Debt debt) {
        return live(debt).map(slip -> slip.figures().statutoryDueDate()).orElse(LocalDate.EPOCH);
    }

    // ---- what must be true

    /** Everything that is wrong; empty when all is as it must be. */
    List<String> faults() {
        List<String> found = new ArrayList<>(faults);
        books.differences().forEach(difference -> found.add(difference.toString()));
        Set<Debt> debts = new LinkedHashSet<>(byDebt.keySet());
        debts.forEach(debt -> check(debt, found));
        Won booked = books.balance(posting -> true, entry -> entry.account() == Account.CASH);
        expect(found, "cash", cash, booked);
        Won suspense = books.balance(posting -> true, entry -> entry.account() == Account.SUSPENSE);
        if (suspense.isPositive()) {
            found.add("suspense on the wrong side: " + suspense);
        }
        for (Fund fund : Fund.values()) {
            Won excess = books.balance(posting -> true, at(Account.EXCESS, fund));
            expect(found, "excess of " + fund, Won.ZERO, excess);
        }
        books.ledger.stream()
                .flatMap(posting -> posting.entries().stream())
                .filter(entry -> entry.account() == Account.CASH
                        && entry.fund().equals(Optional.of(Fund.INDUSTRIAL_ACCIDENT))
                        && entry.levy().isEmpty())
                .forEach(entry -> found.add("undivided: " + entry));
        if (!found.isEmpty()) {
            // The shrunk sequence names what was done; this is what came of it.
            books.ledger.forEach(posting -> found.add("\n  " + posting));
        }
        return found;
    }

    static Predicate<Entry> at(Account account, Fund fund) {
        return entry -> entry.account() == account && entry.fund().equals(Optional.of(fund));
    }

    private void check(Debt debt, List<String> found) {
        for (Fund fund : Fund.of(debt.insurance())) {
            if (balance(debt, Account.REFUND_PAYABLE, fund).isPositive()) {
                found.add("owed back the wrong way: " + debt + " " + fund);
            }
            if (balance(debt, Account.REFUND_IN_TRANSIT, fund).isPositive()) {
                found.add("on the way the wrong way: " + debt + " " + fund);
            }
        }
        live(debt).filter(slip -> slip.state() == SlipState.ISSUED).ifPresent(slip -> {
            Map<Fund, Won> payable = slip.figures().payableByFund();
            slip.figures().funds().forEach(row -> {
                Won premium = payable.get(row.fund()).minus(row.charge()).plus(row.lumpSumDiscount());
                // What was collected of a late payment's discount stays collected when the bank takes the payment back.
                Won collected = collected(debt, row.fund());
                Won arrears = balance(debt, Account.ARREARS, row.fund());
                expect(
                        found,
                        debt + " owes " + row.fund(),
                        premium.minus(collected),
                        balance(debt, Account.RECEIVABLE, row.fund()).plus(arrears));
                if (!arrears.isZero() && !isCollectionTakenBack(debt)) {
                    found.add(debt + " is with the collector, and has an open slip: " + arrears);
                }
            });
        });
    }

    private Won collected(Debt debt, Fund fund) {
        return Won.sum(postings(debt).stream()
                        .filter(posting -> COLLECTIONS.contains(posting.kind()))
                        .flatMap(posting -> posting.entries().stream())
                        .filter(at(Account.ARREARS, fund))
                        .map(Entry::signed)
                        .toList())
                .negate();
    }

    private boolean isCollectionTakenBack(Debt debt) {
        return postings(debt).stream()
                .anyMatch(posting -> posting.kind() == Posting.Kind.PAYMENT_REVERSED
                        && posting.entries().stream().anyMatch(entry -> entry.account() == Account.ARREARS));
    }

    private static void expect(List<String> found, String what, Won right, Won is) {
        if (!right.equals(is)) {
            found.add(what + ": " + right + " expected, booked " + is);
        }
    }
}
