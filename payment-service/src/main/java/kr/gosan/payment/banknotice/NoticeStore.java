package kr.gosan.payment.banknotice;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.debt.Notice;
import kr.gosan.payment.debt.NoticeOutcome;
import kr.gosan.payment.debt.Slip;

/** Every notice that a bank sent, repeated ones too. */
@Singleton
public class NoticeStore {

    private final EntityManager entities;

    NoticeStore(EntityManager entities) {
        this.entities = entities;
    }

    /** A notice as it was kept. */
    record Kept(UUID noticeId, NoticeOutcome outcome, Notice notice) {}

    /** Money that came for slips of an insurance, as notices tell it. */
    public record Noticed(Insurance insurance, Won all, Won suspended) {}

    /** Holds the transaction number until the transaction ends: the same notice, sent twice at once, waits here. */
    @Transactional(Transactional.TxType.MANDATORY)
    void lock(String bank, String bankTransactionId) {
        entities.createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(?1, 0)) as text)")
                .setParameter(1, bank + "\n" + bankTransactionId)
                .getSingleResult();
    }

    /** The one notice with this transaction number that counts. */
    Optional<Kept> first(String bank, String bankTransactionId) {
        return NoticeEntity.<NoticeEntity>find(
                        "bank = ?1 and bankTransactionId = ?2 and outcome not in ?3",
                        bank,
                        bankTransactionId,
                        List.of(NoticeOutcome.DUPLICATE, NoticeOutcome.CONFLICTING_DUPLICATE))
                .<NoticeEntity>firstResultOptional()
                .map(row -> new Kept(row.noticeId, row.outcome, row.notice()));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    UUID keep(String bank, Notice notice, NoticeOutcome outcome, Optional<Slip> slip, Instant receivedAt) {
        NoticeEntity row = new NoticeEntity();
        row.bank = bank;
        row.bankTransactionId = notice.bankTransactionId();
        row.outcome = outcome;
        row.number = notice.ePaymentNo().toString();
        row.amount = notice.amount().amount();
        row.paidAt = notice.paidAt();
        row.channel = notice.channel();
        slip.ifPresent(found -> {
            row.slipId = found.slipId();
            row.managementNo = found.debt().managementNo().digits();
            row.insurance = found.debt().insurance();
        });
        row.receivedAt = receivedAt;
        row.persistAndFlush();
        return row.noticeId;
    }

    /** What notices told of money for this workplace, by insurance. */
    @SuppressWarnings("unchecked")
    public List<Noticed> ofWorkplace(WorkplaceNumber workplace) {
        List<Object[]> rows = entities.createNativeQuery("select insurance, cast(sum(amount) as bigint),"
                        + " cast(coalesce(sum(amount) filter (where outcome <> 'ACCEPTED'), 0) as bigint)"
                        + " from bank_notice where management_no = ?1"
                        + " and outcome not in ('DUPLICATE', 'CONFLICTING_DUPLICATE') group by insurance")
                .setParameter(1, workplace.digits())
                .getResultList();
        return rows.stream()
                .map(row -> new Noticed(Insurance.valueOf((String) row[0]), won(row[1]), won(row[2])))
                .toList();
    }

    private static Won won(Object sum) {
        return Won.of(((Number) sum).longValue());
    }
}
