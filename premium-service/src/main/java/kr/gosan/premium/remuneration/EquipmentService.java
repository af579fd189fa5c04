package kr.gosan.premium.remuneration;

import java.time.LocalDate;

/**
 * Service of construction-equipment operators who drive their own machines, both days inclusive.
 *
 * @param operators how many served all of it
 */
public record EquipmentService(LocalDate from, LocalDate to, int operators) {

    /** Whether it is a stretch of days at all, and all of them are in the year. */
    public boolean isWithin(int year) {
        return !from.isAfter(to) && from.getYear() == year && to.getYear() == year;
    }
}
