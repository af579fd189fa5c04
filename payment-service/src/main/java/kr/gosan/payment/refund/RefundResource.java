package kr.gosan.payment.refund;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.Granted;
import kr.gosan.payment.Page;
import kr.gosan.payment.refund.rules.RefundState;
import kr.gosan.platform.idempotency.Once;
import kr.gosan.platform.identity.Caller;
import kr.gosan.platform.identity.MemberType;
import kr.gosan.platform.problem.Problems;
import kr.gosan.platform.workplace.WorkplaceClock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Refunds over HTTP: whoever may see the workplace reads them, two operators decide. */
@Path("/payment/v1/refunds")
@Tag(name = "Refunds")
@RolesAllowed({MemberType.EMPLOYER, MemberType.AGENCY, MemberType.OPERATOR})
@Produces(MediaType.APPLICATION_JSON)
public class RefundResource {

    private static final String STEP = "the refund's ETag, as it was read";
    private static final Pattern ETAG = Pattern.compile("\"?([0-9]{1,9})\"?");

    private final RefundStore refunds;
    private final AssessRefund assess;
    private final DecideRefund decide;
    private final RefundAnswers answers;
    private final Granted granted;
    private final Once once;
    private final Caller caller;
    private final Problems problems;
    private final WorkplaceClock clock;

    RefundResource(
            RefundStore refunds,
            AssessRefund assess,
            DecideRefund decide,
            RefundAnswers answers,
            Granted granted,
            Once once,
            Caller caller,
            Problems problems,
            WorkplaceClock clock) {
        this.refunds = refunds;
        this.assess = assess;
        this.decide = decide;
        this.answers = answers;
        this.granted = granted;
        this.once = once;
        this.caller = caller;
        this.problems = problems;
        this.clock = clock;
    }

    /** @param nextCursor missing on the last page */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RefundPage(List<RefundView> items, UUID nextCursor) {}

    @GET
    @Operation(
            summary = "Refunds of a workplace",
            description = "What is owed back to the employer and what became of it, in pages. Problems:"
                    + " invalid-request, workplace-not-granted.")
    @APIResponse(
            responseCode = "200",
            description = "Refunds",
            content = @Content(schema = @Schema(implementation = RefundPage.class)))
    public Response list(
            @Parameter(required = true, example = "123-45-67891-6") @QueryParam("managementNo")
                    WorkplaceNumber workplace,
            @QueryParam("cursor") UUID cursor) {
        return granted.forWorkplace("managementNo", workplace, () -> {
            Page<Refund> page = refunds.ofWorkplace(workplace, cursor);
            return Response.ok(new RefundPage(
                            page.items().stream().map(RefundView::of).toList(), page.next()))
                    .build();
        });
    }

    @GET
    @Path("/{refundId}")
    @Transactional
    @Operation(
            summary = "A refund with its history",
            description = "With what would become of it today: what it pays first, what is left, its interest with its"
                    + " trace, and the account; or what it waits for. Problems: not-found, workplace-not-granted.")
    @APIResponse(
            responseCode = "200",
            description = "The refund; its ETag is the version that a decision names",
            content = @Content(schema = @Schema(implementation = RefundView.class)))
    public Response one(@PathParam("refundId") UUID refundId) {
        Optional<Refund> found = refunds.find(refundId);
        return found.isEmpty()
                ? problems.refusal(404, "not-found")
                : granted.forWorkplace("refundId", found.get().debt().managementNo(), () -> shown(found.get()));
    }

    private Response shown(Refund refund) {
        List<RefundStep> history = refunds.steps(refund.refundId());
        if (refund.state() != RefundState.WAITING && refund.state() != RefundState.PROPOSED) {
            return RefundAnswers.shown(refund, RefundView.of(refund, null, null, history));
        }
        return switch (assess.of(refund, clock.today(refund.debt().managementNo()))) {
            case AssessRefund.Assessed.Ready ready ->
                RefundAnswers.shown(refund, RefundView.of(refund, null, ready.offer(), history));
            case AssessRefund.Assessed.Not not ->
                RefundAnswers.shown(refund, RefundView.of(refund, RefundAnswers.code(not.because()), null, history));
        };
    }

    @POST
    @Path("/{refundId}/proposal")
    @RolesAllowed(MemberType.OPERATOR)
    @Operation(
            summary = "Propose a refund",
            description = "Shows what it pays first, what is left with its interest, and the account; another operator"
                    + " approves it. Problems: idempotency-key-required, precondition-required, version-changed, not-found,"
                    + " refund-state, refund-lapsed, refund-account-missing, refund-account-returned,"
                    + " refund-account-of-another, refund-arrears-open, law-unknown, idempotency-key-reused.")
    @APIResponse(
            responseCode = "200",
            description = "Proposed, or, as a dry run, what would be",
            content = @Content(schema = @Schema(implementation = RefundView.class)))
    public Response propose(
            @PathParam("refundId") UUID refundId,
            @Parameter(required = true, description = STEP) @HeaderParam(HttpHeaders.IF_MATCH) String version,
            @HeaderParam("Idempotency-Key") String key,
            @QueryParam("dryRun") Boolean dryRun) {
        return decided(
                "payment.refund.proposal:" + refundId,
                version,
                key,
                dryRun,
                step -> answers.of(decide.propose(caller.memberId(), refundId, step)));
    }

    @POST
    @Path("/{refundId}/approval")
    @RolesAllowed(MemberType.OPERATOR)
    @Operation(
            summary = "Approve a proposed refund",
            description =
                    "By another operator than the one who proposed it. What is open is paid with it at once; what is"
                            + " left is sent, with interest to the day it is sent. Problems: those of a proposal,"
                            + " approver-is-proposer, approver-decided-cause, refund-changed.")
    @APIResponse(
            responseCode = "200",
            description = "Approved, or, as a dry run, what would be",
            content = @Content(schema = @Schema(implementation = RefundView.class)))
    public Response approve(
            @PathParam("refundId") UUID refundId,
            @Parameter(required = true, description = STEP) @HeaderParam(HttpHeaders.IF_MATCH) String version,
            @HeaderParam("Idempotency-Key") String key,
            @QueryParam("dryRun") Boolean dryRun) {
        return decided(
                "payment.refund.approval:" + refundId,
                version,
                key,
                dryRun,
                step -> answers.of(decide.approve(caller.memberId(), refundId, step)));
    }

    @POST
    @Path("/{refundId}/rejection")
    @RolesAllowed(MemberType.OPERATOR)
    @Operation(
            summary = "Reject a proposed refund",
            description =
                    "It waits again and can be proposed anew. Problems: invalid-request, idempotency-key-required,"
                            + " precondition-required, version-changed, not-found, refund-state, idempotency-key-reused.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = RejectionRequest.class),
                            examples = @ExampleObject(name = "rejection", value = RejectionRequest.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "Rejected",
            content = @Content(schema = @Schema(implementation = RefundView.class)))
    public Response reject(
            @PathParam("refundId") UUID refundId,
            @Parameter(required = true, description = STEP) @HeaderParam(HttpHeaders.IF_MATCH) String version,
            @HeaderParam("Idempotency-Key") String key,
            @QueryParam("dryRun") Boolean dryRun,
            RejectionRequest request) {
        return decided(
                "payment.refund.rejection:" + refundId,
                version,
                key,
                dryRun,
                step -> answers.of(decide.reject(caller.memberId(), refundId, step, request.reason())));
    }

    private Response decided(
            String operation, String version, String key, Boolean dryRun, IntFunction<Response> decision) {
        if (version == null) {
            return problems.refusal(428, "precondition-required");
        }
        Matcher step = ETAG.matcher(version);
        if (!step.matches()) {
            return problems.refusal(412, "version-changed");
        }
        int seen = Integer.parseInt(step.group(1));
        return Boolean.TRUE.equals(dryRun)
                ? once.dryRun(() -> decision.apply(seen))
                : once.run(operation, key, () -> decision.apply(seen));
    }
}
