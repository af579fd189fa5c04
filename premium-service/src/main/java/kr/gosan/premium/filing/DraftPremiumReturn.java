package kr.gosan.premium.filing;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.platform.audit.Audit;
import kr.gosan.platform.workplace.Workplaces;

/** Keeps a return that is still being written. Only its form is checked; the law is asked when it is filed. */
@Singleton
public class DraftPremiumReturn {

    private final PremiumReturnStore store;
    private final Workplaces workplaces;
    private final Audit audit;
    private final EstimatesInForce inForce;

    public DraftPremiumReturn(PremiumReturnStore store, Workplaces workplaces, Audit audit, EstimatesInForce inForce) {
        this.store = store;
        this.workplaces = workplaces;
        this.audit = audit;
        this.inForce = inForce;
    }

    /** Runs inside a transaction. */
    public ReturnOutcome create(String memberId, ReturnRequest content) {
        if (workplaces.grantedTo(memberId, content.managementNo()).isEmpty()) {
            return new ReturnOutcome.NotGranted();
        }
        PremiumReturn draft = PremiumReturn.draft(store.newId(), memberId, content);
        store.put(draft);
        audit.record(
                memberId,
                "premium-return-drafted",
                draft.managementNo(),
                draft.id().toString());
        return new ReturnOutcome.Done(draft);
    }

    /**
     * Replaces the content of a draft; runs inside a transaction.
     *
     * @param version the one the member has read
     */
    public ReturnOutcome edit(String memberId, UUID id, int version, ReturnRequest content) {
        Optional<PremiumReturn> found = store.lock(id);
        if (found.isEmpty()) {
            return new ReturnOutcome.NotFound();
        }
        PremiumReturn draft = found.get();
        if (workplaces.grantedTo(memberId, draft.managementNo()).isEmpty()
                || workplaces.grantedTo(memberId, content.managementNo()).isEmpty()) {
            return new ReturnOutcome.NotGranted();
        }
        if (!draft.isDraft()) {
            return new ReturnOutcome.NotADraft();
        }
        if (draft.version() != version) {
            return new ReturnOutcome.VersionChanged();
        }
        PremiumReturn edited = draft.edited(content);
        store.put(edited);
        audit.record(
                memberId,
                "premium-return-edited",
                edited.managementNo(),
                edited.id().toString());
        return new ReturnOutcome.Done(edited);
    }

    /**
     * Throws a draft away; runs inside a transaction.
     *
     * @param version the one the member has read; empty for whichever there is
     */
    public ReturnOutcome delete(String memberId, UUID id, Optional<Integer> version) {
        Optional<PremiumReturn> found = store.lock(id);
        if (found.isEmpty()) {
            return new ReturnOutcome.NotFound();
        }
        PremiumReturn draft = found.get();
        if (workplaces.grantedTo(memberId, draft.managementNo()).isEmpty()) {
            return new ReturnOutcome.NotGranted();
        }
        if (!draft.isDraft()) {
            return new ReturnOutcome.NotADraft();
        }
        if (version.isPresent() && version.get() != draft.version()) {
            return new ReturnOutcome.VersionChanged();
        }
        store.delete(draft);
        audit.record(
                memberId,
                "premium-return-draft-deleted",
                draft.managementNo(),
                draft.id().toString());
        return new ReturnOutcome.Done(draft);
    }

    /** Drafts the return of the year after from any return, as corrected since; runs inside a transaction. */
    public ReturnOutcome copy(String memberId, UUID id) {
        return store.lock(id)
                .map(from -> create(
                        memberId,
                        // The account as it was filed: that of a correction is its own, and masked.
                        inForce.content(id)
                                .map(it -> it.with(from.content().refundAccount()))
                                .orElse(from.content())
                                .nextYear()))
                .orElseGet(ReturnOutcome.NotFound::new);
    }
}
