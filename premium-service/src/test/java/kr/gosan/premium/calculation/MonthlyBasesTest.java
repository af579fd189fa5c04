package kr.gosan.premium.calculation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthlyBasesTest {

    /** 2021's mean wage in construction, as the filing guide prints it. */
    private static final Won MEAN = Won.of(4_330_442);

    @Test
    void aYearIsDividedEvenlyAndTheFirstMonthTakesTheRemainder() {
        assertEquals(List.of(Won.of(35), Won.of(33), Won.of(33)), MonthlyBases.evenly(Won.of(101), 3));
        assertEquals(List.of(Won.of(7)), MonthlyBases.evenly(Won.of(7), 1));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "2165220, 0",
        "2165221, 1", // exactly half a head
        "4330442, 1",
        "6495662, 1",
        "6495663, 2",
        "999999999999999, 230923310"
    })
    void headsAreRoundedHalfUp(long remuneration, long heads) {
        assertEquals(heads, MonthlyBases.heads(Won.of(remuneration), MEAN));
    }

    @Test
    void theAutomaticTableAddsUpToTheBasesAndSaysThatHeadsAreEstimated() {
        MonthlyBases table = MonthlyBases.automatic(
                Map.of(Fund.INDUSTRIAL_ACCIDENT, Won.of(130_000_000), Fund.UNEMPLOYMENT, Won.of(120_000_001)),
                1,
                12,
                MEAN);
        assertTrue(table.headsEstimated());
        assertEquals(12, table.months().size());
        assertEquals(Won.of(130_000_000), table.remuneration(Fund.INDUSTRIAL_ACCIDENT));
        assertEquals(Won.of(120_000_001), table.remuneration(Fund.UNEMPLOYMENT));
        assertEquals(Won.ZERO, table.remuneration(Fund.STABILITY));
        // 130,000,000 = 10,833,337 + 11 × 10,833,333; ÷ 4,330,442 = 2.5 and a bit
        assertEquals(
                new MonthlyBases.Cell(3, Won.of(10_833_337)),
                table.months().getFirst().of(Fund.INDUSTRIAL_ACCIDENT));
        assertEquals(
                new MonthlyBases.Cell(3, Won.of(10_833_333)),
                table.months().get(11).of(Fund.INDUSTRIAL_ACCIDENT));
        assertEquals(Won.of(10_000_000), table.meanRemuneration(Fund.UNEMPLOYMENT));
    }

    @Test
    void meansAreOverTheMonthsOfTheRelation() {
        MonthlyBases.Month october = month(10, 2, 1_000);
        MonthlyBases table = MonthlyBases.stated(List.of(october, month(12, 3, 1_001)), 10, 12, false);
        assertFalse(table.headsEstimated());
        assertEquals(
                List.of(10, 11, 12),
                table.months().stream().map(MonthlyBases.Month::month).toList());
        assertEquals(5, table.heads(Fund.STABILITY));
        assertEquals(2, table.meanHeads(Fund.STABILITY)); // 5 ÷ 3 = 1.67
        assertEquals(Won.of(667), table.meanRemuneration(Fund.STABILITY)); // 2,001 ÷ 3
        assertEquals(Won.of(666), table(10, 2_000).meanRemuneration(Fund.STABILITY)); // 666.67, dropped
    }

    @Test
    void aMonthOutsideTheRelationStaysOnlyWhenSomethingIsStatedForIt() {
        assertEquals(
                List.of(10, 11, 12),
                MonthlyBases.stated(List.of(month(9, 0, 0)), 10, 12, false).months().stream()
                        .map(MonthlyBases.Month::month)
                        .toList());
        assertEquals(
                9,
                MonthlyBases.stated(List.of(month(9, 1, 0)), 10, 12, false)
                        .months()
                        .getFirst()
                        .month());
    }

    private static MonthlyBases table(int first, long remuneration) {
        return MonthlyBases.stated(List.of(month(first, 1, remuneration)), first, 12, false);
    }

    private static MonthlyBases.Month month(int month, long heads, long remuneration) {
        MonthlyBases.Cell cell = new MonthlyBases.Cell(heads, Won.of(remuneration));
        return new MonthlyBases.Month(
                month, Map.of(Fund.INDUSTRIAL_ACCIDENT, cell, Fund.UNEMPLOYMENT, cell, Fund.STABILITY, cell));
    }
}
