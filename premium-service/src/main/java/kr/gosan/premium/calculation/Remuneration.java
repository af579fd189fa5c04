package kr.gosan.premium.calculation;

import java.time.LocalDate;
import java.util.List;
import kr.gosan.kernel.money.Won;
import kr.gosan.premium.law.ReturnRow;

/**
 * The total remuneration (보수총액) of a year by the rows of the return, each zero or more.
 *
 * @param unemploymentParts the unemployment base by rate period, when the filer knows it; empty when not
 */
public record Remuneration(Won general, Won equipment, Won unemployment, Won stability, List<Part> unemploymentParts) {

    /** What was paid in one stretch of the year, both days inclusive. */
    public record Part(LocalDate from, LocalDate to, Won remuneration) {}

    public Remuneration {
        unemploymentParts = List.copyOf(unemploymentParts);
    }

    public Won of(ReturnRow row) {
        return switch (row) {
            case GENERAL -> general;
            case EQUIPMENT -> equipment;
            case UNEMPLOYMENT -> unemployment;
            case STABILITY -> stability;
        };
    }

    /** The base of industrial-accident insurance: general and equipment together. */
    public Won accident() {
        return general.plus(equipment);
    }
}
