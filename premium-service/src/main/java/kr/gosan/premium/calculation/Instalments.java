package kr.gosan.premium.calculation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import kr.gosan.kernel.money.Rounding;
import kr.gosan.kernel.money.Won;
import kr.gosan.premium.law.Schedule.InstalmentPeriod;

/**
 * Divides a fund's whole estimate into instalments (보험료징수법 시행령 §22, source document p.12): each later period gets
 * its share, parts below 10 won dropped, and the first one what remains — so the instalments always add up to the whole.
 * Always the whole estimate is divided, never what is left of it after an offset.
 */
final class Instalments {

    private Instalments() {}

    /** One amount for each period, in order. */
    static List<Won> of(Won estimate, List<InstalmentPeriod> periods) {
        long all = shares(periods);
        List<Won> amounts = new ArrayList<>();
        for (InstalmentPeriod period : periods) {
            long share = Math.floorDiv(estimate.times(period.share()).amount(), all);
            amounts.add(Rounding.TRUNCATE_BELOW_TEN_WON.apply(Won.of(share)));
        }
        Won later = Won.sum(amounts.subList(1, amounts.size()));
        amounts.set(0, estimate.minus(later));
        return Collections.unmodifiableList(amounts);
    }

    static long shares(List<InstalmentPeriod> periods) {
        return periods.stream().mapToLong(InstalmentPeriod::share).sum();
    }
}
