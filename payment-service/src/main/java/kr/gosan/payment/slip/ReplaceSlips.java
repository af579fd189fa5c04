package kr.gosan.payment.slip;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.PaymentPeriod;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.debt.SlipReason;
import kr.gosan.payment.debt.SlipState;
import kr.gosan.platform.event.Outbox;
import kr.gosan.platform.workplace.WorkplaceClock;

/**
 * Issues slips, cancels them and puts others in their place, and tells of it. Cancelling and issuing again is one transaction,
 * so a debt has one slip that counts at every instant.
 */
@Singleton
public class ReplaceSlips {

    private final SlipStore slips;
    private final Outbox outbox;
    private final WorkplaceClock clock;

    ReplaceSlips(SlipStore slips, Outbox outbox, WorkplaceClock clock) {
        this.slips = slips;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Why a slip is cancelled. */
    public enum Reason {
        /** Its figures changed: another slip takes its place, or none when nothing is payable any more. */
        REPLACED,
        /** Something overpaid settled its debt, whole or in part. */
        OFFSET,
        /** The next return settled the estimate it demands. */
        SETTLED
    }

    /**
     * Issues the slip of a debt that has none which counts.
     *
     * @param figures with something payable
     * @param dueDate the last day to pay in time
     * @param issuedOn the day of what makes the debt
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Slip issue(Debt debt, PaymentPeriod figures, LocalDate dueDate, LocalDate issuedOn, SlipReason reason) {
        Slip slip = slips.issue(debt, figures, dueDate, issuedOn, Optional.empty(), reason);
        tellIssued(slip, reason);
        return slip;
    }

    /**
     * Cancels a locked slip that is not paid yet and issues another for what is payable now, by the same due date.
     *
     * @param figures what is payable now; when that is nothing, no slip takes the place
     * @return the slip that took the place
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Slip> replace(Slip slip, PaymentPeriod figures, LocalDate issuedOn, Reason why, SlipReason reason) {
        slips.cancel(slip);
        Optional<Slip> next = figures.payable().isPositive()
                ? Optional.of(
                        slips.issue(slip.debt(), figures, slip.dueDate(), issuedOn, Optional.of(slip.slipId()), reason))
                : Optional.empty();
        tell(slip, SlipState.Cause.REPLACED, SlipCancelled.of(slip, why, next, Optional.of(figures)));
        next.ifPresent(issued -> tellIssued(issued, reason));
        return next;
    }

    /**
     * Cancels a locked slip that was not paid by its last day and issues another over more, which may be paid although it is
     * overdue.
     *
     * @param lastDay the last day the other may be paid
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Slip replaceOverdue(
            Slip slip, PaymentPeriod figures, LocalDate issuedOn, LocalDate lastDay, SlipReason reason) {
        slips.cancel(slip);
        Slip next = slips.issue(
                slip.debt(), figures, slip.dueDate(), issuedOn, lastDay, Optional.of(slip.slipId()), reason);
        tell(
                slip,
                SlipState.Cause.REPLACED,
                SlipCancelled.of(slip, Reason.REPLACED, Optional.of(next), Optional.of(figures)));
        tellIssued(next, reason);
        return next;
    }

    /** Cancels a locked slip that is not paid yet; nothing takes its place. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void cancel(Slip slip, Reason why) {
        slips.cancel(slip);
        tell(slip, SlipState.Cause.REPLACED, SlipCancelled.of(slip, why, Optional.empty(), Optional.empty()));
    }

    private void tellIssued(Slip slip, SlipReason reason) {
        publish(SlipState.edge(Optional.empty(), reason.cause()), slip, SlipIssued.of(slip, reason));
    }

    private void tell(Slip slip, SlipState.Cause cause, Object data) {
        publish(SlipState.edge(Optional.of(slip.state()), cause), slip, data);
    }

    private void publish(Optional<SlipState.Edge> edge, Slip slip, Object data) {
        WorkplaceNumber workplace = slip.debt().managementNo();
        outbox.publish(edge.orElseThrow().event(), workplace.digits(), clock.now(workplace), data);
    }
}
