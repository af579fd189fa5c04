package kr.gosan.payment.suspense;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.Page;
import kr.gosan.payment.debt.Channel;
import kr.gosan.payment.debt.Notice;
import kr.gosan.payment.institution.Institution;
import kr.gosan.platform.idempotency.Once;
import kr.gosan.platform.identity.Caller;
import kr.gosan.platform.identity.MemberType;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.problem.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Money that no slip could take, and what collections left, for operators. */
@Path("/payment/v1/suspense")
@Tag(name = "Suspense")
@RolesAllowed(MemberType.OPERATOR)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SuspenseResource {

    private final SuspendedMoneyStore suspended;
    private final SuspenseStore suspense;
    private final ResolveSuspense resolveSuspense;
    private final Once once;
    private final Caller caller;
    private final Problems problems;

    SuspenseResource(
            SuspendedMoneyStore suspended,
            SuspenseStore suspense,
            ResolveSuspense resolveSuspense,
            Once once,
            Caller caller,
            Problems problems) {
        this.suspended = suspended;
        this.suspense = suspense;
        this.resolveSuspense = resolveSuspense;
        this.once = once;
        this.caller = caller;
        this.problems = problems;
    }

    /**
     * @param noticeId of the bank that told of it; or
     * @param collectionId that left it
     * @param reason the outcome of the notice; of a collection, NOTHING_OPEN or UNKNOWN_WORKPLACE
     * @param detail what the reason says besides: why the way of payment was refused, or the slip that took another's place
     * @param bankTransactionId or the collector's number
     * @param slipId the slip it was paid for; missing under an unknown number, and of a collection
     * @param managementNo whose it is said to be
     * @param insurance missing where it is for none, or for both
     * @param proposed a return that waits for its second operator
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SuspendedView(
            UUID noticeId,
            UUID collectionId,
            String reason,
            String detail,
            Institution institution,
            String bankTransactionId,
            String ePaymentNo,
            String virtualAccountNo,
            UUID slipId,
            WorkplaceNumber managementNo,
            Insurance insurance,
            Won amount,
            LocalDate paidOn,
            Channel channel,
            Resolution proposed) {}

    /** @param nextCursor missing on the last page */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SuspenseView(List<SuspendedView> items, UUID nextCursor) {}

    @GET
    @Operation(
            summary = "Money on suspense",
            description =
                    "What no slip could take, and what collections of arrears left, as far as it was not taken back and is"
                            + " not resolved; oldest first, in pages, of a workplace or of all. Problems: invalid-request.")
    @APIResponse(
            responseCode = "200",
            description = "Suspended money",
            content = @Content(schema = @Schema(implementation = SuspenseView.class)))
    public Response list(
            @Parameter(example = "123-45-67891-6") @QueryParam("managementNo") WorkplaceNumber workplace,
            @QueryParam("cursor") UUID cursor) {
        Page<SuspendedView> page = suspended.page(workplace, cursor).map(this::view);
        return Response.ok(new SuspenseView(page.items(), page.next())).build();
    }

    @POST
    @Path("/{noticeId}/resolutions")
    @Operation(
            summary = "Decide what becomes of suspended money",
            description =
                    "SLIP: it settles a slip whose exact amount it is, of the workplace and insurance it was paid for,"
                            + " as of the day it was paid; under an unknown number, any slip. RETURN: it goes back to its payer once"
                            + " another operator has approved. ARREARS: it pays what is in arrears, all of it, as of the day it was"
                            + " paid; where the money names no workplace, that of managementNo. OVERPAYMENT: a refund of the slip it was paid for, which pays what is"
                            + " overdue first and goes to the registered account. Problems: idempotency-key-required, idempotency-key-reused,"
                            + " invalid-request, not-found, suspense-gone, suspense-does-not-fit.")
    @APIResponse(
            responseCode = "201",
            description = "The decision",
            content = @Content(schema = @Schema(implementation = Resolution.class)))
    public Response resolve(
            @Parameter(description = "Its noticeId or collectionId") @PathParam("noticeId") UUID moneyId,
            @Parameter(required = true) @HeaderParam("Idempotency-Key") String key,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            examples = {
                                                @ExampleObject(
                                                        name = "return",
                                                        value = ResolutionRequest.RETURN_EXAMPLE),
                                                @ExampleObject(name = "slip", value = ResolutionRequest.SLIP_EXAMPLE),
                                                @ExampleObject(
                                                        name = "arrears",
                                                        value = ResolutionRequest.ARREARS_EXAMPLE),
                                                @ExampleObject(
                                                        name = "overpayment",
                                                        value = ResolutionRequest.OVERPAYMENT_EXAMPLE)
                                            }))
                    ResolutionRequest wish) {
        return run(
                "suspense-resolution " + moneyId,
                key,
                dryRun,
                () -> answer(201, resolveSuspense.resolve(moneyId, wish, caller.memberId())));
    }

    /** A second operator's word. */
    record DecisionRequest(Boolean approve) implements kr.gosan.platform.json.RequestBody {
        @Override
        public void check(FieldErrors errors) {
            errors.required("/approve", approve);
        }
    }

    @POST
    @Path("/resolutions/{resolutionId}/decision")
    @Operation(
            summary = "Approve or reject a return",
            description = "By another operator than the one who proposed it; its proposer may only reject it. Problems:"
                    + " idempotency-key-required, idempotency-key-reused, invalid-request, not-found, suspense-gone,"
                    + " four-eyes-needed.")
    @APIResponse(
            responseCode = "200",
            description = "The decision",
            content = @Content(schema = @Schema(implementation = Resolution.class)))
    public Response decide(
            @PathParam("resolutionId") UUID resolutionId,
            @Parameter(required = true) @HeaderParam("Idempotency-Key") String key,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "yes", value = "{\"approve\": true}")))
                    DecisionRequest decision) {
        return run(
                "suspense-decision " + resolutionId,
                key,
                dryRun,
                () -> answer(200, resolveSuspense.decide(resolutionId, decision.approve(), caller.memberId())));
    }

    private Response run(String operation, String key, boolean dryRun, Supplier<Response> filing) {
        return dryRun ? once.dryRun(filing) : once.run(operation, key, filing);
    }

    private Response answer(int status, Resolved resolved) {
        return switch (resolved) {
            case Resolved.Done it ->
                Response.status(status).entity(it.resolution()).build();
            case Resolved.NotFound it -> problems.refusal(404, "not-found");
            case Resolved.Gone it -> problems.refusal(409, "suspense-gone");
            case Resolved.DoesNotFit it -> problems.refusal(409, "suspense-does-not-fit", it.code());
            case Resolved.SameOperator it -> problems.refusal(403, "four-eyes-needed");
        };
    }

    private SuspendedView view(SuspendedMoney money) {
        Resolution proposed = suspense.of(money.id()).orElse(null);
        return switch (money) {
            case SuspendedMoney.OfBank it -> {
                Notice paid = it.notice();
                yield new SuspendedView(
                        it.id(),
                        null,
                        it.kept().outcome().name(),
                        it.kept().detail(),
                        it.kept().sender().institution(),
                        paid.bankTransactionId(),
                        paid.ePaymentNo() == null ? null : paid.ePaymentNo().toString(),
                        paid.virtualAccountNo(),
                        it.kept().slipId(),
                        it.workplace().orElse(null),
                        it.insurance().orElse(null),
                        paid.amount(),
                        paid.paidOn(),
                        paid.channel(),
                        proposed);
            }
            case SuspendedMoney.OfCollector it ->
                new SuspendedView(
                        null,
                        it.id(),
                        it.left().known() ? "NOTHING_OPEN" : "UNKNOWN_WORKPLACE",
                        null,
                        Institution.NHIS,
                        it.left().nhisTransactionId(),
                        null,
                        null,
                        null,
                        it.left().managementNo(),
                        it.insurance().orElse(null),
                        it.amount(),
                        it.paidOn(),
                        null,
                        proposed);
        };
    }
}
