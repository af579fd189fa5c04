package kr.gosan.payment.debt;

import static kr.gosan.payment.testing.Filings.period;
import static kr.gosan.payment.testing.Filings.row;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.time.BusinessCalendar;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentPeriodTest {

    @Test
    void theReductionIsTakenFromUnemploymentFirst() {
        PaymentPeriod slip = period(0, 5_000, row(Fund.UNEMPLOYMENT, 0, 90_000, 0), row(Fund.STABILITY, 0, 20_000, 0));
        assertEquals(Map.of(Fund.UNEMPLOYMENT, Won.of(5_000), Fund.STABILITY, Won.ZERO), slip.reductionByFund());
        assertEquals(Map.of(Fund.UNEMPLOYMENT, Won.of(85_000), Fund.STABILITY, Won.of(20_000)), slip.payableByFund());
    }

    @Test
    void whatUnemploymentCannotBearIsTakenFromTheOtherFund() {
        PaymentPeriod slip =
                period(0, 5_000, row(Fund.UNEMPLOYMENT, -87_000, 90_000, 0), row(Fund.STABILITY, 0, 20_000, 0));
        assertEquals(Map.of(Fund.UNEMPLOYMENT, Won.of(3_000), Fund.STABILITY, Won.of(2_000)), slip.reductionByFund());
        assertEquals(Map.of(Fund.UNEMPLOYMENT, Won.ZERO, Fund.STABILITY, Won.of(18_000)), slip.payableByFund());
    }

    @ParameterizedTest
    @CsvSource({
        "2022-03-31, 2022-03-31",
        "2022-05-15, 2022-05-16",
        "2022-08-15, 2022-08-16",
        "2022-11-15, 2022-11-15",
        "2024-03-31, 2024-04-01",
        "2026-08-15, 2026-08-18"
    })
    void theDueDateMovesToTheNextBusinessDay(LocalDate statutory, LocalDate due) {
        assertEquals(due, due(statutory));
    }

    @Test
    void aDueDateThatNoCalendarCoversIsNotGuessed() {
        Assertions.assertThrows(BusinessCalendar.DayNotCovered.class, () -> due(LocalDate.of(2099, 3, 31)));
    }

    private static LocalDate due(LocalDate statutory) {
        return PaymentPeriod.of(1, statutory, Won.ZERO, List.of()).dueDate();
    }
}
