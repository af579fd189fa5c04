package kr.gosan.payment.autodebit;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Where the order to debit a slip stands. The database refuses every move that is not in {@link #next}. */
public enum OrderState {
    /** Will be debited, unless something comes between. Nobody outside knows of it. */
    PLANNED,
    /** The institution may have heard of it; its answer is not known. */
    SENT,
    /** The money was debited. */
    DEBITED,
    /** Nothing was debited: the institution said so, or its daily file does not hold it. */
    REFUSED,
    /** Something came between: nobody was asked. */
    SKIPPED;

    /** Why nobody was asked. */
    public enum Skip {
        /** Paid another way meanwhile. */
        SLIP_PAID,
        /** Another slip took its place, which has an order of its own. */
        SLIP_REPLACED,
        SLIP_CLOSED,
        /** The due date was extended: it is debited then. */
        DUE_DATE_MOVED,
        /** Its turn came on another day than the due date. */
        NOT_ON_THE_DAY,
        /** Debit was stopped meanwhile. */
        MANDATE_STOPPED,
        /** The reduction leaves nothing to debit. */
        NOTHING_TO_DEBIT
    }

    /** The states it may go to. */
    public Set<OrderState> next() {
        return switch (this) {
            case PLANNED -> Set.of(SENT, SKIPPED);
            case SENT -> Set.of(DEBITED, REFUSED);
            case DEBITED, REFUSED, SKIPPED -> Set.of();
        };
    }

    public boolean isOpen() {
        return !next().isEmpty();
    }

    static Optional<OrderState> of(String name) {
        return Arrays.stream(values())
                .filter(state -> state.name().equals(name))
                .findFirst();
    }

    static String names() {
        return String.join(", ", Arrays.stream(values()).map(Enum::name).toList());
    }
}
