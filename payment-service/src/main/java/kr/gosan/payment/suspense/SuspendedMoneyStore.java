package kr.gosan.payment.suspense;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.Page;
import kr.gosan.payment.arrears.InsuranceLock;
import kr.gosan.payment.arrears.SuspendedCollections;
import kr.gosan.payment.banknotice.NoticeStore;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.DebtKind;
import kr.gosan.payment.debt.NoticeOutcome;

/** Money on suspense, whoever told of it. Reads no slip and no decision as an entity: they are read once they are held. */
@Singleton
class SuspendedMoneyStore {

    private static final String DECIDED = "('APPROVED', 'SENT', 'PAID', 'DONE')";

    /** What was not taken back, with the instant it was told. */
    private static final String MONEY = "select notice_id as id, management_no, received_at from bank_notice paid"
            + " where outcome in (" + names() + ") and not exists (select from bank_notice back"
            + " where back.original_notice_id = paid.notice_id and back.outcome = 'SUSPENSE_REVERSED')"
            + " and not exists (select from suspense_resolution gone where gone.notice_id = paid.notice_id"
            + " and gone.state in " + DECIDED + ")"
            + " union all select collection_id, management_no, received_at from arrears_share l"
            + " join arrears_collection c using (collection_id, management_no) where l.item = 'SUSPENSE'"
            + " and c.outcome in ('ACCEPTED', 'UNKNOWN_WORKPLACE')"
            + " and not exists (select from arrears_collection back where back.reverses = c.nhis_transaction_id"
            + " and back.outcome = 'REVERSAL')"
            + " and not exists (select from suspense_resolution gone where gone.collection_id = c.collection_id"
            + " and gone.state in " + DECIDED + ")";

    private final EntityManager entities;
    private final NoticeStore notices;
    private final SuspendedCollections collections;
    private final InsuranceLock lock;

    SuspendedMoneyStore(
            EntityManager entities, NoticeStore notices, SuspendedCollections collections, InsuranceLock lock) {
        this.entities = entities;
        this.notices = notices;
        this.collections = collections;
        this.lock = lock;
    }

    /** Money that went on suspense, whatever became of it. */
    Optional<SuspendedMoney> find(UUID id) {
        Optional<SuspendedMoney> ofBank = notices.find(id)
                .filter(kept -> kept.outcome().suspends())
                .map(kept -> new SuspendedMoney.OfBank(
                        kept, Optional.ofNullable(kept.slipId()).flatMap(this::debtOf)));
        return ofBank.or(() -> collections.find(id).map(SuspendedMoney.OfCollector::new));
    }

    /**
     * Puts in line whoever moves the money, and then whoever settles something of its workplace and insurance; before any slip
     * is held.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void hold(SuspendedMoney money) {
        switch (money) {
            case SuspendedMoney.OfBank(NoticeStore.Kept kept, Optional<Debt> debt) ->
                notices.lock(kept.sender().client(), kept.message().bankTransactionId());
            case SuspendedMoney.OfCollector(SuspendedCollections.Left left) -> collections.lock(left);
        }
        money.workplace()
                .ifPresent(workplace -> money.insurance()
                        .ifPresentOrElse(insurance -> lock.hold(workplace, insurance), () -> lock.hold(workplace)));
    }

    /** Whether whoever told of the money took it back. */
    boolean isTakenBack(SuspendedMoney money) {
        return switch (money) {
            case SuspendedMoney.OfBank it -> notices.reversed(it.id());
            case SuspendedMoney.OfCollector(SuspendedCollections.Left left) -> collections.isReversed(left);
        };
    }

    /**
     * What nobody has decided about, in the order it was told.
     *
     * @param workplace null for all, what is nobody's too
     * @param after the last of the page before; null for the first page
     */
    @SuppressWarnings("unchecked")
    Page<SuspendedMoney> page(WorkplaceNumber workplace, UUID after) {
        List<UUID> ids = entities.createNativeQuery("select id from (" + MONEY + ") as m"
                        + " where (cast(?1 as text) is null or management_no = ?1)"
                        + " and (cast(?2 as uuid) is null or (received_at, id) >"
                        + " (select received_at, notice_id from bank_notice where notice_id = ?2 union all"
                        + " select received_at, collection_id from arrears_collection where collection_id = ?2))"
                        + " order by received_at, id limit "
                        + (Page.SIZE + 1))
                .setParameter(1, workplace == null ? null : workplace.digits())
                .setParameter(2, after)
                .getResultList();
        return Page.of(ids, id -> id).map(id -> find(id).orElseThrow());
    }

    @SuppressWarnings("unchecked")
    private Optional<Debt> debtOf(UUID slipId) {
        List<Object[]> rows = entities.createNativeQuery("select debt_kind, management_no, insurance_year, origin_id,"
                        + " return_id, insurance, period from slip where slip_id = ?1")
                .setParameter(1, slipId)
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

    private static String names() {
        return Stream.of(NoticeOutcome.values())
                .filter(NoticeOutcome::suspends)
                .map(outcome -> "'" + outcome + "'")
                .collect(Collectors.joining(", "));
    }
}
