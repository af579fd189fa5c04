package kr.gosan.payment.debt;

import java.util.List;
import java.util.Optional;

/** Where a slip stands. What can happen to it, and what is told of it then, is {@link #TABLE}. */
public enum SlipState {
    /** May be paid. */
    ISSUED,
    /** Paid, exactly and once. */
    PAID,
    /** Another slip, or an offset, took its place. */
    CANCELLED,
    /** Its due date passed unpaid; what is owed is collected by the National Health Insurance Service. */
    CLOSED;

    /** What moves a slip on. */
    public enum Cause {
        /** A return makes the debt. */
        RETURN_FILED,
        /** A correction makes the debt, or changes what is payable. */
        PREMIUM_ADJUSTED,
        /** The next year's return shrank the estimate (보험료징수법 §19②): what is left is issued again. */
        ESTIMATE_SETTLED,
        /** Something overpaid was offset against a part of it (§23①): what is left is issued again. */
        OVERPAYMENT_OFFSET,
        /** 급여징수금 or 과태료. */
        CHARGE_ASSESSED,
        /** The exact amount came; for a closed slip, when it was paid in time and told of late. */
        EXACT_PAYMENT,
        /** Another slip, or an offset, takes its place. */
        REPLACED,
        DUE_DATE_PASSED,
        /** The bank took its payment back. */
        PAYMENT_REVERSED,
        DUE_DATE_EXTENDED
    }

    /**
     * One thing that can happen.
     *
     * @param from empty: there is no slip yet
     * @param event type of the event that tells it
     */
    public record Edge(Optional<SlipState> from, Cause cause, SlipState to, String event) {}

    private static final String SLIP_ISSUED = "kr.gosan.payment.slip-issued.v1";
    private static final String PAYMENT_RECEIVED = "kr.gosan.payment.payment-received.v1";

    /** Everything that can happen; anything else is refused. */
    public static final List<Edge> TABLE = List.of(
            new Edge(Optional.empty(), Cause.RETURN_FILED, ISSUED, SLIP_ISSUED),
            new Edge(Optional.empty(), Cause.PREMIUM_ADJUSTED, ISSUED, SLIP_ISSUED),
            new Edge(Optional.empty(), Cause.ESTIMATE_SETTLED, ISSUED, SLIP_ISSUED),
            new Edge(Optional.empty(), Cause.OVERPAYMENT_OFFSET, ISSUED, SLIP_ISSUED),
            new Edge(Optional.empty(), Cause.CHARGE_ASSESSED, ISSUED, SLIP_ISSUED),
            new Edge(Optional.of(ISSUED), Cause.EXACT_PAYMENT, PAID, PAYMENT_RECEIVED),
            new Edge(Optional.of(CLOSED), Cause.EXACT_PAYMENT, PAID, PAYMENT_RECEIVED),
            new Edge(Optional.of(ISSUED), Cause.REPLACED, CANCELLED, "kr.gosan.payment.slip-cancelled.v1"),
            new Edge(Optional.of(ISSUED), Cause.DUE_DATE_PASSED, CLOSED, "kr.gosan.payment.arrears-handed-over.v1"),
            new Edge(Optional.of(PAID), Cause.PAYMENT_REVERSED, ISSUED, "kr.gosan.payment.payment-reversed.v1"),
            new Edge(Optional.of(CLOSED), Cause.DUE_DATE_EXTENDED, ISSUED, "kr.gosan.payment.arrears-taken-back.v1"));

    /** The edge that leaves this state, or nothing, for a cause; empty when it cannot happen. */
    public static Optional<Edge> edge(Optional<SlipState> from, Cause cause) {
        return TABLE.stream()
                .filter(edge -> edge.from().equals(from) && edge.cause() == cause)
                .findFirst();
    }
}
