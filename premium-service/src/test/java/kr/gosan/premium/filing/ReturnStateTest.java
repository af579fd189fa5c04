package kr.gosan.premium.filing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;
import kr.gosan.premium.filing.ReturnState.Edge;
import kr.gosan.premium.filing.ReturnState.Happening;
import org.junit.jupiter.api.Test;

class ReturnStateTest {

    @Test
    void everyStateIsReachedFromADraft() {
        Set<ReturnState> reached = EnumSet.of(ReturnState.DRAFT);
        Deque<ReturnState> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            ReturnState state = open.pop();
            ReturnState.EDGES.stream()
                    .filter(edge -> edge.from() == state && reached.add(edge.to()))
                    .map(Edge::to)
                    .forEach(open::push);
        }
        assertEquals(EnumSet.allOf(ReturnState.class), reached);
    }

    @Test
    void eachStateAndHappeningHasOneEdgeOrIsRefused() {
        for (ReturnState state : ReturnState.values()) {
            for (Happening happening : Happening.values()) {
                long edges = ReturnState.EDGES.stream()
                        .filter(edge -> edge.from() == state && edge.happening() == happening)
                        .count();
                assertTrue(edges <= 1, state + " " + happening);
                if (edges == 0) {
                    assertThrows(IllegalStateException.class, () -> state.after(happening));
                }
            }
        }
    }

    @Test
    void theTable() {
        assertEquals(ReturnState.FILED, ReturnState.DRAFT.after(Happening.FILED_WITH_SOMETHING_PAYABLE));
        assertEquals(ReturnState.SETTLED, ReturnState.DRAFT.after(Happening.FILED_WITH_NOTHING_PAYABLE));
        assertEquals(ReturnState.PARTLY_PAID, ReturnState.FILED.after(Happening.PAID_IN_PART));
        assertEquals(ReturnState.SETTLED, ReturnState.FILED.after(Happening.PAID_IN_FULL));
        assertEquals(ReturnState.PARTLY_PAID, ReturnState.PARTLY_PAID.after(Happening.PAID_IN_PART));
        assertEquals(ReturnState.SETTLED, ReturnState.PARTLY_PAID.after(Happening.PAID_IN_FULL));
        assertEquals(ReturnState.SETTLED, ReturnState.SETTLED.after(Happening.PAID_IN_FULL));
        assertEquals(ReturnState.FILED, ReturnState.FILED.after(Happening.OWED_AGAIN_WHOLLY));
        assertEquals(ReturnState.FILED, ReturnState.PARTLY_PAID.after(Happening.OWED_AGAIN_WHOLLY));
        assertEquals(ReturnState.PARTLY_PAID, ReturnState.PARTLY_PAID.after(Happening.OWED_AGAIN_IN_PART));
        assertEquals(ReturnState.FILED, ReturnState.SETTLED.after(Happening.OWED_AGAIN_WHOLLY));
        assertEquals(ReturnState.PARTLY_PAID, ReturnState.SETTLED.after(Happening.OWED_AGAIN_IN_PART));
        assertThrows(IllegalStateException.class, () -> ReturnState.DRAFT.after(Happening.PAID_IN_PART));
        assertThrows(
                IllegalStateException.class, () -> ReturnState.FILED.after(Happening.FILED_WITH_SOMETHING_PAYABLE));
    }
}
