package kr.gosan.premium.filing;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.number.WorkplaceNumber;

/**
 * A premium return (보험료신고서) from its first draft to its last payment. Changing it gives the changed one; only
 * {@link PremiumReturnStore} keeps it.
 *
 * @param memberId who drafted it
 * @param version counts up with every change; the client's {@code ETag}
 * @param content what the filer states; the number of the refund account is masked unless it was read to be changed
 * @param filed empty while it is a draft
 */
public record PremiumReturn(
        UUID id,
        String memberId,
        ReturnState state,
        int version,
        ReturnRequest content,
        Optional<FiledDocuments> filed) {

    /**
     * What was decided at filing, kept as JSON exactly as it was, so that it can be shown and replayed years later.
     *
     * @param calculation the figures, {@link CalculationView}
     * @param law every parameter version used
     * @param trace every step of the calculation
     */
    public record FiledDocuments(LocalDate filedOn, String calculation, String law, String trace) {}

    static PremiumReturn draft(UUID id, String memberId, ReturnRequest content) {
        return new PremiumReturn(id, memberId, ReturnState.DRAFT, 1, content, Optional.empty());
    }

    PremiumReturn edited(ReturnRequest newContent) {
        return new PremiumReturn(id, memberId, state, version + 1, newContent, filed);
    }

    /** With what the records add at filing. */
    PremiumReturn completed(ReturnRequest whole) {
        return new PremiumReturn(id, memberId, state, version, whole, filed);
    }

    PremiumReturn filed(FiledDocuments documents, boolean somethingPayable) {
        ReturnState.Happening happening = somethingPayable
                ? ReturnState.Happening.FILED_WITH_SOMETHING_PAYABLE
                : ReturnState.Happening.FILED_WITH_NOTHING_PAYABLE;
        return new PremiumReturn(id, memberId, state.after(happening), version + 1, content, Optional.of(documents));
    }

    /** After a payment, a slip or its end was told. @param inFull nothing is owed @param inPart something is paid */
    PremiumReturn standing(boolean inFull, boolean inPart) {
        ReturnState.Happening happening;
        if (inFull) {
            happening = ReturnState.Happening.PAID_IN_FULL;
        } else if (state == ReturnState.SETTLED || !inPart) {
            happening = inPart ? ReturnState.Happening.OWED_AGAIN_IN_PART : ReturnState.Happening.OWED_AGAIN_WHOLLY;
        } else {
            happening = ReturnState.Happening.PAID_IN_PART;
        }
        return state.after(happening) == state
                ? this
                : new PremiumReturn(id, memberId, state.after(happening), version + 1, content, filed);
    }

    public WorkplaceNumber managementNo() {
        return content.managementNo();
    }

    public boolean isDraft() {
        return state == ReturnState.DRAFT;
    }
}
