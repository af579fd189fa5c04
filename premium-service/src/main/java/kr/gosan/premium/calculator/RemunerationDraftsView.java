package kr.gosan.premium.calculator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.premium.filing.PremiumReturn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The calculation, and the drafts it became. */
@Schema(name = "RemunerationDraftsMade")
public record RemunerationDraftsView(RemunerationView calculation, List<Draft> drafts) {

    /** @param href where the draft is read and edited; both missing after a dry run */
    @Schema(name = "DraftLink")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Draft(WorkplaceNumber managementNo, String clientReference, UUID id, String href) {

        static Draft of(PremiumReturn draft, boolean stored) {
            return new Draft(
                    draft.managementNo(),
                    draft.content().clientReference(),
                    stored ? draft.id() : null,
                    stored ? "/premium/v1/returns/" + draft.id() : null);
        }
    }
}
