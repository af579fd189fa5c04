package kr.gosan.payment.autodebit;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.time.KoreanTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A run and how far it is.
 *
 * @param planned orders nobody was asked about yet
 * @param sent orders whose answer is not known; they are asked about again
 * @param debitedAmount won that were debited
 * @param finished nothing is open in it; a slip issued later for the same day opens it again
 */
@Schema(name = "DebitRun")
record DebitRunView(
        UUID runId,
        LocalDate dueDate,
        String startedBy,
        OffsetDateTime startedAt,
        long planned,
        long sent,
        long debited,
        long refused,
        long skipped,
        Won debitedAmount,
        boolean finished) {

    private static final DebitOrderStore.Sum NONE = new DebitOrderStore.Sum(0, Won.ZERO);

    static DebitRunView of(DebitRunStore.Run run, Map<OrderState, DebitOrderStore.Sum> sums) {
        return new DebitRunView(
                run.runId(),
                run.dueDate(),
                run.startedBy(),
                KoreanTime.timeOf(run.startedAt()),
                of(sums, OrderState.PLANNED).orders(),
                of(sums, OrderState.SENT).orders(),
                of(sums, OrderState.DEBITED).orders(),
                of(sums, OrderState.REFUSED).orders(),
                of(sums, OrderState.SKIPPED).orders(),
                of(sums, OrderState.DEBITED).amount(),
                sums.keySet().stream().noneMatch(OrderState::isOpen));
    }

    private static DebitOrderStore.Sum of(Map<OrderState, DebitOrderStore.Sum> sums, OrderState state) {
        return sums.getOrDefault(state, NONE);
    }
}
