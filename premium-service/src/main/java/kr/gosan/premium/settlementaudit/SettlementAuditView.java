package kr.gosan.premium.settlementaudit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.trace.TraceLine;
import kr.gosan.premium.settlementaudit.rules.AuditState;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A settlement audit as the API shows it; an employer sees it from its plan notice on.
 *
 * @param filedRemuneration what was in force when it was selected
 * @param estimatedRemuneration what figures from outside came to
 * @param deviationPercent by how much they differ, of what was filed; negative when less was estimated
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
        Won filedRemuneration,
        Won estimatedRemuneration,
        String deviationPercent,

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
                it.filedRemuneration(),
                it.estimatedRemuneration(),
                it.deviationPercent().toPlainString(),
                trace,
                it.steps(),
                it.correctionId());
    }

    /** @param nextCursor give it as {@code cursor} to read on; missing on the last page */
    @Schema(name = "SettlementAuditPage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<SettlementAuditView> items, UUID nextCursor) {}
}
