package kr.gosan.premium.amendment;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import kr.gosan.platform.receipt.Receipts;

/** Turns what came of a correction into a response. */
@Singleton
class CorrectionAnswers {

    private final CorrectionProblems problems;
    private final Receipts receipts;

    CorrectionAnswers(CorrectionProblems problems, Receipts receipts) {
        this.problems = problems;
        this.receipts = receipts;
    }

    /** What becomes of it when it was done. */
    enum Done {
        CREATED,
        SHOWN,
        DRY_RUN
    }

    Response of(CorrectionOutcome outcome, Done how) {
        return outcome instanceof CorrectionOutcome.Done it ? done(it.correction(), how) : problems.of(outcome);
    }

    CorrectionView view(Correction it) {
        return CorrectionView.of(it, receipts.ofFiling(it.id()).orElse(null));
    }

    private Response done(Correction it, Done how) {
        CorrectionView view = view(it);
        return switch (how) {
            case CREATED ->
                Response.status(201)
                        .entity(view)
                        .header(
                                HttpHeaders.LOCATION,
                                "/premium/v1/returns/" + it.returnId() + "/corrections/" + it.no())
                        .build();
            case SHOWN -> Response.ok(view).build();
            case DRY_RUN -> Response.ok(view.asDryRun()).build();
        };
    }
}
