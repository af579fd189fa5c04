package kr.gosan.payment.slip;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
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

    private final EntityManager entities;

    SlipStore(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Slip issue(Debt debt, PaymentPeriod figures) {
        long serial = ((Number) entities.createNativeQuery("select nextval('e_payment_serial')")
                        .getSingleResult())
                .longValue();
        SlipEntity row = SlipEntity.of(debt, figures, EPaymentNumber.ofSerial(serial));
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
