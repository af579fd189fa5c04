package kr.gosan.payment.arrears;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.debt.EPaymentNumber;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.debt.SlipState;
import kr.gosan.payment.slip.SlipStore;
import kr.gosan.platform.workplace.WorkplaceClock;

/**
 * Holds a slip for a payment. One that was, or could be, handed over is held only after the insurance it belongs to: its arrears
 * are then nobody else's to settle meanwhile. Any other one costs no more than its own row.
 */
@Singleton
public class HoldSlip {

    private final EntityManager entities;
    private final InsuranceLock lock;
    private final SlipStore slips;
    private final WorkplaceClock clock;

    HoldSlip(EntityManager entities, InsuranceLock lock, SlipStore slips, WorkplaceClock clock) {
        this.entities = entities;
        this.lock = lock;
        this.slips = slips;
        this.clock = clock;
    }

    /** The slip with the number, until the transaction ends; empty when the number is nobody's. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Slip> toPay(EPaymentNumber number) {
        return found("e_payment_no = ?1", number.toString()).flatMap(this::hold);
    }

    /** As {@link #toPay(EPaymentNumber)}, by id. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Slip> toPay(UUID slipId) {
        return found("slip_id = ?1", slipId).flatMap(this::hold);
    }

    /** Whose debt of which insurance a slip is for; said without holding it, because it never changes. */
    public record Book(WorkplaceNumber managementNo, Insurance insurance) {}

    /** Empty when the number is nobody's. */
    public Optional<Book> bookOf(EPaymentNumber number) {
        return found("e_payment_no = ?1", number.toString()).map(seen -> new Book(seen.workplace(), seen.insurance()));
    }

    /** A slip whose payment is to be undone, with its insurance: what the payment paid may have been moved on. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Slip> toReverse(UUID slipId) {
        return found("slip_id = ?1", slipId).flatMap(seen -> {
            lock.hold(seen.workplace(), seen.insurance());
            return slips.lockSlip(slipId);
        });
    }

    private record Seen(
            UUID slipId, WorkplaceNumber workplace, Insurance insurance, SlipState state, LocalDate lastDay) {}

    private Optional<Slip> hold(Seen seen) {
        boolean remains = seen.state() == SlipState.ISSUED && seen.lastDay().isAfter(clock.today(seen.workplace()));
        if (!remains) {
            lock.hold(seen.workplace(), seen.insurance());
        }
        Optional<Slip> slip = slips.lockSlip(seen.slipId());
        if (remains && slip.filter(now -> now.state() == SlipState.CLOSED).isPresent()) {
            // Only where somebody set the clock of its workplace forward at this instant: whoever asked asks again.
            throw new IllegalStateException("slip " + seen.slipId() + " was closed before its last day");
        }
        return slip;
    }

    /** Read without its entity, which would be remembered as it was before the lock. */
    @SuppressWarnings("unchecked")
    private Optional<Seen> found(String where, Object key) {
        List<Object[]> rows = entities.createNativeQuery("select slip_id, management_no, insurance, state,"
                        + " cast(last_day as text) from slip where " + where)
                .setParameter(1, key)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new Seen(
                        (UUID) row[0],
                        WorkplaceNumber.of((String) row[1]),
                        Insurance.valueOf((String) row[2]),
                        SlipState.valueOf((String) row[3]),
                        LocalDate.parse((String) row[4])));
    }
}
