package kr.gosan.premium.amendment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.time.KoreanTime;
import kr.gosan.platform.idempotency.Once;
import kr.gosan.platform.identity.Caller;
import kr.gosan.platform.identity.MemberType;
import kr.gosan.platform.problem.Problems;
import kr.gosan.platform.workplace.WorkplaceClock;
import kr.gosan.premium.calculation.Violation;
import kr.gosan.premium.filing.ReturnProblems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Adjusting all estimates after a rate changed in the middle of their year, over HTTP. */
@Path("/premium/v1/rate-change-adjustments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(MemberType.OPERATOR)
@Tag(name = "Corrections", description = "수정신고, 경정청구: what is filed after a return")
@APIResponse(responseCode = "400", description = "invalid-request, idempotency-key-required")
@APIResponse(responseCode = "401", description = "not-authenticated")
@APIResponse(responseCode = "403", description = "not-allowed")
public class RateChangeResource {

    private final Once once;
    private final Caller caller;
    private final AdjustAfterRateChange adjustments;
    private final WorkplaceClock clock;
    private final Problems problems;

    public RateChangeResource(
            Once once, Caller caller, AdjustAfterRateChange adjustments, WorkplaceClock clock, Problems problems) {
        this.once = once;
        this.caller = caller;
        this.adjustments = adjustments;
        this.clock = clock;
        this.problems = problems;
    }

    @POST
    @Operation(
            summary = "Begin to adjust estimates after a rate change",
            description = "보험료징수법 §18①. Nothing is adjusted yet: continue until it is finished.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = RateChangeRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "unemployment rate of July 2022",
                                            value = CorrectionExample.RATE_CHANGE)))
    @APIResponse(
            responseCode = "201",
            description = "begun",
            content = @Content(schema = @Schema(implementation = RateChangeRun.class)))
    @APIResponse(responseCode = "409", description = "rate-change-under-way, idempotency-key-reused")
    @APIResponse(
            responseCode = "422",
            description = "correction-not-acceptable: the law knows no such change, or not that of corrections")
    public Response start(
            @Parameter(required = true, description = "one for each change") @HeaderParam("Idempotency-Key") String key,
            RateChangeRequest request) {
        Actor operator = Actor.of(caller);
        if (!adjustments.isKnown(request)) {
            return ReturnProblems.notAcceptable(
                    problems,
                    "correction-not-acceptable",
                    List.of(Violation.of("/changedOn", "no-such-change", request.parameterId(), request.changedOn())));
        }
        List<Violation> unknown = adjustments.unknownLaw(KoreanTime.dateOf(clock.systemNow()));
        if (!unknown.isEmpty()) {
            return ReturnProblems.notAcceptable(problems, "correction-not-acceptable", unknown);
        }
        return once.run(
                "premium.rate-change",
                key,
                () -> adjustments
                        .start(operator, request)
                        .map(run -> Response.status(201)
                                .entity(run)
                                .header(HttpHeaders.LOCATION, "/premium/v1/rate-change-adjustments/" + run.id())
                                .build())
                        .orElseGet(() -> problems.refusal(409, "rate-change-under-way")));
    }

    @POST
    @Path("/{runId}/continuation")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Adjust the next estimates",
            description = "Works through a bounded number of returns, each in its own transaction, and tells how far it"
                    + " came. Call it again until `finished`; a call that breaks off loses nothing.")
    @APIResponse(
            responseCode = "200",
            description = "how far it is",
            content = @Content(schema = @Schema(implementation = RateChangeRun.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(
            responseCode = "422",
            description = "correction-not-acceptable: law-unknown; the run goes on from there once it is known")
    public Response goOn(@PathParam("runId") UUID runId) {
        AdjustAfterRateChange.Progress progress = adjustments.goOn(Actor.of(caller), runId);
        return !progress.unknownLaw().isEmpty()
                ? ReturnProblems.notAcceptable(problems, "correction-not-acceptable", progress.unknownLaw())
                : progress.run()
                        .map(run -> Response.ok(run).build())
                        .orElseGet(() -> problems.refusal(404, "not-found"));
    }
}
