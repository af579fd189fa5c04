package kr.gosan.payment.arrears;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.arrears.CollectionAnswer.PaidItem;
import kr.gosan.payment.arrears.order.OpenItem.Item;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.DebtKind;

/** Every notice of the collector, and which part of the money paid what. */
@Singleton
public class CollectionStore {

    private final EntityManager entities;

    CollectionStore(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * A notice as it was kept.
     *
     * @param notice null for a reversal
     * @param reverses null for a collection
     */
    record Kept(UUID collectionId, String outcome, CollectionNotice notice, String reverses, LocalDate on) {}

    /** Money on suspense of a workplace that a collection left. */
    record Line(PaidItem item, Insurance suspendedIn, Won amount) {}

    /** Holds the number until the transaction ends: the same notice, sent twice at once, waits here. */
    @Transactional(Transactional.TxType.MANDATORY)
    void lock(String nhisTransactionId) {
        entities.createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(?1, 0)) as text)")
                .setParameter(1, "nhis\n" + nhisTransactionId)
                .getSingleResult();
    }

    /** The one notice with this number that counts. */
    @SuppressWarnings("unchecked")
    Optional<Kept> first(String nhisTransactionId) {
        List<Object[]> rows = entities.createNativeQuery(
                        "select collection_id, outcome, management_no, insurance, amount,"
                                + " collection_cost, cast(collected_on as text), reverses from arrears_collection"
                                + " where nhis_transaction_id = ?1 and outcome in ('ACCEPTED', 'REVERSAL', 'UNKNOWN_WORKPLACE')")
                .setParameter(1, nhisTransactionId)
                .getResultList();
        return rows.stream().findFirst().map(row -> {
            LocalDate on = LocalDate.parse((String) row[6]);
            CollectionNotice notice = row[7] != null
                    ? null
                    : new CollectionNotice(
                            nhisTransactionId,
                            WorkplaceNumber.of((String) row[2]),
                            row[3] == null ? null : Insurance.valueOf((String) row[3]),
                            won(row[4]),
                            won(row[5]),
                            on);
            return new Kept((UUID) row[0], (String) row[1], notice, (String) row[7], on);
        });
    }

    boolean isReversed(String nhisTransactionId) {
        return ((Number) entities.createNativeQuery(
                                        "select count(*) from arrears_collection where reverses = ?1 and outcome = 'REVERSAL'")
                                .setParameter(1, nhisTransactionId)
                                .getSingleResult())
                        .intValue()
                > 0;
    }

    /**
     * Whether what a collection paid was corrected, settled, offset or refunded since, or is to be refunded; or it was decided
     * what becomes of what it left. The kinds are those after which a bank's payment stays as well.
     */
    boolean isSpent(UUID collectionId) {
        return (Boolean) entities.createNativeQuery("select exists (select from ledger_transaction paid"
                        + " join ledger_transaction later on later.management_no = paid.management_no"
                        + " and later.debt_kind = paid.debt_kind and later.origin_id = paid.origin_id"
                        + " and later.insurance = paid.insurance and later.period = paid.period"
                        + " and later.transaction_id > paid.transaction_id"
                        + " where paid.cause_id = ?1 and paid.kind = 'ARREARS_COLLECTED'"
                        + " and (later.kind in ('PREMIUM_ADJUSTED', 'ESTIMATE_SETTLED', 'OVERPAYMENT_OFFSET',"
                        + " 'CHARGE_CANCELLED')"
                        + " or exists (select from ledger_entry e where e.transaction_id = later.transaction_id"
                        + " and e.account = 'REFUND_PAYABLE'))"
                        + " union all select from suspense_resolution where collection_id = ?1"
                        + " and state in ('APPROVED', 'SENT', 'PAID', 'DONE'))")
                .setParameter(1, collectionId)
                .getSingleResult();
    }

    /** The debt on which what a collection left stands on suspense; empty where it is nobody's. */
    @SuppressWarnings("unchecked")
    Optional<Debt> debtOfRest(UUID collectionId) {
        List<Object[]> rows = entities.createNativeQuery("select debt_kind, management_no, insurance_year, origin_id,"
                        + " return_id, insurance, period from ledger_transaction where cause_id = ?1"
                        + " and kind = 'MONEY_SUSPENDED' and origin_id is not null")
                .setParameter(1, collectionId)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new Debt(
                        DebtKind.valueOf((String) row[0]),
                        WorkplaceNumber.of((String) row[1]),
                        ((Number) row[2]).intValue(),
                        (UUID) row[3],
                        (UUID) row[4],
                        Insurance.valueOf((String) row[5]),
                        ((Number) row[6]).intValue()));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void keep(UUID collectionId, CollectionNotice notice, String outcome, Instant receivedAt) {
        keep(collectionId, notice.nhisTransactionId(), outcome, notice, notice.collectedOn(), null, receivedAt);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void keep(UUID collectionId, ReversalNotice notice, String outcome, Instant receivedAt) {
        keep(
                collectionId,
                notice.nhisTransactionId(),
                outcome,
                null,
                notice.reversedOn(),
                notice.reverses(),
                receivedAt);
    }

    private void keep(
            UUID collectionId,
            String number,
            String outcome,
            CollectionNotice notice,
            LocalDate on,
            String reverses,
            Instant receivedAt) {
        boolean money = notice != null;
        Query query = entities.createNativeQuery("insert into arrears_collection (collection_id, nhis_transaction_id,"
                + " outcome, management_no, insurance, amount, collection_cost, collected_on, reverses, received_at)"
                + " values (?1, ?2, ?3, cast(?4 as text), cast(?5 as text), cast(?6 as bigint), cast(?7 as bigint), ?8,"
                + " cast(?9 as text), ?10)");
        query.setParameter(1, collectionId)
                .setParameter(2, number)
                .setParameter(3, outcome)
                .setParameter(4, money ? notice.managementNo().digits() : null)
                .setParameter(
                        5,
                        money && notice.insurance() != null ? notice.insurance().name() : null)
                .setParameter(6, money ? Long.toString(notice.amount().amount()) : null)
                .setParameter(7, money ? Long.toString(notice.cost().amount()) : null)
                .setParameter(8, on)
                .setParameter(9, reverses)
                .setParameter(10, receivedAt.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** Keeps what the money paid, and what of it stands on suspense. */
    @Transactional(Transactional.TxType.MANDATORY)
    void keepShares(
            UUID collectionId, WorkplaceNumber workplace, List<PaidItem> items, Insurance suspendedIn, Won rest) {
        int line = 0;
        for (PaidItem item : items) {
            share(
                    collectionId,
                    line++,
                    workplace,
                    item,
                    item.insurance(),
                    item.item().name(),
                    item.amount());
        }
        if (rest.isPositive()) {
            share(collectionId, line, workplace, null, suspendedIn, "SUSPENSE", rest);
        }
    }

    private void share(
            UUID collectionId,
            int line,
            WorkplaceNumber workplace,
            PaidItem paid,
            Insurance insurance,
            String item,
            Won amount) {
        boolean debt = paid != null;
        entities.createNativeQuery("insert into arrears_share (collection_id, line, management_no, insurance_year,"
                        + " debt_kind, origin_id, return_id, insurance, period, item, fund, amount) values (?1, ?2, ?3,"
                        + " cast(?4 as integer), cast(?5 as text), cast(?6 as uuid), cast(?7 as uuid), ?8,"
                        + " cast(?9 as integer), ?10, cast(?11 as text), ?12)")
                .setParameter(1, collectionId)
                .setParameter(2, line)
                .setParameter(3, workplace.digits())
                .setParameter(4, debt ? Integer.toString(paid.insuranceYear()) : null)
                .setParameter(5, debt ? paid.debtKind().name() : null)
                .setParameter(6, debt ? paid.originId().toString() : null)
                .setParameter(
                        7, debt && paid.returnId() != null ? paid.returnId().toString() : null)
                .setParameter(8, insurance.name())
                .setParameter(9, debt ? Integer.toString(paid.period()) : null)
                .setParameter(10, item)
                .setParameter(11, debt ? paid.fund().name() : null)
                .setParameter(12, amount.amount())
                .executeUpdate();
    }

    /** What the money of a collection paid; a line without an item is what stands on suspense. */
    @SuppressWarnings("unchecked")
    List<Line> shares(UUID collectionId) {
        List<Object[]> rows = entities.createNativeQuery(
                        "select insurance_year, debt_kind, origin_id, return_id,"
                                + " insurance, period, item, fund, amount from arrears_share where collection_id = ?1 order by line")
                .setParameter(1, collectionId)
                .getResultList();
        return rows.stream()
                .map(row -> new Line(
                        row[1] == null
                                ? null
                                : new PaidItem(
                                        ((Number) row[0]).intValue(),
                                        DebtKind.valueOf((String) row[1]),
                                        (UUID) row[2],
                                        (UUID) row[3],
                                        Insurance.valueOf((String) row[4]),
                                        ((Number) row[5]).intValue(),
                                        Item.valueOf((String) row[6]),
                                        Fund.valueOf((String) row[7]),
                                        won(row[8])),
                        Insurance.valueOf((String) row[4]),
                        won(row[8])))
                .toList();
    }

    static Debt debt(WorkplaceNumber workplace, PaidItem item) {
        return new Debt(
                item.debtKind(),
                workplace,
                item.insuranceYear(),
                item.originId(),
                item.returnId(),
                item.insurance(),
                item.period());
    }

    private static Won won(Object number) {
        return number == null ? Won.ZERO : Won.of(((Number) number).longValue());
    }
}
