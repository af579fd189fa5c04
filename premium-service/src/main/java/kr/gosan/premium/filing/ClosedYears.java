package kr.gosan.premium.filing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.premium.calculation.Violation;
import kr.gosan.premium.law.PremiumLaw;
import kr.gosan.premium.law.Workplace;

/**
 * Years that can no longer be filed: the right to collect or return their premium has lapsed (보험료징수법 §41①, §43②). It
 * runs from the first day of the next insurance year, or from the day the relation ended; that day counts, since it
 * begins with it (민법 §157).
 */
public final class ClosedYears {

    private static final String LIMITATION = "limitation.premium";

    private ClosedYears() {}

    /** That the year is closed on that day; empty while it is open. */
    public static Optional<Violation> against(
            int insuranceYear, Workplace workplace, LocalDate filedOn, PremiumLaw law) {
        LocalDate nextYear = LocalDate.ofYearDay(insuranceYear + 1, 1);
        LocalDate start =
                workplace.extinctOn().filter(day -> day.isBefore(nextYear)).orElse(nextYear);
        return switch (law.book().on(LIMITATION, start)) {
            case LookUp.Refused refused -> Optional.empty(); // A year whose law is unknown is refused as that.
            case LookUp.Found found -> {
                LocalDate lapsed = start.plusYears(found.parameter().whole()).minusDays(1);
                yield filedOn.isAfter(lapsed)
                        ? Optional.of(new Violation("/insuranceYear", "year-closed", List.of(lapsed)))
                        : Optional.empty();
            }
        };
    }
}
