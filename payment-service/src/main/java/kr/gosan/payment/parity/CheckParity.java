package kr.gosan.payment.parity;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.book.Account;
import kr.gosan.payment.book.Parity;
import kr.gosan.payment.book.Parity.DebtBooks;
import kr.gosan.payment.book.Parity.Difference;
import kr.gosan.payment.book.Parity.Filed;
import kr.gosan.payment.book.Parity.InsuranceBooks;
import kr.gosan.payment.book.Parity.LedgerBooks;
import kr.gosan.payment.book.Parity.Money;
import kr.gosan.payment.book.Posting;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.DueDates;
import kr.gosan.payment.debt.FiledInsurance;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.payment.debt.PaymentPeriod;
import kr.gosan.payment.slip.DueDateExtensionStore;
import kr.gosan.payment.slip.FiledReturnStore;

/** Reads returns, slips, payments, messages of money and ledger, each for itself, and compares them. */
@Singleton
class CheckParity {

    private static final LedgerBooks NOTHING_BOOKED = new LedgerBooks(Map.of(), Won.ZERO, Won.ZERO);

    private final EntityManager entities;
    private final FiledReturnStore returns;
    private final DueDateExtensionStore extensions;
    private final ParityStore store;

    CheckParity(EntityManager entities, FiledReturnStore returns, DueDateExtensionStore extensions, ParityStore store) {
        this.entities = entities;
        this.returns = returns;
        this.extensions = extensions;
        this.store = store;
    }

    /** What differs at one workplace. */
    record Checked(WorkplaceNumber managementNo, List<Difference> differences) {}

    /** Everything that differs, as of one instant; empty when all agree. */
    @Transactional
    List<Difference> of(WorkplaceNumber workplace) {
        asOfOneInstant();
        return check(List.of(workplace)).getFirst().differences();
    }

    /** A page of all workplaces, by number, as of one instant. */
    @Transactional
    List<Checked> page(WorkplaceNumber after, int count) {
        asOfOneInstant();
        List<WorkplaceNumber> workplaces = store.workplaces(after, count);
        return workplaces.isEmpty() ? List.of() : check(workplaces);
    }

    private void asOfOneInstant() {
        entities.createNativeQuery("set transaction isolation level repeatable read, read only")
                .executeUpdate();
    }

    private List<Checked> check(List<WorkplaceNumber> workplaces) {
        Map<WorkplaceNumber, List<FiledReturn>> filed = new LinkedHashMap<>();
        workplaces.forEach(workplace -> filed.put(workplace, returns.ofWorkplace(workplace)));
        Map<WorkplaceNumber, List<DebtBooks>> debts = debts(filed);
        Map<WorkplaceNumber, List<InsuranceBooks>> insurances = insurances(filed);
        return workplaces.stream()
                .map(workplace -> new Checked(
                        workplace,
                        Parity.differences(
                                debts.getOrDefault(workplace, List.of()),
                                insurances.getOrDefault(workplace, List.of()))))
                .toList();
    }

    private Map<WorkplaceNumber, List<DebtBooks>> debts(Map<WorkplaceNumber, List<FiledReturn>> filed) {
        Map<Debt, Filed> periods = new LinkedHashMap<>();
        filed.forEach((workplace, all) -> {
            DueDates dueDates = all.isEmpty() ? DueDates.NOT_EXTENDED : extensions.of(workplace);
            all.forEach(ret -> ret.insurances()
                    .forEach(insurance -> insurance
                            .periods()
                            .forEach(period -> periods.put(
                                    ret.debt(insurance, period),
                                    new Filed(
                                            period,
                                            premium(insurance, period),
                                            ret.filedOn(),
                                            dueDates.of(period.statutoryDueDate()))))));
        });
        Map<Debt, List<ParityStore.KeptSlip>> slips = store.slips(filed.keySet());
        Map<Debt, LedgerBooks> ledger = store.ledger(filed.keySet());
        Set<Debt> all = new LinkedHashSet<>(periods.keySet());
        all.addAll(slips.keySet());
        all.addAll(ledger.keySet());
        Map<WorkplaceNumber, List<DebtBooks>> books = new HashMap<>();
        for (Debt debt : all) {
            List<ParityStore.KeptSlip> kept = slips.getOrDefault(debt, List.of());
            books.computeIfAbsent(debt.managementNo(), first -> new ArrayList<>())
                    .add(new DebtBooks(
                            debt,
                            Optional.ofNullable(periods.get(debt)),
                            kept.stream().map(ParityStore.KeptSlip::slip).toList(),
                            kept.stream()
                                    .flatMap(slip -> slip.received().stream())
                                    .findFirst(),
                            ledger.getOrDefault(debt, NOTHING_BOOKED)));
        }
        return books;
    }

    /** What the return books as premium in the period: the year gone by in the first, and the period's estimate. */
    private static Won premium(FiledInsurance insurance, PaymentPeriod period) {
        Won confirmed = period.equals(insurance.periods().getFirst())
                ? Won.sum(insurance.lines().stream()
                        .map(line -> line.additional().minus(line.excess()))
                        .toList())
                : Won.ZERO;
        return confirmed.plus(period.estimate());
    }

    private Map<WorkplaceNumber, List<InsuranceBooks>> insurances(Map<WorkplaceNumber, List<FiledReturn>> filed) {
        Collection<WorkplaceNumber> workplaces = filed.keySet();
        Map<ParityStore.Book, Map<Posting.Kind, Won>> told = store.told(workplaces);
        Map<ParityStore.Book, Map<Posting.Kind, Won>> cash = store.cash(workplaces);
        Map<ParityStore.Book, Won> suspended = store.suspended(workplaces);
        Map<ParityStore.Book, Won> reductions = store.reductions(workplaces);
        Map<ParityStore.Book, Map<Account, Won>> balances = store.balances(workplaces);
        Map<WorkplaceNumber, List<InsuranceBooks>> books = new HashMap<>();
        for (WorkplaceNumber workplace : workplaces) {
            for (Insurance insurance : Insurance.values()) {
                ParityStore.Book book = new ParityStore.Book(workplace, insurance);
                Map<Account, Won> balance = balances.getOrDefault(book, Map.of());
                books.computeIfAbsent(workplace, first -> new ArrayList<>())
                        .add(new InsuranceBooks(
                                insurance,
                                Stream.of(Posting.Kind.values())
                                        .map(kind -> new Money(kind, of(told, book, kind), of(cash, book, kind)))
                                        .toList(),
                                suspended.getOrDefault(book, Won.ZERO),
                                balance.getOrDefault(Account.SUSPENSE, Won.ZERO).negate(),
                                refunds(filed.get(workplace), insurance),
                                balance.getOrDefault(Account.REFUND_PAYABLE, Won.ZERO)
                                        .negate(),
                                reductions.getOrDefault(book, Won.ZERO),
                                balance.getOrDefault(Account.AUTO_DEBIT_REDUCTION, Won.ZERO),
                                balance.getOrDefault(Account.EXCESS, Won.ZERO)));
            }
        }
        return books;
    }

    private static Won of(
            Map<ParityStore.Book, Map<Posting.Kind, Won>> sums, ParityStore.Book book, Posting.Kind kind) {
        return sums.getOrDefault(book, Map.of()).getOrDefault(kind, Won.ZERO);
    }

    private static Won refunds(List<FiledReturn> filed, Insurance insurance) {
        return Won.sum(filed.stream()
                .flatMap(ret -> ret.insurances().stream())
                .filter(part -> part.insurance() == insurance)
                .map(FiledInsurance::refund)
                .toList());
    }
}
