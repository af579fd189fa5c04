package kr.gosan.premium.calculation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import kr.gosan.kernel.money.Rounding;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.trace.TraceLine;
import org.junit.jupiter.api.Test;

class TraceDifferenceTest {

    @Test
    void equalTracesDifferInNothing() {
        List<TraceLine> trace = List.of(line("a", "1 + 1", 2), line("b", "2", 2));
        assertEquals(List.of(), TraceDifference.between(trace, trace));
    }

    @Test
    void aStepDiffersByItsResultOrByHowItCameAbout() {
        List<TraceDifference> found = TraceDifference.between(
                List.of(line("a", "1 + 1", 2), line("b", "1 + 3", 4), line("c", "5", 5)),
                List.of(line("a", "1 + 0", 1), line("b", "2 + 2", 4), line("c", "5", 5)));
        assertEquals(
                List.of("a", "b"), found.stream().map(TraceDifference::step).toList());
        assertEquals(Won.of(-1), found.get(0).by());
        assertEquals(Won.ZERO, found.get(1).by());
    }

    @Test
    void aStepThatOnlyOneHasCountsAgainstZero() {
        List<TraceDifference> found =
                TraceDifference.between(List.of(line("old", "7", 7)), List.of(line("new", "9", 9)));
        assertEquals(
                List.of("new", "old"), found.stream().map(TraceDifference::step).toList());
        assertTrue(found.get(0).first().isEmpty());
        assertEquals(Won.of(9), found.get(0).by());
        assertTrue(found.get(1).second().isEmpty());
        assertEquals(Won.of(-7), found.get(1).by());
    }

    @Test
    void stepsOfOneNameAreComparedInTheirOrder() {
        List<TraceDifference> found = TraceDifference.between(
                List.of(line("slip", "1", 1), line("slip", "2", 2)),
                List.of(line("slip", "1", 1), line("slip", "3", 3), line("slip", "4", 4)));
        assertEquals(
                List.of(Won.of(1), Won.of(4)),
                found.stream().map(TraceDifference::by).toList());
    }

    private static TraceLine line(String step, String formula, long result) {
        return new TraceLine(step, formula, Map.of(), List.of(), Rounding.NONE, "보험료징수법", Won.of(result));
    }
}
