package kr.gosan.payment.debt;

import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.number.WorkplaceNumber;

/**
 * What a debt is known by: one payment period of one insurance of one return. It has one slip, or none when nothing is
 * payable.
 *
 * @param insuranceYear the year whose premium the return confirms
 * @param period 0 for a lump sum, else 1 to 4
 */
public record Debt(WorkplaceNumber managementNo, int insuranceYear, UUID returnId, Insurance insurance, int period) {}
