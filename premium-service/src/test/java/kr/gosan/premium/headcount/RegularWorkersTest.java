package kr.gosan.premium.headcount;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.workplace.EmployeeScale;
import kr.gosan.platform.law.LawFiles;
import kr.gosan.premium.headcount.RegularWorkers.Heads;
import org.junit.jupiter.api.Test;

class RegularWorkersTest {

    private static final LawBook LAW = LawFiles.read(RegularWorkersTest.class.getClassLoader());

    @Test
    void theMeanIsTheSumOverTheMonthsOfBusinessTruncatedToTwoDecimals() {
        RegularWorkers workers = of(year(10, 10, 11));
        assertEquals("10.33", workers.mean().toPlainString());
        assertEquals(3, workers.months());
        assertEquals("10", of(year(10, 10)).mean().toPlainString());
    }

    @Test
    void theScaleChangesAt150WorkersExactly() {
        assertEquals(EmployeeScale.UNDER_150, of(year(150, 149)).scale());
        assertEquals(EmployeeScale.PRIORITY_150_OR_MORE, of(year(150, 150)).scale());
    }

    @Test
    void theShownMeanDoesNotDecide() {
        // 1,799 heads over 12 months are 149.91…; one more is 150 exactly.
        int[] months = new int[12];
        Arrays.fill(months, 150);
        months[11] = 149;
        assertEquals(EmployeeScale.UNDER_150, of(year(months)).scale());
        assertEquals("149.91", of(year(months)).mean().toPlainString());
    }

    @Test
    void constructionIsPrioritySupportedUpTo300WorkersWithoutDailyOnes() {
        assertTrue(of(List.of(new Heads(Month.JANUARY, 900, 600))).prioritySupport());
        RegularWorkers above = of(List.of(new Heads(Month.JANUARY, 900, 599)));
        assertFalse(above.prioritySupport());
        assertEquals(EmployeeScale.FROM_150_UNDER_1000, above.scale());
        assertEquals("301", above.withoutDaily().toPlainString());
    }

    @Test
    void aThousandWorkersAndMoreReachTheHighestRate() {
        assertEquals(EmployeeScale.FROM_150_UNDER_1000, of(year(999)).scale());
        RegularWorkers large = of(year(1_000));
        assertEquals(EmployeeScale.FROM_1000_OR_GOVERNMENT, large.scale());
        assertEquals("8.5", large.stabilityRate().figure().toPlainString());
    }

    @Test
    void anUnknownYearIsRefusedByName() {
        RegularWorkers.Answer.Unknown unknown =
                assertInstanceOf(RegularWorkers.Answer.Unknown.class, RegularWorkers.of(1999, year(1), LAW));
        assertEquals(
                "headcount.priority-support-limit",
                unknown.refusals().getFirst().parameterId());
    }

    private static List<Heads> year(int... workers) {
        List<Heads> heads = new ArrayList<>();
        for (int i = 0; i < workers.length; i++) {
            heads.add(new Heads(Month.of(i + 1), workers[i], 0));
        }
        return heads;
    }

    private static RegularWorkers of(List<Heads> heads) {
        return assertInstanceOf(RegularWorkers.Answer.Known.class, RegularWorkers.of(2021, heads, LAW))
                .workers();
    }
}
