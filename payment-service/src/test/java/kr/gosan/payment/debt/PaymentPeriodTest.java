package kr.gosan.payment.debt;

import static kr.gosan.payment.testing.Filings.period;
import static kr.gosan.payment.testing.Filings.row;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import org.junit.jupiter.api.Test;

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
}
