package kr.gosan.payment.debt;

import java.util.List;
import java.util.Objects;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;

/**
 * One insurance of a filed return.
 *
 * @param lines one for each fund of the insurance
 * @param periods in order; the first one carries the confirmed additional premium
 * @param offset excess used up in the periods
 * @param refund excess left over after the last period
 */
public record FiledInsurance(
        Insurance insurance,
        PaymentMethod paymentMethod,
        List<FundSettlement> lines,
        List<PaymentPeriod> periods,
        Won offset,
        Won refund) {

    public FiledInsurance {
        Objects.requireNonNull(insurance, "insurance");
        Objects.requireNonNull(paymentMethod, "paymentMethod");
        Objects.requireNonNull(offset, "offset");
        Objects.requireNonNull(refund, "refund");
        lines = List.copyOf(lines);
        periods = List.copyOf(periods);
    }

    public FundSettlement line(Fund fund) {
        return lines.stream().filter(line -> line.fund() == fund).findFirst().orElseThrow();
    }

    /** The confirmed premium that the period demands of a fund: all of it in the first period, nothing later. */
    public Won additional(PaymentPeriod period, FundFigures row) {
        return period.equals(periods.getFirst()) ? line(row.fund()).additional() : Won.ZERO;
    }

    /** What of the excess is used up in the period for a fund: ① holds it as a deduction from the additional premium. */
    public Won offset(PaymentPeriod period, FundFigures row) {
        return additional(period, row).minus(row.confirmedAdditional());
    }
}
