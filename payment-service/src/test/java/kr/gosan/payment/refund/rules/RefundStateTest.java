package kr.gosan.payment.refund.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.gosan.payment.refund.rules.RefundState.Cause;
import kr.gosan.payment.refund.rules.RefundState.Edge;
import org.junit.jupiter.api.Test;

class RefundStateTest {

    @Test
    void everyStateIsReached() {
        Set<RefundState> reached = EnumSet.noneOf(RefundState.class);
        Deque<Optional<RefundState>> toVisit = new ArrayDeque<>(Set.of(Optional.empty()));
        while (!toVisit.isEmpty()) {
            Optional<RefundState> from = toVisit.pop();
            RefundState.TABLE.stream()
                    .filter(edge -> edge.from().equals(from) && reached.add(edge.to()))
                    .forEach(edge -> toVisit.push(Optional.of(edge.to())));
        }
        assertEquals(EnumSet.allOf(RefundState.class), reached);
    }

    @Test
    void everyStateHasAWayOnExceptWhereNothingIsLeftToRefund() {
        for (RefundState state : RefundState.values()) {
            boolean leaves =
                    RefundState.TABLE.stream().anyMatch(edge -> edge.from().equals(Optional.of(state)));
            assertEquals(!state.isFinal(), leaves, state.name());
        }
    }

    @Test
    void everyCauseLeadsSomewhereAndNoneLeadsFromOneStateToTwo() {
        assertEquals(
                Set.copyOf(Arrays.asList(Cause.values())),
                RefundState.TABLE.stream().map(Edge::cause).collect(Collectors.toSet()));
        Set<String> ways = new HashSet<>();
        RefundState.TABLE.forEach(edge -> assertTrue(ways.add(edge.from() + " " + edge.cause()), edge.toString()));
    }

    @Test
    void moneyLeavesOnlyAfterAnApproval() {
        assertEquals(
                Set.of(Optional.of(RefundState.APPROVED)),
                RefundState.TABLE.stream()
                        .filter(edge -> edge.to() == RefundState.SENT)
                        .map(Edge::from)
                        .collect(Collectors.toSet()));
        assertEquals(
                Set.of(Optional.of(RefundState.PROPOSED)),
                RefundState.TABLE.stream()
                        .filter(edge -> edge.to() == RefundState.APPROVED)
                        .map(Edge::from)
                        .collect(Collectors.toSet()));
    }

    @Test
    void whatIsPaidIsNotProposedAgainUnlessItCameBack() {
        Stream.of(Cause.PROPOSAL, Cause.APPROVAL, Cause.TRANSFER_ORDERED, Cause.TRANSFER_CONFIRMED)
                .forEach(cause -> assertTrue(
                        RefundState.edge(Optional.of(RefundState.PAID), cause).isEmpty(), cause.name()));
        assertEquals(
                RefundState.WAITING,
                RefundState.edge(Optional.of(RefundState.PAID), Cause.TRANSFER_RETURNED)
                        .orElseThrow()
                        .to());
    }
}
