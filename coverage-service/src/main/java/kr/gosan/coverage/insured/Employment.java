package kr.gosan.coverage.insured;

import java.time.LocalDate;
import kr.gosan.coverage.code.LossReason;
import kr.gosan.coverage.code.Occupation;
import kr.gosan.coverage.filing.Report;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A stretch of insured status with what was reported about it. What belongs to its end is null while it is open.
 *
 * @param contractEndsOn null when the contract has no end
 * @param unemploymentInsured false for those hired at 65 or later (고용보험법 §10③)
 * @param separationDate last day of employment; null also when only cover ended
 * @param lossDate first day no longer insured
 */
@Schema(name = "Employment")
public record Employment(
        WorkplaceNumber managementNo,
        String workplaceName,
        LocalDate acquiredOn,
        Occupation occupation,
        Won monthlyRemuneration,
        int weeklyHours,
        @Schema(nullable = true) LocalDate contractEndsOn,
        boolean unemploymentInsured,
        Report acquisition,
        @Schema(nullable = true) LocalDate separationDate,
        @Schema(nullable = true) LocalDate lossDate,
        @Schema(nullable = true) LossReason lossReason,
        @Schema(nullable = true) String lossReasonDetail,
        @Schema(nullable = true) Report loss) {

    /** As somebody else than the employer may see it: without the employer's own names for its reports. */
    Employment withoutClientReferences() {
        return new Employment(
                managementNo,
                workplaceName,
                acquiredOn,
                occupation,
                monthlyRemuneration,
                weeklyHours,
                contractEndsOn,
                unemploymentInsured,
                acquisition.withoutClientReference(),
                separationDate,
                lossDate,
                lossReason,
                lossReasonDetail,
                loss == null ? null : loss.withoutClientReference());
    }
}
