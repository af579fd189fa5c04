package kr.gosan.payment.ledger;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.Page;
import kr.gosan.payment.book.Account;
import kr.gosan.payment.book.FundAccount;
import kr.gosan.payment.book.LevySplit;
import kr.gosan.payment.book.LevyWeights;
import kr.gosan.payment.book.Posting;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.DebtKind;

/** The ledger: postings are added, and summed up, and nothing else. */
@Singleton
public class LedgerStore {

    private static final UUID FIRST = new UUID(0, 0);

    private static final Set<Posting.Kind> MOVES_ON = EnumSet.of(
            Posting.Kind.PREMIUM_ADJUSTED,
            Posting.Kind.ESTIMATE_SETTLED,
            Posting.Kind.OVERPAYMENT_OFFSET,
            Posting.Kind.REFUND_DECIDED,
            Posting.Kind.REFUND_SENT,
            Posting.Kind.REFUND_PAID,
            Posting.Kind.CHARGE_CANCELLED);

    private final EntityManager entities;

    private final LevyStore levies;

    LedgerStore(EntityManager entities, LevyStore levies) {
        this.entities = entities;
        this.levies = levies;
    }

    /**
     * An account's sums.
     *
     * @param insurance never null for a workplace's accounts
     * @param fund null for suspended money
     */
    public record Balance(Insurance insurance, Fund fund, Account account, Won debit, Won credit) {

        /** Debits less credits. */
        public Won balance() {
            return debit.minus(credit);
        }
    }

    /** A posting as it is kept. */
    public record Booked(UUID transactionId, Posting posting) {}

    /**
     * Adds the posting; it commits, or not, with whatever it tells of. Money of industrial-accident insurance is divided over
     * premium and levies here, so whoever books need not know of them.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void book(Posting undivided) {
        Posting posting = divided(undivided);
        LedgerTransactionEntity row = new LedgerTransactionEntity();
        row.kind = posting.kind();
        row.noticeId = posting.noticeId().orElse(null);
        row.causeId = posting.causeId().orElse(null);
        row.valueDate = posting.valueDate();
        posting.debt().ifPresent(debt -> {
            row.managementNo = debt.managementNo().digits();
            row.insuranceYear = debt.insuranceYear();
            row.debtKind = debt.kind();
            row.originId = debt.originId();
            row.returnId = debt.returnId();
            row.insurance = debt.insurance();
            row.period = debt.period();
        });
        row.entries = posting.entries().stream()
                .map(entry -> LedgerLine.of(entry, posting.debt()))
                .toList();
        row.persist();
    }

    private Posting divided(Posting posting) {
        Won received = LevySplit.received(posting);
        Won givenBack = LevySplit.givenBack(posting);
        if (received.isZero() && givenBack.isZero()) {
            return posting;
        }
        Debt debt = posting.debt().orElseThrow();
        return LevySplit.of(
                posting,
                received.isZero() ? LevyWeights.PREMIUM_ONLY : levies.received(debt),
                givenBack.isZero() ? LevyWeights.PREMIUM_ONLY : levies.givenBack(debt, givenBack));
    }

    /** What was booked when the money of a notice settled a slip; throws when nothing was. */
    public Posting payment(UUID noticeId) {
        return booked(received(noticeId)).posting();
    }

    /**
     * Whether something was adjusted, offset or refunded on the debt after the money of a notice had settled it, or what had
     * been collected of it became owed back because of that money.
     */
    public boolean movedOn(UUID noticeId) {
        if (LedgerTransactionEntity.count("causeId = ?1 and kind = ?2", noticeId, Posting.Kind.PAYMENT_REVERSED) > 0) {
            return true;
        }
        LedgerTransactionEntity received = received(noticeId);
        return LedgerTransactionEntity.count(
                        "debtKind = ?1 and originId = ?2 and insurance = ?3 and period = ?4 and transactionId > ?5"
                                + " and kind in ?6",
                        received.debtKind,
                        received.originId,
                        received.insurance,
                        received.period,
                        received.transactionId,
                        MOVES_ON)
                > 0;
    }

    private static LedgerTransactionEntity received(UUID noticeId) {
        return LedgerTransactionEntity.<LedgerTransactionEntity>find(
                        "noticeId = ?1 and kind = ?2", noticeId, Posting.Kind.PAYMENT_RECEIVED)
                .singleResult();
    }

    /** The workplace's postings in the order they were booked. */
    public Page<Booked> ofWorkplace(WorkplaceNumber workplace, UUID after) {
        List<LedgerTransactionEntity> rows = LedgerTransactionEntity.<LedgerTransactionEntity>find(
                        "managementNo = ?1 and transactionId > ?2 order by transactionId",
                        workplace.digits(),
                        after == null ? FIRST : after)
                .range(0, Page.SIZE)
                .list();
        return Page.of(rows, row -> row.transactionId).map(LedgerStore::booked);
    }

    /** Every account of the workplace that was ever moved. */
    @SuppressWarnings("unchecked")
    public List<Balance> balances(WorkplaceNumber workplace) {
        List<Object[]> rows = entities.createNativeQuery("select insurance, fund, account,"
                        + " cast(coalesce(sum(amount) filter (where side = 'DEBIT'), 0) as bigint),"
                        + " cast(coalesce(sum(amount) filter (where side = 'CREDIT'), 0) as bigint)"
                        + " from ledger_entry where management_no = ?1"
                        + " group by insurance, fund, account order by insurance, fund nulls last, account")
                .setParameter(1, workplace.digits())
                .getResultList();
        return rows.stream()
                .map(row -> new Balance(
                        Insurance.valueOf((String) row[0]),
                        row[1] == null ? null : Fund.valueOf((String) row[1]),
                        Account.valueOf((String) row[2]),
                        won(row[3]),
                        won(row[4])))
                .toList();
    }

    /** Premium that the ledger says is owed on a debt and not handed over, over its funds. */
    public Won receivable(Debt debt) {
        return Won.sum(balance(debt).entrySet().stream()
                .filter(sum -> sum.getKey().account() == Account.RECEIVABLE)
                .map(Map.Entry::getValue)
                .toList());
    }

    /** Debits less credits of every account that the debt ever moved; those that came back to zero are there too. */
    @SuppressWarnings("unchecked")
    public Map<FundAccount, Won> balance(Debt debt) {
        List<Object[]> rows = entities.createNativeQuery("select e.account, e.fund, cast(sum(case e.side"
                        + " when 'DEBIT' then e.amount else -e.amount end) as bigint)"
                        + " from ledger_transaction t join ledger_entry e using (transaction_id)"
                        + " where t.management_no = ?1 and t.origin_id = ?2 and t.insurance = ?3 and t.period = ?4"
                        + " and t.debt_kind = ?5 group by e.account, e.fund")
                .setParameter(1, debt.managementNo().digits())
                .setParameter(2, debt.originId())
                .setParameter(3, debt.insurance().name())
                .setParameter(4, debt.period())
                .setParameter(5, debt.kind().name())
                .getResultList();
        Map<FundAccount, Won> balance = new HashMap<>();
        rows.forEach(row -> balance.put(
                new FundAccount(
                        Account.valueOf((String) row[0]),
                        Optional.ofNullable((String) row[1]).map(Fund::valueOf)),
                won(row[2])));
        return balance;
    }

    /** {@link #balance} of every debt of the workplace that was ever booked. */
    @SuppressWarnings("unchecked")
    public Map<Debt, Map<FundAccount, Won>> debts(WorkplaceNumber workplace) {
        List<Object[]> rows = entities.createNativeQuery("select t.debt_kind, t.insurance_year, t.origin_id,"
                        + " t.return_id, t.insurance, t.period, e.account, e.fund, cast(sum(case e.side"
                        + " when 'DEBIT' then e.amount else -e.amount end) as bigint)"
                        + " from ledger_transaction t join ledger_entry e using (transaction_id)"
                        + " where t.management_no = ?1 group by 1, 2, 3, 4, 5, 6, 7, 8"
                        + " order by 2, 1, 3, 5, 6")
                .setParameter(1, workplace.digits())
                .getResultList();
        Map<Debt, Map<FundAccount, Won>> debts = new LinkedHashMap<>();
        for (Object[] row : rows) {
            Debt debt = new Debt(
                    DebtKind.valueOf((String) row[0]),
                    workplace,
                    ((Number) row[1]).intValue(),
                    (UUID) row[2],
                    (UUID) row[3],
                    Insurance.valueOf((String) row[4]),
                    ((Number) row[5]).intValue());
            debts.computeIfAbsent(debt, each -> new HashMap<>())
                    .put(
                            new FundAccount(
                                    Account.valueOf((String) row[6]),
                                    Optional.ofNullable((String) row[7]).map(Fund::valueOf)),
                            won(row[8]));
        }
        return debts;
    }

    private static Booked booked(LedgerTransactionEntity row) {
        Optional<Debt> debt = Optional.ofNullable(row.originId)
                .map(originId -> new Debt(
                        row.debtKind,
                        WorkplaceNumber.of(row.managementNo),
                        row.insuranceYear,
                        originId,
                        row.returnId,
                        row.insurance,
                        row.period));
        return new Booked(
                row.transactionId,
                new Posting(
                        row.kind,
                        debt,
                        Optional.ofNullable(row.noticeId),
                        Optional.ofNullable(row.causeId),
                        row.valueDate,
                        row.entries.stream().map(LedgerLine::entry).toList()));
    }

    private static Won won(Object sum) {
        return Won.of(((Number) sum).longValue());
    }
}
