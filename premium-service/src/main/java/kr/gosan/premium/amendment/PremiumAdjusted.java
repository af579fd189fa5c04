package kr.gosan.premium.amendment;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.premium.amendment.rules.CorrectionKind;

/**
 * Data of the event {@code kr.gosan.premium.premium-adjusted.v1}: only the difference to the figures in force before. No
 * personal data. Published in {@code docs/events}.
 *
 * @param decidedBy member who decided it, or filed it where it took effect at once: who approves its refund is somebody else
 */
public record PremiumAdjusted(
        UUID adjustmentId,
        UUID returnId,
        int correctionNo,
        CorrectionKind kind,
        WorkplaceNumber managementNo,
        int insuranceYear,
        LocalDate decidedOn,
        String decidedBy,
        List<AdjustmentView.InsuranceView> insurances) {

    public static final String TYPE = "kr.gosan.premium.premium-adjusted.v1";

    static PremiumAdjusted of(Correction it) {
        return new PremiumAdjusted(
                it.id(),
                it.returnId(),
                it.no(),
                it.kind(),
                it.managementNo(),
                it.insuranceYear(),
                it.decision().orElseThrow().on(),
                it.decision().orElseThrow().by(),
                it.effect().orElseThrow().adjustment().insurances());
    }
}
