package kr.gosan.premium.application;

import java.util.List;

/** Where an application stands. The table below is the whole life of one. */
public enum ApplicationState {
    /** Received, not decided. */
    FILED,
    APPROVED,
    REFUSED,
    /** Taken back by the applicant before the decision. */
    WITHDRAWN;

    /** What happens to an application. */
    public enum Happening {
        WAS_APPROVED,
        WAS_REFUSED,
        WAS_WITHDRAWN
    }

    record Edge(ApplicationState from, Happening happening, ApplicationState to) {}

    static final List<Edge> EDGES = List.of(
            new Edge(FILED, Happening.WAS_APPROVED, APPROVED),
            new Edge(FILED, Happening.WAS_REFUSED, REFUSED),
            new Edge(FILED, Happening.WAS_WITHDRAWN, WITHDRAWN));

    /** The state after the happening; throws {@link IllegalStateException} when the table has no such edge. */
    public ApplicationState after(Happening happening) {
        return EDGES.stream()
                .filter(edge -> edge.from == this && edge.happening == happening)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + happening + " in state " + this))
                .to;
    }
}
