package kr.gosan.premium.settlementaudit.rules;

import java.util.List;
import java.util.Set;

/** Where a settlement audit (확정정산, 보험료징수법 §19④, §20, 시행령 §27) stands. The table below is the whole life of one. */
public enum AuditState {
    /** Chosen by deviation; nobody has been told, amendment is open. */
    SELECTED,
    /** The plan notice is sent: amendment is closed from that day. */
    NOTICED,
    /** Data is demanded. */
    DATA_DEMANDED,
    /** The demand was refused or not answered; it may be repeated. */
    DEMAND_REFUSED,
    /** The data is there. */
    DATA_RECEIVED,
    /** A result was decided and is in force as a correction. */
    CONCLUDED,
    /** The filed figures were found right. */
    CLOSED_WITHOUT_CHANGE,
    /** Given up before the notice. */
    DROPPED;

    /** What happens to an audit. */
    public enum Step {
        PLAN_NOTICE,
        DATA_DEMAND,
        DEMAND_REFUSAL,
        DATA_RECEIPT,
        RESULT,
        NO_CHANGE,
        DROP
    }

    record Edge(AuditState from, Step step, AuditState to) {}

    static final List<Edge> EDGES = List.of(
            new Edge(SELECTED, Step.PLAN_NOTICE, NOTICED),
            new Edge(SELECTED, Step.DROP, DROPPED),
            new Edge(NOTICED, Step.DATA_DEMAND, DATA_DEMANDED),
            new Edge(NOTICED, Step.RESULT, CONCLUDED),
            new Edge(NOTICED, Step.NO_CHANGE, CLOSED_WITHOUT_CHANGE),
            new Edge(DATA_DEMANDED, Step.DATA_RECEIPT, DATA_RECEIVED),
            new Edge(DATA_DEMANDED, Step.DEMAND_REFUSAL, DEMAND_REFUSED),
            new Edge(DEMAND_REFUSED, Step.DATA_DEMAND, DATA_DEMANDED),
            new Edge(DEMAND_REFUSED, Step.DATA_RECEIPT, DATA_RECEIVED),
            // By similar businesses, and only after as many refusals as the law asks for.
            new Edge(DEMAND_REFUSED, Step.RESULT, CONCLUDED),
            new Edge(DATA_RECEIVED, Step.DATA_DEMAND, DATA_DEMANDED),
            new Edge(DATA_RECEIVED, Step.RESULT, CONCLUDED),
            new Edge(DATA_RECEIVED, Step.NO_CHANGE, CLOSED_WITHOUT_CHANGE));

    /** Whether the table has such an edge. */
    public boolean allows(Step step) {
        return EDGES.stream().anyMatch(edge -> edge.from() == this && edge.step() == step);
    }

    /** The state after the step; throws {@link IllegalStateException} when the table has no such edge. */
    public AuditState after(Step step) {
        return EDGES.stream()
                .filter(edge -> edge.from() == this && edge.step() == step)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + step + " in state " + this))
                .to();
    }

    /** Whether the employer has been told: from the notice on its amendment is closed, and it may read the audit. */
    public boolean isNoticed() {
        return !Set.of(SELECTED, DROPPED).contains(this);
    }
}
