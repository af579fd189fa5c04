package kr.gosan.premium.law;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the rows of a return cost in one insurance year (the calendar year, 고용보험법 §4②), or in the part of it in
 * which the workplace existed.
 *
 * @param from first day, inclusive
 * @param to last day, inclusive
 * @param periods for each row its rate periods, in order, without gap from {@code from} to {@code to}; a row the workplace
 *     does not have, or whose rate was not needed and is not known, is missing
 */
public record YearRates(LocalDate from, LocalDate to, Map<ReturnRow, List<RatePeriod>> periods) {

    public YearRates {
        periods = java.util.Collections.unmodifiableMap(new EnumMap<>(periods));
    }

    /** Empty where the row has no rate. */
    public List<RatePeriod> of(ReturnRow row) {
        return periods.getOrDefault(row, List.of());
    }
}
