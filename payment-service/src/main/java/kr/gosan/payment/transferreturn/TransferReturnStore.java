package kr.gosan.payment.transferreturn;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.time.KoreanTime;
import kr.gosan.payment.transferreturn.TakeTransferReturn.Outcome;

/** Every message of money that came back. */
@Singleton
class TransferReturnStore {

    private final EntityManager entities;

    TransferReturnStore(EntityManager entities) {
        this.entities = entities;
    }

    /** The message that counts. */
    record Kept(UUID returnId, Outcome outcome, TransferReturn told) {}

    /** Holds the bank's number and then the order until the transaction ends: whatever else concerns them waits here. */
    @Transactional(Transactional.TxType.MANDATORY)
    void lock(String bank, TransferReturn told) {
        for (String key : List.of(bank + "\n" + told.bankTransactionId(), "transfer-order\n" + told.requestId())) {
            entities.createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(?1, 0)) as text)")
                    .setParameter(1, key)
                    .getSingleResult();
        }
    }

    /** The one message with this number that counts. */
    @SuppressWarnings("unchecked")
    Optional<Kept> first(String bank, String bankTransactionId) {
        List<Object[]> rows = entities.createNativeQuery(
                        "select return_id, outcome, order_id, amount, reason,"
                                + " to_char(returned_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US') from transfer_return"
                                + " where bank = ?1 and bank_transaction_id = ?2 and outcome in ('RETURNED', 'ALREADY_RETURNED')")
                .setParameter(1, bank)
                .setParameter(2, bankTransactionId)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new Kept(
                        (UUID) row[0],
                        Outcome.valueOf((String) row[1]),
                        new TransferReturn(
                                bankTransactionId,
                                (UUID) row[2],
                                Won.of(((Number) row[3]).longValue()),
                                (String) row[4],
                                KoreanTime.timeOf(Instant.parse(row[5] + "Z")))));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    UUID keep(
            String bank,
            TransferReturn told,
            Outcome outcome,
            Optional<WorkplaceNumber> workplace,
            Instant receivedAt) {
        UUID returnId = UUID.randomUUID();
        entities.createNativeQuery(
                        "insert into transfer_return (return_id, bank, bank_transaction_id, order_id, amount,"
                                + " reason, returned_at, outcome, management_no, received_at) values (?1, ?2, ?3, ?4, ?5,"
                                + " cast(?6 as text), ?7, ?8, cast(?9 as text), ?10)")
                .setParameter(1, returnId)
                .setParameter(2, bank)
                .setParameter(3, told.bankTransactionId())
                .setParameter(4, told.requestId())
                .setParameter(5, told.amount().amount())
                .setParameter(6, told.reason())
                .setParameter(7, told.returnedAt())
                .setParameter(8, outcome.name())
                .setParameter(9, workplace.map(WorkplaceNumber::digits).orElse(null))
                .setParameter(10, receivedAt.atOffset(ZoneOffset.UTC))
                .executeUpdate();
        return returnId;
    }
}
