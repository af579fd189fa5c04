package kr.gosan.premium.remuneration;

import java.time.LocalDate;

/**
 * Service of construction-equipment operators who drive their own machines, both days inclusive.
 *
 * @param operators how many served all of it
 */
public record EquipmentService(LocalDate from, LocalDate to, int operators) {}
