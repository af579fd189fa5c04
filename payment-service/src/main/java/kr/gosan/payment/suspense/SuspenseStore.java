package kr.gosan.payment.suspense;

import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.Notice;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.institution.BankAccount;
import kr.gosan.payment.suspense.Resolution.Way;
import kr.gosan.platform.crypto.FieldCipher;

/** What was decided about suspended money. Account numbers are encrypted, bound to the notice they belong to. */
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

    /** The decision about a notice's money that stands or waits. */
    Optional<Resolution> ofNotice(UUID noticeId) {
        return ResolutionEntity.<ResolutionEntity>find("noticeId = ?1 and state not in ?2", noticeId, OVER)
                .<ResolutionEntity>firstResultOptional()
                .map(ResolutionEntity::resolution);
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

    /** @param paidFor the debt the money had been paid for; empty under an unknown number */
    @Transactional(Transactional.TxType.MANDATORY)
    Resolution propose(
            UUID noticeId,
            Notice money,
            Optional<Debt> paidFor,
            BankAccount account,
            String reason,
            String by,
            Instant at) {
        ResolutionEntity row = row(noticeId, money, Way.RETURN, reason, by, at);
        paidFor.ifPresent(debt -> belongs(row, debt));
        row.state = ResolutionState.PROPOSED;
        row.bank = account.bank();
        String digits = account.number().replace("-", "");
        row.account = cipher.encrypt(digits + "\n" + account.holder(), binding(noticeId));
        row.accountTail = digits.substring(digits.length() - TAIL);
        row.persistAndFlush();
        return row.resolution();
    }

    /** The money settles a slip, decided by one operator. */
    @Transactional(Transactional.TxType.MANDATORY)
    Resolution apply(UUID noticeId, Notice money, Slip slip, String reason, String by, Instant at) {
        ResolutionEntity row = row(noticeId, money, Way.SLIP, reason, by, at);
        belongs(row, slip.debt());
        row.state = ResolutionState.DONE;
        row.slipId = slip.slipId();
        row.targetManagementNo = slip.debt().managementNo().digits();
        row.decidedBy = by;
        row.decidedAt = at;
        row.persistAndFlush();
        return row.resolution();
    }

    /** The money becomes a refund, decided by one operator; two decide about the refund. */
    @Transactional(Transactional.TxType.MANDATORY)
    Resolution overpaid(UUID noticeId, Notice money, Debt paidFor, String reason, String by, Instant at) {
        ResolutionEntity row = row(noticeId, money, Way.OVERPAYMENT, reason, by, at);
        belongs(row, paidFor);
        row.state = ResolutionState.DONE;
        row.targetManagementNo = paidFor.managementNo().digits();
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

    /** When the second operator decided. */
    @Transactional
    Instant decidedAt(Resolution resolution) {
        return ResolutionEntity.<ResolutionEntity>findById(resolution.resolutionId()).decidedAt;
    }

    /** The account in the clear, to be sent and forgotten. */
    @Transactional
    BankAccount account(Resolution resolution) {
        ResolutionEntity row = ResolutionEntity.findById(resolution.resolutionId());
        String[] parts = cipher.decrypt(row.account, binding(row.noticeId)).split("\n", 2);
        return new BankAccount(row.bank, parts[0], parts[1]);
    }

    private static ResolutionEntity row(UUID noticeId, Notice money, Way way, String reason, String by, Instant at) {
        ResolutionEntity row = new ResolutionEntity();
        row.noticeId = noticeId;
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

    private static String binding(UUID noticeId) {
        return "suspense:" + noticeId;
    }
}
