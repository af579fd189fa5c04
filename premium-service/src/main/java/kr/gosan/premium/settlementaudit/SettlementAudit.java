package kr.gosan.premium.settlementaudit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.premium.settlementaudit.rules.AuditState;

/**
 * A settlement audit of one workplace and year.
 *
 * @param filedRemuneration what was in force when it was selected
 * @param estimatedRemuneration what the outside figures came to
 * @param trace how they came to it (JSON)
 * @param correctionId the correction its result brought; null before
 */
public record SettlementAudit(
        UUID id,
        UUID selectionId,
        UUID returnId,
        WorkplaceNumber managementNo,
        int insuranceYear,
        AuditState state,
        Won filedRemuneration,
        Won estimatedRemuneration,
        BigDecimal deviationPercent,
        String trace,
        UUID correctionId,
        List<Happened> steps) {

    /** A step that was taken; {@code note} says why, what was demanded, or what came of it. */
    public record Happened(int no, AuditState.Step step, LocalDate on, String note) {}

    long refusedDemands() {
        return steps.stream()
                .filter(it -> it.step() == AuditState.Step.DEMAND_REFUSAL)
                .count();
    }
}
