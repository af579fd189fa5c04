package kr.gosan.premium.law;

import java.time.LocalDate;
import java.util.Optional;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LookUp;

/**
 * When the right to collect or return the premium of a year lapses (보험료징수법 §41①, §43②). It runs from the first day of
 * the next insurance year, or from the day the relation ended; that day counts, since it begins with it (민법 §157).
 */
public final class Lapse {

    private static final String LIMITATION = "limitation.premium";

    private Lapse() {}

    /** The last day before it, inclusive; empty where the law of the year is not known. */
    public static Optional<LocalDate> lastDay(int insuranceYear, Workplace workplace, LawBook book) {
        LocalDate nextYear = LocalDate.ofYearDay(insuranceYear + 1, 1);
        LocalDate start =
                workplace.extinctOn().filter(day -> day.isBefore(nextYear)).orElse(nextYear);
        return switch (book.on(LIMITATION, start)) {
            case LookUp.Refused refused -> Optional.empty();
            case LookUp.Found found ->
                Optional.of(start.plusYears(found.parameter().whole()).minusDays(1));
        };
    }
}
