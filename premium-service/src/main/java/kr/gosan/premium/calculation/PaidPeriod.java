package kr.gosan.premium.calculation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;

/**
 * What is paid of one period of an estimate, fund by fund: column ⑤ of the return that confirms its year.
 *
 * <p>A period whose slip is paid is settled: the whole estimate counts, with the e-filing reduction (보험료징수법 §22의2②) and
 * — if it was paid in time — the lump-sum discount (§17④), for nothing of it is owed any more. What an excess was set off
 * against counts as paid too. Money that does not fill the slip goes to the confirmed premium on it first, then to the
 * funds in the order of the form.
 *
 * @param rows the slip's rows in the order of the form
 * @param full whether the slip is paid, or there is none because an excess covers it
 * @param inTime whether it was paid by its due date
 * @param money what was paid on the slip
 */
public record PaidPeriod(List<Row> rows, boolean full, boolean inTime, Won money) {

    /** @param confirmedAdditional negative where an excess is set off */
    public record Row(Fund fund, Won confirmedAdditional, Won estimate, Won lumpSumDiscount) {

        /** What an excess covers of the estimate. */
        public Won setOff() {
            return confirmedAdditional.min(Won.ZERO).negate();
        }

        Won owed() {
            return estimate.minus(lumpSumDiscount).minus(setOff()).max(Won.ZERO);
        }
    }

    public PaidPeriod {
        rows = List.copyOf(rows);
    }

    /** For every fund of the slip, between zero and its estimate. */
    public Map<Fund, Won> byFund() {
        Won left = money;
        for (Row row : rows) {
            left = left.minus(left.min(row.confirmedAdditional().max(Won.ZERO)));
        }
        Map<Fund, Won> paid = new EnumMap<>(Fund.class);
        for (Row row : rows) {
            Won byMoney = left.min(row.owed());
            left = left.minus(byMoney);
            Won whole = inTime ? row.estimate() : row.estimate().minus(row.lumpSumDiscount());
            paid.put(row.fund(), full ? whole : row.setOff().plus(byMoney).min(row.estimate()));
        }
        return paid;
    }
}
