package kr.gosan.payment.slip;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.Page;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.EPaymentNumber;
import kr.gosan.payment.debt.PaymentPeriod;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.debt.SlipState;

/** The payment slips. */
@Singleton
public class SlipStore {

    private static final UUID FIRST = new UUID(0, 0);
    private static final int PAGE_TO_MOVE = 500;

    private final EntityManager entities;

    SlipStore(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Slip issue(Debt debt, PaymentPeriod figures, LocalDate dueDate) {
        long serial = ((Number) entities.createNativeQuery("select nextval('e_payment_serial')")
                        .getSingleResult())
                .longValue();
        SlipEntity row = SlipEntity.of(debt, figures, dueDate, EPaymentNumber.ofSerial(serial));
        row.state = SlipState.edge(Optional.empty(), SlipState.Cause.RETURN_FILED)
                .orElseThrow()
                .to();
        row.persistAndFlush();
        return row.slip();
    }

    /** The slip with the number, held until the transaction ends: a second payment of it waits here for the first. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Slip> lock(EPaymentNumber number) {
        return SlipEntity.<SlipEntity>find("number", number.toString())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .<SlipEntity>firstResultOptional()
                .map(SlipEntity::slip);
    }

    /** Moves a slip that is locked and may be paid. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void pay(Slip slip) {
        SlipState.Edge edge = SlipState.edge(Optional.of(slip.state()), SlipState.Cause.EXACT_PAYMENT)
                .orElseThrow();
        int moved = SlipEntity.update(
                "state = ?1 where slipId = ?2 and state = ?3", edge.to(), slip.slipId(), slip.state());
        if (moved != 1) {
            throw new IllegalStateException("slip " + slip.slipId() + " was not locked");
        }
    }

    /** Slips whose statutory due date lies between two days, inclusive, in order of their ids, held until the transaction ends; a page of them. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Slip> lockDue(LocalDate first, LocalDate last, UUID after) {
        return SlipEntity.<SlipEntity>find(
                        "statutoryDueDate between ?1 and ?2 and slipId > ?3 order by slipId",
                        first,
                        last,
                        after == null ? FIRST : after)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .page(0, PAGE_TO_MOVE)
                .list()
                .stream()
                .map(SlipEntity::slip)
                .toList();
    }

    /** Lets go of what was read in this transaction once it is written. */
    @Transactional(Transactional.TxType.MANDATORY)
    void forget() {
        entities.flush();
        entities.clear();
    }

    /** All slips of a workplace, held until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Slip> lockOf(WorkplaceNumber workplace) {
        return SlipEntity.<SlipEntity>find("managementNo = ?1 order by slipId", workplace.digits())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .stream()
                .map(SlipEntity::slip)
                .toList();
    }

    /** Moves the due date of a locked slip to a later day. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void moveDueDate(Slip slip, LocalDate dueDate) {
        int moved = SlipEntity.update(
                "dueDate = ?1 where slipId = ?2 and dueDate = ?3", dueDate, slip.slipId(), slip.dueDate());
        if (moved != 1) {
            throw new IllegalStateException("slip " + slip.slipId() + " was not locked");
        }
    }

    public Optional<Slip> find(UUID slipId) {
        return SlipEntity.<SlipEntity>findByIdOptional(slipId).map(SlipEntity::slip);
    }

    /** All slips of a return, at most four an insurance. */
    public List<Slip> ofReturn(UUID returnId) {
        return SlipEntity.<SlipEntity>find("returnId = ?1 order by slipId", returnId).list().stream()
                .map(SlipEntity::slip)
                .toList();
    }

    public Page<Slip> ofWorkplace(WorkplaceNumber workplace, UUID after) {
        List<Slip> rows = SlipEntity.<SlipEntity>find(
                        "managementNo = ?1 and slipId > ?2 order by slipId",
                        workplace.digits(),
                        after == null ? FIRST : after)
                .range(0, Page.SIZE)
                .list()
                .stream()
                .map(SlipEntity::slip)
                .toList();
        return Page.of(rows, Slip::slipId);
    }
}
