package kr.gosan.payment.debt;

import java.util.Objects;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.number.WorkplaceNumber;

/**
 * What a debt is known by. It has one slip that counts, or none when nothing is payable.
 *
 * @param insuranceYear the year whose premium the return confirms; of a charge, the year it belongs to
 * @param originId the return of a PERIOD, the adjustment of a CORRECTION, the charge of anything else
 * @param returnId null for what stems from no return
 * @param period 0 for a lump sum and for everything that is no PERIOD, else 1 to 4
 */
public record Debt(
        DebtKind kind,
        WorkplaceNumber managementNo,
        int insuranceYear,
        UUID originId,
        UUID returnId,
        Insurance insurance,
        int period) {

    public Debt {
        Objects.requireNonNull(managementNo, "managementNo");
        Objects.requireNonNull(originId, "originId");
        Objects.requireNonNull(insurance, "insurance");
        if (kind.ofReturn() != (returnId != null)) {
            throw new IllegalArgumentException(kind + " and a return do not fit: " + returnId);
        }
    }

    public static Debt ofPeriod(
            WorkplaceNumber managementNo, int insuranceYear, UUID returnId, Insurance insurance, int period) {
        return new Debt(DebtKind.PERIOD, managementNo, insuranceYear, returnId, returnId, insurance, period);
    }

    public static Debt ofCorrection(
            WorkplaceNumber managementNo, int insuranceYear, UUID adjustmentId, UUID returnId, Insurance insurance) {
        return new Debt(DebtKind.CORRECTION, managementNo, insuranceYear, adjustmentId, returnId, insurance, 0);
    }

    /** @param kind BENEFIT_RECOVERY or FINE */
    public static Debt ofCharge(
            DebtKind kind, WorkplaceNumber managementNo, int insuranceYear, UUID chargeId, Insurance insurance) {
        return new Debt(kind, managementNo, insuranceYear, chargeId, null, insurance, 0);
    }
}
