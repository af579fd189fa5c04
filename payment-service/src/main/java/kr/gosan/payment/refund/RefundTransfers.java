package kr.gosan.payment.refund;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.time.KoreanTime;
import kr.gosan.payment.refund.RefundTransfer.Said;

/** The orders to the bank, and what it said to each: both are only ever added. */
@Singleton
class RefundTransfers {

    private static final String COLUMNS = "select t.transfer_id, t.refund_id, t.registration_id, t.masked, t.amount,"
            + " to_char(t.ordered_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US') from refund_transfer t ";

    private final EntityManager entities;

    RefundTransfers(EntityManager entities) {
        this.entities = entities;
    }

    /** Keeps the order for the step that is about to be made. Its id follows from both, so it is never made twice. */
    @Transactional(Transactional.TxType.MANDATORY)
    RefundTransfer order(Refund refund, RefundOffer.AccountView account, Won amount, LocalDate on, Instant at) {
        int step = refund.step() + 1;
        UUID transferId = UUID.nameUUIDFromBytes(
                ("refund-transfer:" + refund.refundId() + ":" + step).getBytes(StandardCharsets.UTF_8));
        query(
                        "insert into refund_transfer (transfer_id, refund_id, step, management_no, insurance_year,"
                                + " registration_id, masked, amount, ordered_on, ordered_at) values (?1, ?2, ?3, ?4, ?5, ?6,"
                                + " ?7, ?8, ?9, ?10)",
                        transferId,
                        refund.refundId(),
                        step,
                        refund.debt().managementNo().digits(),
                        refund.debt().insuranceYear(),
                        account.registrationId(),
                        account.accountNo(),
                        amount.amount(),
                        on,
                        at.atOffset(ZoneOffset.UTC))
                .executeUpdate();
        return last(refund.refundId()).orElseThrow();
    }

    /** The order made last. */
    Optional<RefundTransfer> last(UUID refundId) {
        return rows(COLUMNS + "where t.refund_id = ?1 order by t.step desc limit 1", refundId).stream()
                .findFirst();
    }

    Optional<RefundTransfer> find(UUID transferId) {
        return rows(COLUMNS + "where t.transfer_id = ?1", transferId).stream().findFirst();
    }

    /** Whether an order for the refund went to this account and did not arrive, or not for good. */
    boolean cameBackFrom(UUID refundId, UUID registrationId) {
        return !query(
                        "select 1 from refund_transfer join refund_transfer_answer using (transfer_id)"
                                + " where refund_id = ?1 and registration_id = ?2 and answer in ('REFUSED', 'RETURNED')",
                        refundId,
                        registrationId)
                .getResultList()
                .isEmpty();
    }

    boolean said(UUID transferId, Said answer) {
        return !query(
                        "select 1 from refund_transfer_answer where transfer_id = ?1 and answer = ?2",
                        transferId,
                        answer.name())
                .getResultList()
                .isEmpty();
    }

    /** When the bank said that it sent the money; empty when it has not. */
    Optional<OffsetDateTime> sentAt(UUID transferId) {
        List<?> rows = query(
                        "select to_char(answered_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US')"
                                + " from refund_transfer_answer where transfer_id = ?1 and answer = 'SENT'",
                        transferId)
                .getResultList();
        return rows.stream().findFirst().map(at -> KoreanTime.timeOf(Instant.parse(at + "Z")));
    }

    /**
     * Keeps what the bank said; false when it said so before.
     *
     * @param transactionId the bank's own number; null where it has none
     * @param reason null where nothing went wrong
     */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean say(Refund refund, UUID transferId, Said answer, String transactionId, String reason, OffsetDateTime at) {
        return query(
                                "insert into refund_transfer_answer (transfer_id, management_no, insurance_year, answer,"
                                        + " transaction_id, reason, answered_at) values (?1, ?2, ?3, ?4, cast(?5 as text),"
                                        + " cast(?6 as text), ?7) on conflict do nothing",
                                transferId,
                                refund.debt().managementNo().digits(),
                                refund.debt().insuranceYear(),
                                answer.name(),
                                transactionId,
                                reason,
                                at)
                        .executeUpdate()
                == 1;
    }

    @SuppressWarnings("unchecked")
    private List<RefundTransfer> rows(String sql, Object... values) {
        List<Object[]> rows = query(sql, values).getResultList();
        return rows.stream()
                .map(row -> new RefundTransfer(
                        (UUID) row[0],
                        (UUID) row[1],
                        (UUID) row[2],
                        (String) row[3],
                        Won.of(((Number) row[4]).longValue()),
                        KoreanTime.timeOf(Instant.parse(row[5] + "Z"))))
                .toList();
    }

    private Query query(String sql, Object... values) {
        Query query = entities.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query;
    }
}
