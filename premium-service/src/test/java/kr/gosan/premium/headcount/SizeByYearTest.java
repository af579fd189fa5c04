package kr.gosan.premium.headcount;

import static kr.gosan.kernel.workplace.EmployeeScale.FROM_1000_OR_GOVERNMENT;
import static kr.gosan.kernel.workplace.EmployeeScale.FROM_150_UNDER_1000;
import static kr.gosan.kernel.workplace.EmployeeScale.PRIORITY_150_OR_MORE;
import static kr.gosan.kernel.workplace.EmployeeScale.UNDER_150;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kr.gosan.kernel.workplace.EmployeeScale;
import org.junit.jupiter.api.Test;

class SizeByYearTest {

    @Test
    void nothingCountedLeavesWhatWasEstablished() {
        assertEquals(Map.of(), SizeByYear.of(UNDER_150, new TreeMap<>()));
    }

    @Test
    void growthKeepsTheRateForThreeYearsAndALaterCountOfTheSameSizeDoesNotBeginAnew() {
        assertEquals(
                List.of(UNDER_150, UNDER_150, UNDER_150, PRIORITY_150_OR_MORE, PRIORITY_150_OR_MORE),
                scales(UNDER_150, 3, 5, PRIORITY_150_OR_MORE, PRIORITY_150_OR_MORE, PRIORITY_150_OR_MORE)
                        .subList(0, 5));
    }

    @Test
    void withoutTheRuleGrowthCountsAtOnceAndShrinkingAlwaysDoes() {
        assertEquals(
                PRIORITY_150_OR_MORE,
                scales(UNDER_150, 0, 5, PRIORITY_150_OR_MORE).getFirst());
        assertEquals(UNDER_150, scales(FROM_150_UNDER_1000, 3, 5, UNDER_150).getFirst());
    }

    @Test
    void prioritySupportIsKeptForFiveYearsAndItsEndPutsNothingOffAgain() {
        assertEquals(
                List.of(
                        UNDER_150,
                        UNDER_150,
                        UNDER_150,
                        PRIORITY_150_OR_MORE,
                        PRIORITY_150_OR_MORE,
                        FROM_150_UNDER_1000),
                scales(UNDER_150, 3, 5, FROM_150_UNDER_1000));
    }

    @Test
    void whoNeverWasSupportedKeepsTheRateOnly() {
        assertEquals(
                List.of(FROM_150_UNDER_1000, FROM_150_UNDER_1000, FROM_150_UNDER_1000, FROM_1000_OR_GOVERNMENT),
                scales(FROM_150_UNDER_1000, 3, 5, FROM_1000_OR_GOVERNMENT).subList(0, 4));
    }

    @Test
    void shrinkingEndsWhatWasKeptAndNewGrowthBeginsItAnew() {
        assertEquals(
                List.of(UNDER_150, UNDER_150, UNDER_150, UNDER_150, UNDER_150, PRIORITY_150_OR_MORE),
                scales(UNDER_150, 3, 5, PRIORITY_150_OR_MORE, UNDER_150, PRIORITY_150_OR_MORE)
                        .subList(0, 6));
    }

    /** From 2025 on, one count for each year, then none. */
    private static List<EmployeeScale> scales(
            EmployeeScale established, int rateKept, int supportKept, EmployeeScale... counted) {
        TreeMap<Integer, SizeByYear.Counted> counts = new TreeMap<>();
        for (int i = 0; i < counted.length; i++) {
            counts.put(2025 + i, new SizeByYear.Counted(counted[i], BigDecimal.TEN, rateKept, supportKept));
        }
        return SizeByYear.of(established, counts).values().stream()
                .map(size -> size.scale())
                .toList();
    }
}
