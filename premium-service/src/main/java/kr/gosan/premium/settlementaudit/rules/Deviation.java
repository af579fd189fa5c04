package kr.gosan.premium.settlementaudit.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import kr.gosan.kernel.money.Won;

/**
 * How far the remuneration estimated from outside lies from the one that was filed, upwards or downwards, as a share of
 * what was filed (보험료징수법 §19④; the filing guide: "신고보수총액과 상이한 사업장").
 *
 * @param filed confirmed remuneration in force, zero or more
 * @param estimated from external figures, zero or more
 */
public record Deviation(Won filed, Won estimated) {

    private static final int PERCENT = 2;

    /** Exact: at least the threshold, inclusive. Nothing filed and something estimated deviates without limit. */
    public boolean reaches(BigDecimal thresholdPercent) {
        Won distance = distance();
        if (distance.isZero()) {
            return false;
        }
        return BigDecimal.valueOf(distance.amount())
                        .movePointRight(PERCENT)
                        .compareTo(thresholdPercent.multiply(BigDecimal.valueOf(filed.amount())))
                >= 0;
    }

    /** With two digits, cut off, for people to read; negative when less was estimated than filed; 0 filed counts as 1. */
    public BigDecimal percent() {
        Won base = filed.max(Won.of(1));
        return BigDecimal.valueOf(estimated.minus(filed).amount())
                .movePointRight(PERCENT)
                .divide(BigDecimal.valueOf(base.amount()), PERCENT, RoundingMode.DOWN);
    }

    private Won distance() {
        Won difference = estimated.minus(filed);
        return difference.isNegative() ? difference.negate() : difference;
    }
}
