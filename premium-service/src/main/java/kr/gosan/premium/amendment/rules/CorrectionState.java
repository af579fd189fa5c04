package kr.gosan.premium.amendment.rules;

import java.util.List;
import java.util.Optional;

/** Where a correction stands. The table below is the whole life of one; an empty start is its filing. */
public enum CorrectionState {
    /** Received; an operator has to decide. */
    RECEIVED,
    /** In force as it was filed. */
    ACCEPTED,
    /** In force with other figures than were claimed. */
    ACCEPTED_IN_PART,
    /** Without effect. */
    REFUSED;

    /** What happens to a correction. */
    public enum Happening {
        FILED_FOR_DECISION,
        FILED_WITH_EFFECT,
        ACCEPTED,
        ACCEPTED_IN_PART,
        REFUSED
    }

    record Edge(Optional<CorrectionState> from, Happening happening, CorrectionState to) {}

    static final List<Edge> EDGES = List.of(
            new Edge(Optional.empty(), Happening.FILED_FOR_DECISION, RECEIVED),
            new Edge(Optional.empty(), Happening.FILED_WITH_EFFECT, ACCEPTED),
            new Edge(Optional.of(RECEIVED), Happening.ACCEPTED, ACCEPTED),
            new Edge(Optional.of(RECEIVED), Happening.ACCEPTED_IN_PART, ACCEPTED_IN_PART),
            new Edge(Optional.of(RECEIVED), Happening.REFUSED, REFUSED));

    /** The state a filing begins in. */
    public static CorrectionState of(CorrectionKind kind) {
        return next(
                Optional.empty(), kind.needsDecision() ? Happening.FILED_FOR_DECISION : Happening.FILED_WITH_EFFECT);
    }

    /** Throws {@link IllegalStateException} when the table has no such edge. */
    public CorrectionState after(Happening happening) {
        return next(Optional.of(this), happening);
    }

    /** Whether the figures are those of the correction. */
    public boolean inForce() {
        return this == ACCEPTED || this == ACCEPTED_IN_PART;
    }

    private static CorrectionState next(Optional<CorrectionState> from, Happening happening) {
        return EDGES.stream()
                .filter(edge -> edge.from().equals(from) && edge.happening() == happening)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + happening + " in state " + from))
                .to();
    }
}
