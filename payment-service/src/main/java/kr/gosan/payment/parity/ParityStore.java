package kr.gosan.payment.parity;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.book.Account;
import kr.gosan.payment.book.FundAccount;
import kr.gosan.payment.book.Parity.LedgerBooks;
import kr.gosan.payment.book.Parity.Received;
import kr.gosan.payment.book.Parity.SlipBooks;
import kr.gosan.payment.book.Posting;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.DebtKind;
import kr.gosan.payment.debt.SlipState;

/** What slips, payments, messages of money and ledger say, each read for itself: a page of workplaces with a query each. */
@Singleton
class ParityStore {

    private final EntityManager entities;

    ParityStore(EntityManager entities) {
        this.entities = entities;
    }

    /** An insurance of a workplace. */
    record Book(WorkplaceNumber managementNo, Insurance insurance) {}

    /** A slip with its payment that was not taken back. */
    record KeptSlip(SlipBooks slip, Optional<Received> received) {}

    /**
     * Messages of money by the kind of posting each makes: management number, insurance, what came in less what went out. No
     * other kind moves cash: whoever brings a new way for money to move adds his table here.
     */
    private static final Map<Posting.Kind, String> MESSAGES = new EnumMap<>(Map.of(
            Posting.Kind.PAYMENT_RECEIVED,
            "select p.management_no, s.insurance, p.amount from payment p join slip s using (slip_id)",
            Posting.Kind.MONEY_SUSPENDED,
            SuspendedMoney.CAME,
            Posting.Kind.SUSPENSE_RESOLVED,
            SuspendedMoney.RESOLVED,
            Posting.Kind.PAYMENT_REVERSED,
            SuspendedMoney.REVERSED,
            Posting.Kind.ARREARS_COLLECTED,
            SuspendedMoney.COLLECTED,
            Posting.Kind.REFUND_PAID,
            "select t.management_no, r.insurance, -t.amount from refund_transfer_answer a"
                    + " join refund_transfer t using (transfer_id) join refund r using (refund_id) where a.answer = 'PAID'",
            // Only what had arrived comes back as money; the rest never left.
            Posting.Kind.REFUND_RETURNED,
            "select t.management_no, r.insurance, t.amount from refund_transfer_answer a"
                    + " join refund_transfer t using (transfer_id) join refund r using (refund_id) where a.answer = 'RETURNED'"
                    + " and exists (select from refund_transfer_answer paid where paid.transfer_id = a.transfer_id"
                    + " and paid.answer = 'PAID')"));

    /** Numbers of workplaces that anything was ever issued or booked for, in order; a page of them. */
    @SuppressWarnings("unchecked")
    List<WorkplaceNumber> workplaces(WorkplaceNumber after, int count) {
        List<String> numbers = entities.createNativeQuery("select distinct management_no from ledger_transaction"
                        + " where management_no > ?1 order by management_no limit ?2")
                .setParameter(1, after == null ? "" : after.digits())
                .setParameter(2, count)
                .getResultList();
        return numbers.stream().map(WorkplaceNumber::of).toList();
    }

    /** Every slip by its debt, oldest first. */
    @SuppressWarnings("unchecked")
    Map<Debt, List<KeptSlip>> slips(Collection<WorkplaceNumber> workplaces) {
        List<Object[]> rows = entities.createNativeQuery(
                        """
                        select s.debt_kind, s.management_no, s.insurance_year, s.origin_id, s.return_id, s.insurance, s.period,
                               s.state, s.payable, cast(s.due_date as text), l.discount, l.charge, p.amount,
                               %s, cast(p.paid_on as text)
                          from slip s
                          join (select slip_id, sum(lump_sum_discount) discount, sum(charge) charge from slip_line
                                 where management_no in (?1) group by slip_id) l using (slip_id)
                          left join payment p on p.slip_id = s.slip_id %s
                         where s.management_no in (?1) order by s.slip_id""".formatted(SuspendedMoney.REDUCTION, SuspendedMoney.NOT_REVERSED))
                .setParameter(1, digits(workplaces))
                .getResultList();
        Map<Debt, List<KeptSlip>> slips = new LinkedHashMap<>();
        for (Object[] row : rows) {
            slips.computeIfAbsent(debt(row), first -> new ArrayList<>())
                    .add(new KeptSlip(
                            new SlipBooks(
                                    SlipState.valueOf((String) row[7]),
                                    won(row[8]),
                                    won(row[10]),
                                    won(row[11]),
                                    LocalDate.parse((String) row[9])),
                            row[12] == null
                                    ? Optional.empty()
                                    : Optional.of(new Received(
                                            won(row[12]), won(row[13]), LocalDate.parse((String) row[14])))));
        }
        return slips;
    }

    /** What is booked on every debt. */
    @SuppressWarnings("unchecked")
    Map<Debt, LedgerBooks> ledger(Collection<WorkplaceNumber> workplaces) {
        List<Object[]> rows = entities.createNativeQuery("""
                        select t.debt_kind, t.management_no, t.insurance_year, t.origin_id, t.return_id, t.insurance, t.period,
                               e.account, e.fund, sum(x.signed),
                               coalesce(sum(-x.signed) filter (where t.kind = 'RETURN_FILED'
                                          and e.account in ('CONFIRMED_PREMIUM', 'ESTIMATED_PREMIUM')), 0),
                               coalesce(sum(-x.signed) filter (where t.kind in ('HANDED_OVER', 'TAKEN_BACK')
                                          and e.account = 'RECEIVABLE'), 0),
                               bool_or(t.kind in ('PREMIUM_ADJUSTED', 'ESTIMATE_SETTLED', 'OVERPAYMENT_OFFSET'))
                          from ledger_transaction t join ledger_entry e using (transaction_id)
                         cross join lateral (select case e.side when 'DEBIT' then e.amount else -e.amount end as signed) x
                         where t.management_no in (?1) and t.origin_id is not null
                         group by 1, 2, 3, 4, 5, 6, 7, 8, 9""")
                .setParameter(1, digits(workplaces))
                .getResultList();
        Map<Debt, LedgerBooks> books = new LinkedHashMap<>();
        for (Object[] row : rows) {
            LedgerBooks more = new LedgerBooks(
                    Map.of(
                            new FundAccount(
                                    Account.valueOf((String) row[7]),
                                    Optional.ofNullable((String) row[8]).map(Fund::valueOf)),
                            won(row[9])),
                    won(row[10]),
                    won(row[11]),
                    (Boolean) row[12]);
            books.merge(debt(row), more, ParityStore::together);
        }
        return books;
    }

    private static LedgerBooks together(LedgerBooks one, LedgerBooks other) {
        Map<FundAccount, Won> balances = new HashMap<>(one.balances());
        other.balances().forEach((account, balance) -> balances.merge(account, balance, Won::plus));
        return new LedgerBooks(
                balances,
                one.premiumOfReturn().plus(other.premiumOfReturn()),
                one.handedOver().plus(other.handedOver()),
                one.changed() || other.changed());
    }

    /** Cash by the kind of posting, debits less credits. */
    Map<Book, Map<Posting.Kind, Won>> cash(Collection<WorkplaceNumber> workplaces) {
        return byKind(
                "select t.kind, t.management_no, t.insurance, sum(case e.side when 'DEBIT' then e.amount"
                        + " else -e.amount end) from ledger_transaction t join ledger_entry e using (transaction_id)"
                        + " where t.management_no in (?1) and e.account = 'CASH' group by 1, 2, 3",
                workplaces);
    }

    /** Money as messages tell of it, by the kind of posting it makes. */
    Map<Book, Map<Posting.Kind, Won>> told(Collection<WorkplaceNumber> workplaces) {
        StringBuilder sql = new StringBuilder();
        MESSAGES.forEach((kind, messages) -> sql.append(sql.isEmpty() ? "" : " union all ")
                .append("select '" + kind + "', m.management_no, m.insurance, sum(m.amount) from (" + messages
                        + ") as m (management_no, insurance, amount) where m.management_no in (?1) group by 2, 3"));
        return byKind(sql.toString(), workplaces);
    }

    /** Money that no slip could take and nobody has resolved. */
    Map<Book, Won> suspended(Collection<WorkplaceNumber> workplaces) {
        return sums(SuspendedMoney.UNRESOLVED, workplaces);
    }

    /** What payments that count settled beside their money. */
    Map<Book, Won> reductions(Collection<WorkplaceNumber> workplaces) {
        return sums(
                "select p.management_no, s.insurance, " + SuspendedMoney.REDUCTION
                        + " from payment p join slip s using (slip_id) where true" + SuspendedMoney.NOT_REVERSED,
                workplaces);
    }

    @SuppressWarnings("unchecked")
    private Map<Book, Won> sums(String amounts, Collection<WorkplaceNumber> workplaces) {
        List<Object[]> rows = entities.createNativeQuery("select management_no, insurance, sum(amount) from (" + amounts
                        + ") as m (management_no, insurance, amount)"
                        + " where management_no in (?1) group by 1, 2")
                .setParameter(1, digits(workplaces))
                .getResultList();
        Map<Book, Won> sums = new HashMap<>();
        rows.forEach(row -> sums.put(book(row[0], row[1]), won(row[2])));
        return sums;
    }

    /** Balances of an insurance; what a return made payable as a refund is told apart. */
    @SuppressWarnings("unchecked")
    Map<Book, Map<Account, Won>> balances(Collection<WorkplaceNumber> workplaces) {
        List<Object[]> rows = entities.createNativeQuery("select e.management_no, e.insurance, e.account,"
                        + " sum(case e.side when 'DEBIT' then e.amount else -e.amount end)"
                        + " from ledger_entry e join ledger_transaction t using (transaction_id)"
                        + " where e.management_no in (?1) and (e.account in ('SUSPENSE', 'EXCESS', 'AUTO_DEBIT_REDUCTION')"
                        + " or e.account = 'REFUND_PAYABLE' and t.kind = 'RETURN_FILED') group by 1, 2, 3")
                .setParameter(1, digits(workplaces))
                .getResultList();
        Map<Book, Map<Account, Won>> balances = new HashMap<>();
        rows.forEach(row -> balances.computeIfAbsent(book(row[0], row[1]), first -> new EnumMap<>(Account.class))
                .put(Account.valueOf((String) row[2]), won(row[3])));
        return balances;
    }

    @SuppressWarnings("unchecked")
    private Map<Book, Map<Posting.Kind, Won>> byKind(String sql, Collection<WorkplaceNumber> workplaces) {
        List<Object[]> rows = entities.createNativeQuery(sql)
                .setParameter(1, digits(workplaces))
                .getResultList();
        Map<Book, Map<Posting.Kind, Won>> sums = new HashMap<>();
        rows.forEach(row -> sums.computeIfAbsent(book(row[1], row[2]), first -> new EnumMap<>(Posting.Kind.class))
                .put(Posting.Kind.valueOf((String) row[0]), won(row[3])));
        return sums;
    }

    private static List<String> digits(Collection<WorkplaceNumber> workplaces) {
        return workplaces.stream().map(WorkplaceNumber::digits).toList();
    }

    private static Book book(Object managementNo, Object insurance) {
        return new Book(WorkplaceNumber.of((String) managementNo), Insurance.valueOf((String) insurance));
    }

    private static Debt debt(Object[] row) {
        return new Debt(
                DebtKind.valueOf((String) row[0]),
                WorkplaceNumber.of((String) row[1]),
                ((Number) row[2]).intValue(),
                (UUID) row[3],
                (UUID) row[4],
                Insurance.valueOf((String) row[5]),
                ((Number) row[6]).intValue());
    }

    private static Won won(Object number) {
        return Won.of(((Number) number).longValue());
    }
}
