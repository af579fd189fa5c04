package kr.gosan.payment.arrears;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.debt.Debt;

/** What collections left on suspense because nothing was open for it, or nobody knows the workplace. */
@Singleton
public class SuspendedCollections {

    private final EntityManager entities;
    private final CollectionStore collections;

    SuspendedCollections(EntityManager entities, CollectionStore collections) {
        this.entities = entities;
        this.collections = collections;
    }

    /**
     * What a collection left.
     *
     * @param insurance empty for money that is for both
     * @param debt under which it stands in the books; empty where the workplace owes nothing there, or is not known
     * @param known whether the workplace is
     */
    public record Left(
            UUID collectionId,
            String nhisTransactionId,
            WorkplaceNumber managementNo,
            Optional<Insurance> insurance,
            Won amount,
            LocalDate collectedOn,
            Optional<Debt> debt,
            boolean known) {}

    /** Empty when there is no such collection, or it left nothing. */
    @SuppressWarnings("unchecked")
    public Optional<Left> find(UUID collectionId) {
        List<Object[]> rows = entities.createNativeQuery("select c.nhis_transaction_id, c.management_no, c.insurance,"
                        + " l.amount, cast(c.collected_on as text), c.outcome from arrears_collection c"
                        + " join arrears_share l using (collection_id) where c.collection_id = ?1 and l.item = 'SUSPENSE'"
                        + " and c.outcome in ('ACCEPTED', 'UNKNOWN_WORKPLACE')")
                .setParameter(1, collectionId)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new Left(
                        collectionId,
                        (String) row[0],
                        WorkplaceNumber.of((String) row[1]),
                        Optional.ofNullable((String) row[2]).map(Insurance::valueOf),
                        Won.of(((Number) row[3]).longValue()),
                        LocalDate.parse((String) row[4]),
                        collections.debtOfRest(collectionId),
                        row[5].equals("ACCEPTED")));
    }

    /** Holds the collector's number of it until the transaction ends: a reversal waits. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock(Left left) {
        collections.lock(left.nhisTransactionId());
    }

    /** Whether the collector took it back. */
    public boolean isReversed(Left left) {
        return collections.isReversed(left.nhisTransactionId());
    }
}
