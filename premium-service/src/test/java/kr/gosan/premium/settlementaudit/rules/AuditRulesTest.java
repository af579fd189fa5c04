package kr.gosan.premium.settlementaudit.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import kr.gosan.kernel.money.Won;
import org.junit.jupiter.api.Test;

class AuditRulesTest {

    @Test
    void theTableReachesEveryStateFromTheSelectionAndRefusesTheRest() {
        Set<AuditState> reached = new HashSet<>(Set.of(AuditState.SELECTED));
        for (int i = 0; i < AuditState.EDGES.size(); i++) {
            AuditState.EDGES.stream()
                    .filter(e -> reached.contains(e.from()))
                    .toList()
                    .forEach(e -> reached.add(e.to()));
        }
        assertEquals(Set.of(AuditState.values()), reached);
        int edges = 0;
        for (AuditState state : AuditState.values()) {
            for (AuditState.Step step : AuditState.Step.values()) {
                if (state.allows(step)) {
                    edges++;
                    state.after(step);
                } else {
                    assertThrows(IllegalStateException.class, () -> state.after(step));
                }
            }
        }
        assertEquals(AuditState.EDGES.size(), edges, "no edge twice");
    }

    @Test
    void whatIsOverStaysOver() {
        for (AuditState end : Set.of(AuditState.CONCLUDED, AuditState.CLOSED_WITHOUT_CHANGE, AuditState.DROPPED)) {
            assertTrue(AuditState.EDGES.stream().noneMatch(edge -> edge.from() == end), end.name());
        }
    }

    @Test
    void beforeTheNoticeNothingIsClosedAndAfterItEverythingIs() {
        assertFalse(AuditState.SELECTED.isNoticed());
        assertFalse(AuditState.DROPPED.isNoticed());
        assertTrue(AuditState.NOTICED.isNoticed());
        assertTrue(AuditState.CONCLUDED.isNoticed());
    }

    @Test
    void aDeviationOfExactlyTheThresholdIsSelected() {
        BigDecimal ten = BigDecimal.TEN;
        assertTrue(deviation(1_000_000, 1_100_000).reaches(ten));
        assertFalse(deviation(1_000_000, 1_099_999).reaches(ten));
        assertTrue(deviation(1_000_000, 900_000).reaches(ten));
        assertFalse(deviation(1_000_000, 900_001).reaches(ten));
        assertEquals("9.99", deviation(1_000_000, 1_099_999).percent().toPlainString());
        assertEquals("-10.00", deviation(1_000_000, 900_000).percent().toPlainString());
    }

    @Test
    void nothingFiledAndSomethingEstimatedAlwaysDeviatesAndNoDifferenceNever() {
        assertTrue(deviation(0, 1).reaches(new BigDecimal("1000000")));
        assertFalse(deviation(0, 0).reaches(BigDecimal.ZERO));
        assertFalse(deviation(5, 5).reaches(BigDecimal.ZERO));
    }

    private static Deviation deviation(long filed, long estimated) {
        return new Deviation(Won.of(filed), Won.of(estimated));
    }
}
