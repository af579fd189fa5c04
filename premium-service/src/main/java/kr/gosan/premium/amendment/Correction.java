package kr.gosan.premium.amendment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.premium.amendment.rules.CorrectionKind;
import kr.gosan.premium.amendment.rules.CorrectionState;
import kr.gosan.premium.amendment.rules.Figures;
import kr.gosan.premium.filing.ReturnFields;
import kr.gosan.premium.filing.ReturnRequest;

/**
 * A correction of a filed return: one link of its chain.
 *
 * @param no place in the chain of the return, from 1
 * @param memberId who filed it
 * @param decideBy last day for the decision; null when none is needed
 * @param decision empty while it waits for one
 * @param effect empty unless it is in force
 */
public record Correction(
        UUID id,
        UUID returnId,
        int no,
        WorkplaceNumber managementNo,
        int insuranceYear,
        CorrectionKind kind,
        CorrectionState state,
        String memberId,
        LocalDate filedOn,
        LocalDate decideBy,
        Statement statement,
        Optional<Decision> decision,
        Optional<Effect> effect) {

    /**
     * What the filer says.
     *
     * @param refundAccount masked unless it was just filed; null when none was named
     */
    public record Statement(
            Sections sections,
            String clientReference,
            String reason,
            String evidence,
            boolean forceMajeure,
            ReturnFields.RefundAccount refundAccount) {}

    /** The sections of the return that are stated anew; a missing one stays as it is in force. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Sections(ReturnFields.Confirmed confirmed, ReturnFields.Estimated estimated) {

        public static final Sections NONE = new Sections(null, null);
    }

    /** @param by the operator */
    public record Decision(LocalDate on, String by, String reason) {}

    /**
     * What is in force with it, kept as it was decided.
     *
     * @param content the whole return as it stands
     * @param noticeBy by when the employer has to be told of a reduction after a rate change; null otherwise
     * @param law every parameter version used (JSON)
     * @param trace every step of the recalculation and of the difference (JSON)
     */
    public record Effect(
            ReturnRequest content,
            Figures figures,
            AdjustmentView adjustment,
            LocalDate noticeBy,
            String law,
            String trace) {}

    Correction decided(CorrectionState.Happening happening, Decision decision, Optional<Effect> newEffect) {
        return new Correction(
                id,
                returnId,
                no,
                managementNo,
                insuranceYear,
                kind,
                state.after(happening),
                memberId,
                filedOn,
                decideBy,
                statement,
                Optional.of(decision),
                newEffect);
    }
}
