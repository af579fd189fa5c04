package kr.gosan.payment.slip;

import java.util.List;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.debt.PaymentPeriod;

/**
 * A fund's row of a slip in events.
 *
 * @param confirmedAdditional below zero what an excess covers
 */
record SlipRow(Fund fund, Won confirmedAdditional, Won estimate, Won lumpSumDiscount, Won charge) {

    static List<SlipRow> of(PaymentPeriod figures) {
        return figures.funds().stream()
                .map(row -> new SlipRow(
                        row.fund(), row.confirmedAdditional(), row.estimate(), row.lumpSumDiscount(), row.charge()))
                .toList();
    }
}
