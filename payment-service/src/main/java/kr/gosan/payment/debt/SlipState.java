package kr.gosan.payment.debt;

import java.util.List;
import java.util.Optional;

/** Where a slip stands. What can happen to it, and what is told of it then, is {@link #TABLE}. */
public enum SlipState {
    /** May be paid. */
    ISSUED,
    /** Paid, exactly and once. */
    PAID;

    /** What moves a slip on. */
    public enum Cause {
        RETURN_FILED,
        EXACT_PAYMENT
    }

    /**
     * One thing that can happen.
     *
     * @param from empty: there is no slip yet
     * @param event type of the event that tells it
     */
    public record Edge(Optional<SlipState> from, Cause cause, SlipState to, String event) {}

    /** Everything that can happen; anything else is refused. */
    public static final List<Edge> TABLE = List.of(
            new Edge(Optional.empty(), Cause.RETURN_FILED, ISSUED, "kr.gosan.payment.slip-issued.v1"),
            new Edge(Optional.of(ISSUED), Cause.EXACT_PAYMENT, PAID, "kr.gosan.payment.payment-received.v1"));

    /** The edge that leaves this state, or nothing, for a cause; empty when it cannot happen. */
    public static Optional<Edge> edge(Optional<SlipState> from, Cause cause) {
        return TABLE.stream()
                .filter(edge -> edge.from().equals(from) && edge.cause() == cause)
                .findFirst();
    }
}
