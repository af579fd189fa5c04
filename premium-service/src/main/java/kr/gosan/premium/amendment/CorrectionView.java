package kr.gosan.premium.amendment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.trace.TraceLine;
import kr.gosan.platform.receipt.Receipt;
import kr.gosan.premium.amendment.rules.CorrectionKind;
import kr.gosan.premium.amendment.rules.CorrectionState;
import kr.gosan.premium.amendment.rules.Figures;
import kr.gosan.premium.filing.ReturnFields;
import kr.gosan.premium.filing.ReturnRequest;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A correction as the API shows it.
 *
 * @param no place in the chain of its return; null in a dry run
 * @param decideBy last day for the decision it waits for
 * @param noticeBy by when a reduction after a rate change is to be notified
 * @param figures what is in force with it, by fund; missing unless it is in force
 * @param adjustment what it changes; missing unless it is in force
 */
@Schema(name = "Correction")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CorrectionView(
        UUID id,
        UUID returnId,
        Integer no,
        CorrectionKind kind,
        CorrectionState state,
        WorkplaceNumber managementNo,
        int insuranceYear,
        String clientReference,
        LocalDate filedOn,
        Correction.Sections stated,
        String reason,
        String evidence,
        boolean forceMajeure,
        ReturnFields.RefundAccount refundAccount,
        LocalDate decideBy,
        LocalDate decidedOn,
        String decisionReason,
        LocalDate noticeBy,
        @Schema(implementation = ReturnRequest.class) ReturnRequest content,
        Map<Fund, Figures.FundFigures> figures,
        AdjustmentView adjustment,
        Receipt receipt) {

    static CorrectionView of(Correction it, Receipt receipt) {
        Correction.Effect effect = it.effect().orElse(null);
        Correction.Decision decision = it.decision().orElse(null);
        ReturnFields.RefundAccount account = it.statement().refundAccount();
        return new CorrectionView(
                it.id(),
                it.returnId(),
                it.no(),
                it.kind(),
                it.state(),
                it.managementNo(),
                it.insuranceYear(),
                it.statement().clientReference(),
                it.filedOn(),
                it.statement().sections(),
                it.statement().reason(),
                it.statement().evidence(),
                it.statement().forceMajeure(),
                account == null ? null : account.masked(),
                it.decideBy(),
                decision == null ? null : decision.on(),
                decision == null ? null : decision.reason(),
                effect == null ? null : effect.noticeBy(),
                effect == null ? null : effect.content().masked(),
                effect == null ? null : effect.figures().funds(),
                effect == null ? null : effect.adjustment(),
                receipt);
    }

    /** What it would be: nothing is filed, so it has no id, number or receipt. */
    CorrectionView asDryRun() {
        return new CorrectionView(
                null,
                returnId,
                null,
                kind,
                state,
                managementNo,
                insuranceYear,
                clientReference,
                filedOn,
                stated,
                reason,
                evidence,
                forceMajeure,
                refundAccount,
                decideBy,
                decidedOn,
                decisionReason,
                noticeBy,
                content,
                figures,
                adjustment,
                null);
    }

    /**
     * All corrections of a return, and what is in force.
     *
     * @param inForce the number of the correction in force, 0 for the return itself: what the next one is filed against
     * @param lateFiling the surcharge of a return that was filed late; missing for one filed in time
     */
    @Schema(name = "CorrectionsOfReturn")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Chain(
            List<CorrectionView> items, int inForce, Map<Fund, Figures.FundFigures> figures, LateFiling lateFiling) {}

    /** @param levied whether an operator levied it, or waived it for force majeure */
    @Schema(name = "LateFilingSurcharge")
    public record LateFiling(Map<Fund, kr.gosan.kernel.money.Won> surcharge, boolean levied) {}

    /** @param nextCursor give it as {@code cursor} to read on; missing on the last page */
    @Schema(name = "CorrectionPage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<CorrectionView> items, UUID nextCursor) {}

    /** Every step of a correction in force, and every parameter version it used, as stored. */
    @Schema(name = "CorrectionTrace")
    public record Trace(
            UUID correctionId,

            @Schema(type = SchemaType.ARRAY, implementation = TraceLine.class)
            JsonNode lines,

            @Schema(type = SchemaType.ARRAY, implementation = AppliedParameter.class)
            JsonNode law) {}
}
