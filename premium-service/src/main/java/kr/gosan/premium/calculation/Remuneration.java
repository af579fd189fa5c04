package kr.gosan.premium.calculation;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kr.gosan.kernel.money.Won;
import kr.gosan.premium.law.ReturnRow;

/**
 * The total remuneration (보수총액) of a year by the rows of the return, each zero or more.
 *
 * @param parts for each row the base by rate period, where the filer knows it; no entry where not
 */
public record Remuneration(
        Won general, Won equipment, Won overseas, Won unemployment, Won stability, Map<ReturnRow, List<Part>> parts) {

    /** What was paid in one stretch of the year, both days inclusive. */
    public record Part(LocalDate from, LocalDate to, Won remuneration) {}

    public Remuneration {
        Map<ReturnRow, List<Part>> ordered = new EnumMap<>(ReturnRow.class);
        parts.forEach((row, each) -> {
            if (!each.isEmpty()) {
                ordered.put(row, List.copyOf(each));
            }
        });
        parts = Collections.unmodifiableMap(ordered);
    }

    public Won of(ReturnRow row) {
        return switch (row) {
            case GENERAL -> general;
            case EQUIPMENT -> equipment;
            case OVERSEAS -> overseas;
            case UNEMPLOYMENT -> unemployment;
            case STABILITY -> stability;
        };
    }

    /** The row's base by rate period as the filer states it; empty when not stated. */
    public List<Part> parts(ReturnRow row) {
        return parts.getOrDefault(row, List.of());
    }

    /** The base of industrial-accident insurance: all its rows together. */
    public Won accident() {
        return general.plus(equipment).plus(overseas);
    }
}
