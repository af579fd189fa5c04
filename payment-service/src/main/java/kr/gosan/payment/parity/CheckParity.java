package kr.gosan.payment.parity;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.banknotice.NoticeStore;
import kr.gosan.payment.book.Account;
import kr.gosan.payment.book.Parity;
import kr.gosan.payment.book.Parity.DebtBooks;
import kr.gosan.payment.book.Parity.Difference;
import kr.gosan.payment.book.Parity.InsuranceBooks;
import kr.gosan.payment.book.Parity.Received;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.DueDates;
import kr.gosan.payment.debt.FiledInsurance;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.debt.SlipState;
import kr.gosan.payment.ledger.LedgerStore;
import kr.gosan.payment.ledger.LedgerStore.Balance;
import kr.gosan.payment.slip.DueDateExtensionStore;
import kr.gosan.payment.slip.FiledReturnStore;
import kr.gosan.payment.slip.Payment;
import kr.gosan.payment.slip.PaymentStore;
import kr.gosan.payment.slip.SlipStore;

/** Reads a workplace's returns, slips, payments, notices and ledger, each for itself, and compares them. */
@Singleton
public class CheckParity {

    private final EntityManager entities;
    private final FiledReturnStore returns;
    private final SlipStore slips;
    private final PaymentStore payments;
    private final NoticeStore notices;
    private final LedgerStore ledger;
    private final DueDateExtensionStore extensions;

    CheckParity(
            EntityManager entities,
            FiledReturnStore returns,
            SlipStore slips,
            PaymentStore payments,
            NoticeStore notices,
            LedgerStore ledger,
            DueDateExtensionStore extensions) {
        this.entities = entities;
        this.returns = returns;
        this.slips = slips;
        this.payments = payments;
        this.notices = notices;
        this.ledger = ledger;
        this.extensions = extensions;
    }

    /** Everything that differs, as of one instant; empty when all agree. */
    @Transactional
    List<Difference> of(WorkplaceNumber workplace) {
        entities.createNativeQuery("set transaction isolation level repeatable read, read only")
                .executeUpdate();
        List<FiledReturn> filed = returns.ofWorkplace(workplace);
        List<DebtBooks> debts = filed.stream().flatMap(this::debts).toList();
        return Parity.differences(debts, insurances(workplace, filed));
    }

    private Stream<DebtBooks> debts(FiledReturn filed) {
        Map<Debt, Slip> issued = slips.ofReturn(filed.returnId()).stream()
                .filter(slip -> slip.state() != SlipState.CANCELLED)
                .collect(Collectors.toMap(Slip::debt, Function.identity()));
        DueDates dueDates = extensions.of(filed.managementNo());
        Map<UUID, Payment> received = payments.ofSlips(issued.values());
        return filed.insurances().stream()
                .flatMap(insurance -> insurance.periods().stream().map(period -> {
                    Debt debt = filed.debt(insurance, period);
                    Optional<Slip> slip = Optional.ofNullable(issued.get(debt));
                    return new DebtBooks(
                            debt,
                            period,
                            filed.filedOn(),
                            dueDates.of(period.statutoryDueDate()),
                            slip,
                            slip.map(s -> received.get(s.slipId()))
                                    .map(payment -> new Received(payment.amount(), payment.paidOn())),
                            ledger.receivable(debt));
                }));
    }

    private List<InsuranceBooks> insurances(WorkplaceNumber workplace, List<FiledReturn> filed) {
        List<Balance> balances = ledger.balances(workplace);
        List<NoticeStore.Noticed> noticed = notices.ofWorkplace(workplace);
        List<InsuranceBooks> books = new ArrayList<>();
        for (Insurance insurance : Insurance.values()) {
            Optional<NoticeStore.Noticed> money =
                    noticed.stream().filter(sum -> sum.insurance() == insurance).findFirst();
            books.add(new InsuranceBooks(
                    insurance,
                    money.map(NoticeStore.Noticed::all).orElse(Won.ZERO),
                    balance(balances, insurance, Account.CASH),
                    money.map(NoticeStore.Noticed::suspended).orElse(Won.ZERO),
                    balance(balances, insurance, Account.SUSPENSE).negate(),
                    refunds(filed, insurance),
                    balance(balances, insurance, Account.REFUND_PAYABLE).negate()));
        }
        return books;
    }

    private static Won balance(List<Balance> balances, Insurance insurance, Account account) {
        return Won.sum(balances.stream()
                .filter(sum -> sum.insurance() == insurance && sum.account() == account)
                .map(Balance::balance)
                .toList());
    }

    private static Won refunds(List<FiledReturn> filed, Insurance insurance) {
        return Won.sum(filed.stream()
                .flatMap(ret -> ret.insurances().stream())
                .filter(part -> part.insurance() == insurance)
                .map(FiledInsurance::refund)
                .toList());
    }
}
