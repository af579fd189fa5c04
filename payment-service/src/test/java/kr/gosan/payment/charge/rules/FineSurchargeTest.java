package kr.gosan.payment.charge.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.money.Won;
import kr.gosan.platform.law.LawFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FineSurchargeTest {

    private static final LawBook BOOK = LawFiles.read(FineSurchargeTest.class.getClassLoader());
    private static final LocalDate DUE = LocalDate.of(2026, 5, 4);

    /** 1,000,000: 3 % at once, 12,000 for each month that has gone by, sixty at most. */
    @ParameterizedTest
    @CsvSource({
        "2026-05-05, 0, 30000, 2026-06-04",
        "2026-06-04, 0, 30000, 2026-06-04",
        "2026-06-05, 1, 42000, 2026-07-04",
        "2026-07-04, 1, 42000, 2026-07-04",
        "2026-07-05, 2, 54000, 2026-08-04",
        "2031-05-04, 59, 738000, 2031-05-04",
        "2031-05-05, 60, 750000, 2031-06-04",
        "2031-06-05, 61, 750000, 2031-07-04"
    })
    void itGrowsByTheMonth(String on, int months, long amount, String until) {
        FineSurcharge surcharge = known(1_000_000, DUE, LocalDate.parse(on));
        assertEquals(months, surcharge.months());
        assertEquals(Won.of(amount), surcharge.amount());
        assertEquals(LocalDate.parse(until), surcharge.until());
    }

    @Test
    void aMonthThatLacksTheDayEndsWithItsLast() {
        LocalDate due = LocalDate.of(2026, 1, 31);
        assertEquals(0, known(1_000_000, due, LocalDate.of(2026, 2, 28)).months());
        assertEquals(1, known(1_000_000, due, LocalDate.of(2026, 3, 1)).months());
    }

    @Test
    void eachPartIsTruncatedBelowTenWonAndToldInItsLine() {
        // 123,450 × 3 % = 3,703.5 → 3,700; × 1.2 % = 1,481.4 → 1,480, twice
        FineSurcharge surcharge = known(123_450, DUE, LocalDate.of(2026, 7, 5));
        assertEquals(Won.of(3_700 + 2 * 1_480), surcharge.amount());
        assertEquals(2, surcharge.trace().size());
        assertTrue(surcharge.trace().toString().contains("질서위반행위규제법 §24②"));
    }

    @Test
    void aDueDateWhoseLawIsNotKnownIsRefusedByName() {
        FineSurcharge.Answer answer =
                FineSurcharge.of(Won.of(1_000_000), LocalDate.of(2017, 12, 31), LocalDate.of(2018, 1, 1), BOOK);
        assertTrue(answer.toString().contains("fine.surcharge.first"), answer.toString());
    }

    private static FineSurcharge known(long fine, LocalDate dueDate, LocalDate on) {
        return ((FineSurcharge.Answer.Known) FineSurcharge.of(Won.of(fine), dueDate, on, BOOK)).surcharge();
    }
}
