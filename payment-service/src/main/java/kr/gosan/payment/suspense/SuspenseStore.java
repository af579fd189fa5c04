package kr.gosan.payment.suspense;

import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.time.KoreanTime;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.institution.BankAccount;
import kr.gosan.payment.suspense.Resolution.Way;
import kr.gosan.platform.crypto.FieldCipher;

/** What was decided about suspended money. Account numbers are encrypted, bound to the money they belong to. */
@Singleton
public class SuspenseStore {

    private static final int MOST_AT_ONCE = 100;
    private static final int TAIL = 4;
    private static final Set<ResolutionState> OVER =
            EnumSet.of(ResolutionState.REJECTED, ResolutionState.FAILED, ResolutionState.RETURNED);

    private final FieldCipher cipher;

    SuspenseStore(FieldCipher cipher) {
        this.cipher = cipher;
    }

    /** The decision about the money that stands or waits. */
    Optional<Resolution> of(UUID moneyId) {
        return ResolutionEntity.<ResolutionEntity>find(
                        "(noticeId = ?1 or collectionId = ?1) and state not in ?2", moneyId, OVER)
                .<ResolutionEntity>firstResultOptional()
                .map(ResolutionEntity::resolution);
    }

    /** Which money a decision is about; read without the decision, which would be remembered as it was before it is held. */
    Optional<UUID> moneyOf(UUID resolutionId) {
        return ResolutionEntity.<ResolutionEntity>find(
                        "select coalesce(noticeId, collectionId) from ResolutionEntity where resolutionId = ?1",
                        resolutionId)
                .project(UUID.class)
                .firstResultOptional();
    }

    /** As it stands now, not as it was read before. */
    @Transactional
    Optional<Resolution> find(UUID resolutionId) {
        return ResolutionEntity.<ResolutionEntity>findByIdOptional(resolutionId).map(ResolutionEntity::resolution);
    }

    /** Held until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<Resolution> lock(UUID resolutionId) {
        return ResolutionEntity.<ResolutionEntity>findByIdOptional(resolutionId, LockModeType.PESSIMISTIC_WRITE)
                .map(ResolutionEntity::resolution);
    }

    /** A return, which a second operator has to approve. */
    @Transactional(Transactional.TxType.MANDATORY)
    Resolution propose(SuspendedMoney money, BankAccount account, String reason, String by, Instant at) {
        ResolutionEntity row = row(money, Way.RETURN, reason, by, at);
        row.state = ResolutionState.PROPOSED;
        row.bank = account.bank();
        String digits = account.number().replace("-", "");
        row.account = cipher.encrypt(digits + "\n" + account.holder(), binding(money.id()));
        row.accountTail = digits.substring(digits.length() - TAIL);
        row.persistAndFlush();
        return row.resolution();
    }

    /** The money settles a slip, decided by one operator. */
    @Transactional(Transactional.TxType.MANDATORY)
    Resolution apply(SuspendedMoney money, Slip slip, String reason, String by, Instant at) {
        ResolutionEntity row = row(money, Way.SLIP, reason, by, at);
        belongs(row, slip.debt());
        row.slipId = slip.slipId();
        return done(row, slip.debt().managementNo(), by, at);
    }

    /** The money pays arrears, or becomes a refund, decided by one operator; two decide about the refund. */
    @Transactional(Transactional.TxType.MANDATORY)
    Resolution settle(SuspendedMoney money, Way way, WorkplaceNumber workplace, String reason, String by, Instant at) {
        return done(row(money, way, reason, by, at), workplace, by, at);
    }

    private static Resolution done(ResolutionEntity row, WorkplaceNumber workplace, String by, Instant at) {
        row.state = ResolutionState.DONE;
        row.targetManagementNo = workplace.digits();
        row.decidedBy = by;
        row.decidedAt = at;
        row.persistAndFlush();
        return row.resolution();
    }

    /** Moves a locked decision along an edge of its states. */
    @Transactional(Transactional.TxType.MANDATORY)
    Resolution move(Resolution from, ResolutionState to) {
        ResolutionEntity row = ResolutionEntity.findById(from.resolutionId());
        if (row.state != from.state() || !from.state().leadsTo(to)) {
            throw new IllegalStateException("resolution " + from.resolutionId() + " does not move to " + to);
        }
        row.state = to;
        row.persistAndFlush();
        return row.resolution();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Resolution decide(Resolution proposed, ResolutionState to, String by, Instant at) {
        ResolutionEntity row = ResolutionEntity.findById(proposed.resolutionId());
        row.decidedBy = by;
        row.decidedAt = at;
        return move(proposed, to);
    }

    /** Returns that a bank has to be asked about, oldest first; a page of them. */
    @Transactional
    List<UUID> toAsk(UUID after) {
        return ResolutionEntity.<ResolutionEntity>find(
                        "way = ?1 and state in ?2 and resolutionId > ?3 order by resolutionId",
                        Way.RETURN,
                        EnumSet.of(ResolutionState.APPROVED, ResolutionState.SENT),
                        after)
                .page(0, MOST_AT_ONCE)
                .list()
                .stream()
                .map(row -> row.resolutionId)
                .toList();
    }

    /**
     * What the bank answered to a return.
     *
     * @param transactionId the bank's own number; null where it told none
     * @param reason null where nothing went wrong
     */
    record BankAnswer(String transactionId, String reason, OffsetDateTime at) {}

    /** Keeps the answer beside the state it leads to. */
    @Transactional(Transactional.TxType.MANDATORY)
    void keep(Resolution resolution, ResolutionState to, BankAnswer answer) {
        ResolutionEntity.getEntityManager()
                .createNativeQuery(
                        "insert into suspense_transfer_answer (resolution_id, answer, transaction_id, reason,"
                                + " answered_at) values (?1, ?2, cast(?3 as text), cast(?4 as text), ?5)")
                .setParameter(1, resolution.resolutionId())
                .setParameter(2, to.name())
                .setParameter(3, answer.transactionId())
                .setParameter(4, answer.reason())
                .setParameter(5, answer.at())
                .executeUpdate();
    }

    /** When the bank said that it sent the money; empty when it has not. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<OffsetDateTime> sentAt(UUID resolutionId) {
        List<?> rows = ResolutionEntity.getEntityManager()
                .createNativeQuery("select to_char(answered_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US')"
                        + " from suspense_transfer_answer where resolution_id = ?1 and answer = 'SENT'")
                .setParameter(1, resolutionId)
                .getResultList();
        return rows.stream().findFirst().map(at -> KoreanTime.timeOf(Instant.parse(at + "Z")));
    }

    /** When the second operator decided. */
    @Transactional
    Instant decidedAt(Resolution resolution) {
        return ResolutionEntity.<ResolutionEntity>findById(resolution.resolutionId()).decidedAt;
    }

    /** The account in the clear, to be sent and forgotten. */
    @Transactional
    BankAccount account(Resolution resolution) {
        ResolutionEntity row = ResolutionEntity.findById(resolution.resolutionId());
        String[] parts =
                cipher.decrypt(row.account, binding(resolution.moneyId())).split("\n", 2);
        return new BankAccount(row.bank, parts[0], parts[1]);
    }

    private static ResolutionEntity row(SuspendedMoney money, Way way, String reason, String by, Instant at) {
        ResolutionEntity row = new ResolutionEntity();
        switch (money) {
            case SuspendedMoney.OfBank it -> row.noticeId = it.id();
            case SuspendedMoney.OfCollector it -> row.collectionId = it.id();
        }
        money.debt().ifPresent(debt -> belongs(row, debt));
        row.amount = money.amount().amount();
        row.way = way;
        row.reason = reason;
        row.proposedBy = by;
        row.proposedAt = at;
        return row;
    }

    private static void belongs(ResolutionEntity row, Debt debt) {
        row.managementNo = debt.managementNo().digits();
        row.insuranceYear = debt.insuranceYear();
        row.insurance = debt.insurance();
    }

    private static String binding(UUID moneyId) {
        return "suspense:" + moneyId;
    }
}
