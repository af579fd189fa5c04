package kr.gosan.payment.banknotice;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.gosan.payment.debt.BankMessage;
import kr.gosan.payment.debt.NoticeOutcome;
import kr.gosan.payment.debt.NoticeOutcome.Effect;
import kr.gosan.payment.debt.Reversal;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.institution.Institution;

/** Every message that a bank sent, repeated and refused ones too. */
@Singleton
public class NoticeStore {

    // Written into queries as they stand in the conditions of the indexes, which serve them only so.
    private static final String COUNTS = "outcome not in " + list(outcome -> !outcome.counts());
    private static final String GIVES_BACK = "outcome in " + list(outcome -> outcome.effect() == Effect.GIVES_BACK);
    private static final String DEPOSITED =
            "outcome in " + list(outcome -> outcome.effect() == Effect.SETTLES || outcome.suspends());

    private final EntityManager entities;

    NoticeStore(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * A message as it was kept.
     *
     * @param detail what the outcome says besides: a code, or the number of another slip; null when nothing
     * @param slipId null when it concerned none
     */
    public record Kept(
            UUID noticeId, Sender sender, NoticeOutcome outcome, String detail, BankMessage message, UUID slipId) {}

    /**
     * What is kept of a message besides itself.
     *
     * @param detail code of why the way of payment or the reversal was refused, or the number that took a slip's place
     * @param originalNoticeId the payment that a reversal takes back
     */
    record Fate(NoticeOutcome outcome, Optional<String> detail, Optional<Slip> slip, Optional<UUID> originalNoticeId) {}

    /** Holds transaction numbers until the transaction ends: whatever else concerns one of them waits here. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock(String client, String... transactionIds) {
        // In one order, so that two messages that name each other do not wait for each other.
        Arrays.stream(transactionIds)
                .distinct()
                .sorted()
                .forEach(id -> entities.createNativeQuery(
                                "select cast(pg_advisory_xact_lock(hashtextextended(?1, 0)) as text)")
                        .setParameter(1, client + "\n" + id)
                        .getSingleResult());
    }

    /** The one message that counts under a number of the sender's institution: each numbers its own movements. */
    Optional<Kept> first(Sender sender, String bankTransactionId) {
        return NoticeEntity.<NoticeEntity>find(
                        "bank = ?1 and bankTransactionId = ?2 and institution = ?3 and " + COUNTS,
                        sender.client(),
                        bankTransactionId,
                        sender.institution())
                .list()
                .stream()
                .filter(row -> row.outcome != NoticeOutcome.REVERSAL_AHEAD || !refusedSince(row))
                .findFirst()
                .map(NoticeStore::kept);
    }

    /** In whose books something stands under a number that a client told. */
    List<Institution> institutionsOf(String client, String bankTransactionId) {
        return NoticeEntity.<NoticeEntity>find(
                        "bank = ?1 and bankTransactionId = ?2 and " + COUNTS, client, bankTransactionId)
                .list()
                .stream()
                .map(row -> row.institution)
                .distinct()
                .toList();
    }

    public Optional<Kept> find(UUID noticeId) {
        return NoticeEntity.<NoticeEntity>findByIdOptional(noticeId).map(NoticeStore::kept);
    }

    /** Reversals of a payment of the sender's institution that were kept before the payment was known. */
    List<Reversal> reversalsAhead(Sender sender, String originalTransactionId) {
        return NoticeEntity.<NoticeEntity>find(
                        "bank = ?1 and originalTransactionId = ?2 and institution = ?3 and kind = REVERSAL"
                                + " and outcome = REVERSAL_AHEAD order by noticeId",
                        sender.client(),
                        originalTransactionId,
                        sender.institution())
                .list()
                .stream()
                .map(row -> (Reversal) row.message())
                .toList();
    }

    /** Whether the payment that a reversal came ahead of has come, and did not fit it: it counts no more. */
    private static boolean refusedSince(NoticeEntity ahead) {
        return NoticeEntity.count(
                        "bank = ?1 and originalTransactionId = ?2 and institution = ?3 and bankTransactionId = ?4"
                                + " and kind = REVERSAL and outcome = REVERSAL_REFUSED",
                        ahead.bank,
                        ahead.originalTransactionId,
                        ahead.institution,
                        ahead.bankTransactionId)
                > 0;
    }

    /** Whether the money of a notice was given back. */
    public boolean reversed(UUID noticeId) {
        return NoticeEntity.count("originalNoticeId = ?1 and " + GIVES_BACK, noticeId) > 0;
    }

    /** Whether operators decided what becomes of the notice's suspended money. */
    boolean suspenseResolved(UUID noticeId) {
        return (Boolean)
                entities.createNativeQuery("select exists (select from suspense_resolution where notice_id = ?1"
                                + " and state in ('APPROVED', 'SENT', 'PAID', 'DONE'))")
                        .setParameter(1, noticeId)
                        .getSingleResult();
    }

    /**
     * Whether the slip's virtual account had a deposit that was not taken back.
     *
     * @param accountNo null when the bank named the slip instead: then any of its accounts
     */
    boolean virtualAccountUsed(UUID slipId, String accountNo) {
        return NoticeEntity.count(
                        "from NoticeEntity paid where paid.kind = PAYMENT and paid.slipId = ?1"
                                + " and paid.channel = VIRTUAL_ACCOUNT and paid."
                                + DEPOSITED
                                + " and (?2 is null or paid.virtualAccountNo is null or paid.virtualAccountNo = ?2)"
                                + " and not exists (from NoticeEntity back where back.originalNoticeId = paid.noticeId"
                                + " and back."
                                + GIVES_BACK
                                + ")",
                        slipId,
                        accountNo)
                > 0;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    UUID keep(Sender sender, BankMessage message, Fate fate, Instant receivedAt) {
        NoticeEntity row = new NoticeEntity();
        row.bank = sender.client();
        row.institution = sender.institution();
        row.say(message);
        row.outcome = fate.outcome();
        row.detail = fate.detail().orElse(null);
        row.originalNoticeId = fate.originalNoticeId().orElse(null);
        fate.slip().ifPresent(slip -> {
            row.slipId = slip.slipId();
            row.managementNo = slip.debt().managementNo().digits();
            row.insuranceYear = slip.debt().insuranceYear();
            row.insurance = slip.debt().insurance();
        });
        row.receivedAt = receivedAt;
        row.persist();
        return row.noticeId;
    }

    private static Kept kept(NoticeEntity row) {
        return new Kept(
                row.noticeId,
                new Sender(row.bank, row.institution),
                row.outcome,
                row.detail,
                row.message(),
                row.slipId);
    }

    private static String list(Predicate<NoticeOutcome> which) {
        return Stream.of(NoticeOutcome.values())
                .filter(which)
                .map(Enum::name)
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
