package kr.gosan.premium.settlementaudit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.premium.settlementaudit.rules.AuditState;

/**
 * A settlement audit of one workplace and year.
 *
 * @param deviating the insurances whose test the selection rests on; empty when an operator named the workplace
 * @param reason why it was selected, as it was recorded with the selection; null before it is stored
 * @param filedRemuneration base of industrial-accident insurance in force when it was selected; of TAX_ACCOUNTS, of all
 *     workplaces of the business
 * @param filedEmployment the same of employment insurance: the base of the stability fund, which nobody is left out of
 * @param estimatedRemuneration what the outside figures came to; null without figures, and so are both deviations
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
        List<Insurance> deviating,
        String reason,
        Won filedRemuneration,
        Won filedEmployment,
        Won estimatedRemuneration,
        BigDecimal deviationPercent,
        BigDecimal employmentDeviationPercent,
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
