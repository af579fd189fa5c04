package kr.gosan.payment.suspense;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where a decision about suspended money stands. The database checks the same edges. */
public enum ResolutionState {
    /** A return that a second operator has to approve. */
    PROPOSED,
    /** Approved; the bank is asked until it takes the order. */
    APPROVED,
    /** On its way. */
    SENT,
    /** In the payer's account. It may still come back. */
    PAID,
    /** Applied to a slip or to arrears, or a refund now. */
    DONE,
    /** Not approved. The money stays on suspense. */
    REJECTED,
    /** The bank did not take the order. The money stays on suspense. */
    FAILED,
    /** The transfer came back: the money stands on suspense again. */
    RETURNED;

    static final Map<ResolutionState, Set<ResolutionState>> EDGES = Map.of(
            PROPOSED, EnumSet.of(APPROVED, REJECTED),
            APPROVED, EnumSet.of(SENT, FAILED),
            SENT, EnumSet.of(PAID, RETURNED),
            PAID, EnumSet.of(RETURNED));

    boolean leadsTo(ResolutionState next) {
        return EDGES.getOrDefault(this, Set.of()).contains(next);
    }
}
