package kr.gosan.premium.amendment.rules;

import java.util.Optional;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;

/**
 * Which way a correction goes. An amended return only raises, a claim only lowers; what raises one insurance and lowers the
 * other is two filings, because the law has different conditions for each. Inside employment insurance the funds are netted.
 */
public final class Direction {

    private Direction() {}

    /** The code of what stands against the correction; empty when it goes the way of its kind. */
    public static Optional<String> against(CorrectionKind kind, Figures before, Figures after) {
        boolean raises = false;
        boolean lowers = false;
        for (Insurance insurance : Insurance.values()) {
            Won change = change(insurance, before, after, kind != CorrectionKind.AMENDED_RETURN);
            raises |= change.isPositive();
            lowers |= change.isNegative();
        }
        return switch (kind) {
            case AMENDED_RETURN ->
                lowers
                        ? Optional.of("amendment-lowers")
                        : raises ? Optional.empty() : Optional.of("amendment-changes-nothing");
            case CORRECTION_CLAIM, ESTIMATE_REDUCTION ->
                raises
                        ? Optional.of("claim-raises")
                        : lowers ? Optional.empty() : Optional.of("amendment-changes-nothing");
            case RATE_CHANGE, SETTLEMENT_AUDIT, LATE_FILING -> Optional.empty();
        };
    }

    private static Won change(Insurance insurance, Figures before, Figures after, boolean withEstimate) {
        Won change = Won.ZERO;
        for (Fund fund : Fund.of(insurance)) {
            change = change.plus(after.of(fund).confirmed())
                    .minus(before.of(fund).confirmed());
            if (withEstimate) {
                change = change.plus(after.of(fund).estimated())
                        .minus(before.of(fund).estimated());
            }
        }
        return change;
    }
}
