package kr.gosan.premium.amendment.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.trace.Step;
import kr.gosan.kernel.trace.TraceLine;

/**
 * Whether the estimated premium of an insurance falls far enough to be reduced: by 30 % or more of what is in force
 * (보험료징수법 §18②, 시행령 §25; the bound inclusive). Each insurance is tested by itself, its funds together, on premium.
 *
 * @param before the estimate in force
 * @param after the estimate as it would really be
 */
public record EstimateFall(Insurance insurance, Won before, Won after, AppliedParameter minimum) {

    private static final int PERCENT = 2;

    public static EstimateFall of(Insurance insurance, Figures before, Figures after, AmendmentLaw law) {
        return new EstimateFall(
                insurance,
                estimate(insurance, before),
                estimate(insurance, after),
                law.the(AmendmentTerm.ESTIMATE_FALL));
    }

    /** Exact: no rounding decides. */
    public boolean isEnough() {
        BigDecimal fall = BigDecimal.valueOf(before.minus(after).amount());
        return before.isPositive() && fall.compareTo(minimum.rate().of(before)) >= 0;
    }

    /** The fall in per cent with two digits, cut off, for people to read; zero when the estimate does not fall. */
    public BigDecimal percent() {
        Won fall = before.minus(after).max(Won.ZERO);
        return before.isPositive()
                ? BigDecimal.valueOf(fall.amount())
                        .movePointRight(PERCENT)
                        .divide(BigDecimal.valueOf(before.amount()), PERCENT, RoundingMode.DOWN)
                : BigDecimal.ZERO;
    }

    public TraceLine trace() {
        return Step.of(StepName.of(insurance, "estimate-fall"), "보험료징수법 §18②; 시행령 §25")
                .in("before", before)
                .in("after", after)
                .using(minimum)
                .gives(
                        "(" + before + " − " + after + ") / " + before + " = " + percent() + "% "
                                + (isEnough() ? "≥ " : "< ") + minimum.rate(),
                        before.minus(after));
    }

    private static Won estimate(Insurance insurance, Figures figures) {
        return Won.sum(Fund.of(insurance).stream()
                .map(fund -> figures.of(fund).estimated())
                .toList());
    }
}
