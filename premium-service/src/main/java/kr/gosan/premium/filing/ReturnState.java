package kr.gosan.premium.filing;

import java.util.List;

/** Where a premium return stands. The table below is the whole life of one. */
public enum ReturnState {
    /** Being written; nothing has been filed. */
    DRAFT,
    /** Filed, something is payable, nothing of it is paid. */
    FILED,
    /** Some of what is payable is paid. */
    PARTLY_PAID,
    /** Everything payable is paid, or nothing was payable. */
    SETTLED;

    /** What happens to a return. */
    public enum Happening {
        FILED_WITH_SOMETHING_PAYABLE,
        FILED_WITH_NOTHING_PAYABLE,
        PAID_IN_PART,
        PAID_IN_FULL,
        /** A payment was taken back, or more is payable than was: some is still paid. */
        OWED_AGAIN_IN_PART,
        /** A payment was taken back and nothing is paid any more. */
        OWED_AGAIN_WHOLLY
    }

    record Edge(ReturnState from, Happening happening, ReturnState to) {}

    static final List<Edge> EDGES = List.of(
            new Edge(DRAFT, Happening.FILED_WITH_SOMETHING_PAYABLE, FILED),
            new Edge(DRAFT, Happening.FILED_WITH_NOTHING_PAYABLE, SETTLED),
            new Edge(FILED, Happening.PAID_IN_PART, PARTLY_PAID),
            new Edge(FILED, Happening.PAID_IN_FULL, SETTLED),
            new Edge(PARTLY_PAID, Happening.PAID_IN_PART, PARTLY_PAID),
            new Edge(PARTLY_PAID, Happening.PAID_IN_FULL, SETTLED),
            // A payment beyond what was payable: payment-service refunds it, the return stays settled.
            new Edge(SETTLED, Happening.PAID_IN_FULL, SETTLED),
            new Edge(FILED, Happening.OWED_AGAIN_WHOLLY, FILED),
            new Edge(PARTLY_PAID, Happening.OWED_AGAIN_IN_PART, PARTLY_PAID),
            new Edge(PARTLY_PAID, Happening.OWED_AGAIN_WHOLLY, FILED),
            new Edge(SETTLED, Happening.OWED_AGAIN_IN_PART, PARTLY_PAID),
            new Edge(SETTLED, Happening.OWED_AGAIN_WHOLLY, FILED));

    /** The state after the happening; throws {@link IllegalStateException} when the table has no such edge. */
    public ReturnState after(Happening happening) {
        return EDGES.stream()
                .filter(edge -> edge.from == this && edge.happening == happening)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + happening + " in state " + this))
                .to;
    }
}
