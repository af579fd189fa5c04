package kr.gosan.premium.filing;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import kr.gosan.platform.problem.Problems;
import kr.gosan.platform.receipt.Receipts;

/** What a return, or the refusal of one, looks like over HTTP. */
@Singleton
public class ReturnAnswers {

    private final Receipts receipts;
    private final SlipStore slips;
    private final Problems problems;
    private final ObjectMapper mapper;

    public ReturnAnswers(Receipts receipts, SlipStore slips, Problems problems, ObjectMapper mapper) {
        this.receipts = receipts;
        this.slips = slips;
        this.problems = problems;
        this.mapper = mapper;
    }

    /** The one place where an outcome becomes a response. */
    Response of(ReturnOutcome outcome, Function<PremiumReturn, Response> done) {
        return switch (outcome) {
            case ReturnOutcome.Done it -> done.apply(it.changed());
            case ReturnOutcome.NotAcceptable it -> ReturnProblems.notAcceptable(problems, it.violations());
            case ReturnOutcome.AlreadyFiled it ->
                problems.refusalOf("/insuranceYear", 409, "return-already-filed", it.existing());
            case ReturnOutcome.NotADraft it -> problems.refusal(409, "return-not-a-draft");
            case ReturnOutcome.VersionChanged it -> problems.refusal(412, "version-changed");
            case ReturnOutcome.NotGranted it -> problems.refusal(403, "workplace-not-granted");
            case ReturnOutcome.NotFound it -> problems.refusal(404, "not-found");
        };
    }

    Response created(PremiumReturn it) {
        return Response.fromResponse(shown(it))
                .status(201)
                .header(HttpHeaders.LOCATION, "/premium/v1/returns/" + it.id())
                .build();
    }

    Response shown(PremiumReturn it) {
        return Response.ok(view(it))
                .header(HttpHeaders.ETAG, "\"" + it.version() + "\"")
                .build();
    }

    Response wouldBe(PremiumReturn it) {
        return Response.ok(view(it).asDryRun()).build();
    }

    private ReturnView view(PremiumReturn it) {
        return it.isDraft()
                ? ReturnView.draft(it, mapper)
                : ReturnView.filed(it, receipts.ofFiling(it.id()).orElseThrow(), slips.of(it.id()), mapper);
    }
}
