package kr.gosan.premium.settlementaudit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.trace.TraceLine;
import kr.gosan.premium.settlementaudit.rules.AuditState;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A settlement audit as the API shows it; an employer sees it from its plan notice on.
 *
 * @param reason why it was selected
 * @param deviating the insurances whose filed remuneration deviates; empty when an operator named the workplace
 * @param filedRemuneration base of industrial-accident insurance in force when it was selected; held against tax accounts,
 *     of all workplaces of the business
 * @param filedEmployment the same of employment insurance (base of the stability fund)
 * @param estimatedRemuneration what figures from outside came to; missing without figures, and so are both deviations
 * @param deviationPercent by how much it differs from filedRemuneration, of that; negative when less was estimated
 * @param employmentDeviationPercent the same against filedEmployment
 * @param trace how the estimate was made
 * @param correctionId the correction that its result brought
 */
@Schema(name = "SettlementAudit")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SettlementAuditView(
        UUID id,
        UUID returnId,
        WorkplaceNumber managementNo,
        int insuranceYear,
        AuditState state,
        String reason,
        List<Insurance> deviating,
        Won filedRemuneration,
        Won filedEmployment,
        Won estimatedRemuneration,
        String deviationPercent,
        String employmentDeviationPercent,

        @Schema(type = SchemaType.ARRAY, implementation = TraceLine.class)
        JsonNode trace,

        List<SettlementAudit.Happened> steps,
        UUID correctionId) {

    static SettlementAuditView of(SettlementAudit it, JsonNode trace) {
        return new SettlementAuditView(
                it.id(),
                it.returnId(),
                it.managementNo(),
                it.insuranceYear(),
                it.state(),
                it.reason(),
                it.deviating(),
                it.filedRemuneration(),
                it.filedEmployment(),
                it.estimatedRemuneration(),
                text(it.deviationPercent()),
                text(it.employmentDeviationPercent()),
                trace,
                it.steps(),
                it.correctionId());
    }

    private static String text(BigDecimal percent) {
        return percent == null ? null : percent.toPlainString();
    }

    /** @param nextCursor give it as {@code cursor} to read on; missing on the last page */
    @Schema(name = "SettlementAuditPage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<SettlementAuditView> items, UUID nextCursor) {}
}
