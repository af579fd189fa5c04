package kr.gosan.payment.refund.rules;

import java.util.List;
import java.util.Optional;

/** Where a refund stands. What can happen to it, and what is told of it then, is {@link #TABLE}. */
public enum RefundState {
    /** Owed to the employer; nobody has proposed to pay it yet, or what was proposed came to nothing. */
    WAITING,
    /** An operator proposed it; another one has to look. */
    PROPOSED,
    /** Two operators agree; it is sent as soon as the bank can be reached. */
    APPROVED,
    /** Ordered from the bank. */
    SENT,
    /** In the employer's account. */
    PAID,
    /** Offset to the last won: nothing was left to send. */
    OFFSET,
    /** What was left is too small to be refunded (보험료징수법 §45의2). */
    DROPPED;

    /** What moves a refund on. */
    public enum Cause {
        CREDIT_ARISEN,
        PROPOSAL,
        REJECTION,
        APPROVAL,
        /** Approved, and what is open took all of it. */
        WHOLLY_OFFSET,
        /** What is left is below the amount that is refunded. */
        TOO_SMALL,
        /** Something fell due, or the account changed, after the approval: it has to be looked at again. */
        CIRCUMSTANCES_CHANGED,
        TRANSFER_ORDERED,
        TRANSFER_CONFIRMED,
        /** The bank refused the order, or the money came back. */
        TRANSFER_RETURNED
    }

    /**
     * One thing that can happen.
     *
     * @param from empty: there is no refund yet
     * @param event type of the event that tells it; empty where nothing is told
     */
    public record Edge(Optional<RefundState> from, Cause cause, RefundState to, Optional<String> event) {}

    private static final String DECIDED = "kr.gosan.payment.refund-decided.v1";
    private static final String RETURNED = "kr.gosan.payment.refund-returned.v1";

    /** Everything that can happen; anything else is refused. */
    public static final List<Edge> TABLE = List.of(
            edge(null, Cause.CREDIT_ARISEN, WAITING, null),
            edge(null, Cause.TOO_SMALL, DROPPED, DECIDED),
            edge(WAITING, Cause.PROPOSAL, PROPOSED, null),
            edge(PROPOSED, Cause.REJECTION, WAITING, null),
            edge(PROPOSED, Cause.APPROVAL, APPROVED, DECIDED),
            edge(PROPOSED, Cause.WHOLLY_OFFSET, OFFSET, DECIDED),
            edge(PROPOSED, Cause.TOO_SMALL, DROPPED, DECIDED),
            edge(APPROVED, Cause.CIRCUMSTANCES_CHANGED, WAITING, null),
            edge(APPROVED, Cause.TRANSFER_ORDERED, SENT, null),
            edge(SENT, Cause.TRANSFER_CONFIRMED, PAID, "kr.gosan.payment.refund-paid.v1"),
            edge(SENT, Cause.TRANSFER_RETURNED, WAITING, RETURNED),
            edge(PAID, Cause.TRANSFER_RETURNED, WAITING, RETURNED));

    /** The edge that leaves this state, or nothing, for a cause; empty when it cannot happen. */
    public static Optional<Edge> edge(Optional<RefundState> from, Cause cause) {
        return TABLE.stream()
                .filter(edge -> edge.from().equals(from) && edge.cause() == cause)
                .findFirst();
    }

    /** Whether nothing more happens to it. */
    public boolean isFinal() {
        return this == OFFSET || this == DROPPED;
    }

    private static Edge edge(RefundState from, Cause cause, RefundState to, String event) {
        return new Edge(Optional.ofNullable(from), cause, to, Optional.ofNullable(event));
    }
}
