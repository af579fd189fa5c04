package kr.gosan.premium.filing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kr.gosan.premium.calculation.Violation;
import kr.gosan.premium.law.Lapse;
import kr.gosan.premium.law.PremiumLaw;
import kr.gosan.premium.law.Workplace;

/** Years that can no longer be filed: the right to collect or return their premium has lapsed (보험료징수법 §41①, §43②). */
public final class ClosedYears {

    private ClosedYears() {}

    /** That the year is closed on that day; empty while it is open. A year whose law is unknown is refused as that. */
    public static Optional<Violation> against(
            int insuranceYear, Workplace workplace, LocalDate filedOn, PremiumLaw law) {
        return Lapse.lastDay(insuranceYear, workplace, law.book())
                .filter(filedOn::isAfter)
                .map(lapsed -> new Violation("/insuranceYear", "year-closed", List.of(lapsed)));
    }
}
