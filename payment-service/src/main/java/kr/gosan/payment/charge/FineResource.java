package kr.gosan.payment.charge;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.trace.TraceLine;
import kr.gosan.payment.Granted;
import kr.gosan.payment.Page;
import kr.gosan.payment.charge.rules.FineAmount;
import kr.gosan.payment.debt.DebtKind;
import kr.gosan.platform.idempotency.Once;
import kr.gosan.platform.identity.Caller;
import kr.gosan.platform.identity.MemberType;
import kr.gosan.platform.problem.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Fines (과태료) over HTTP: operators assess and cancel, whoever may see the workplace reads. */
@Path("/payment/v1/fines")
@Tag(name = "Charges")
@RolesAllowed({MemberType.EMPLOYER, MemberType.AGENCY, MemberType.OPERATOR})
@Produces(MediaType.APPLICATION_JSON)
public class FineResource {

    private final ChargeStore charges;
    private final FineSurchargeStore surcharges;
    private final AssessFine assess;
    private final Granted granted;
    private final Once once;
    private final Caller caller;
    private final Problems problems;

    FineResource(
            ChargeStore charges,
            FineSurchargeStore surcharges,
            AssessFine assess,
            Granted granted,
            Once once,
            Caller caller,
            Problems problems) {
        this.charges = charges;
        this.surcharges = surcharges;
        this.assess = assess;
        this.granted = granted;
        this.once = once;
        this.caller = caller;
        this.problems = problems;
    }

    /** @param nextCursor missing on the last page */
    @Schema(name = "Fines")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FinePage(List<ListedFine> items, UUID nextCursor) {}

    /** @param surcharge what is added because it is overdue, by now; missing while it is not */
    @Schema(name = "ListedFine")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ListedFine(@JsonUnwrapped Charge charge, FineSurchargeStore.Added surcharge) {}

    /**
     * @param count which time it is for this kind of violation, from 1
     * @param trace how the amount came about
     */
    @Schema(name = "Fine")
    record FineView(Charge charge, int count, Won amount, List<TraceLine> trace) {

        static FineView of(Charge charge, FineAmount fine) {
            return new FineView(charge, fine.count(), fine.amount(), List.of(fine.trace()));
        }
    }

    @GET
    @Operation(
            summary = "Fines of a workplace",
            description =
                    "What was assessed, cancelled ones too, with what is added to overdue ones, in pages. Problems: invalid-request,"
                            + " workplace-not-granted.")
    @APIResponse(
            responseCode = "200",
            description = "Fines",
            content = @Content(schema = @Schema(implementation = FinePage.class)))
    public Response list(
            @Parameter(required = true, example = "123-45-67891-6") @QueryParam("managementNo")
                    WorkplaceNumber workplace,
            @QueryParam("cursor") UUID cursor) {
        return granted.forWorkplace("managementNo", workplace, () -> {
            Page<ListedFine> page = charges.ofWorkplace(DebtKind.FINE, workplace, cursor)
                    .map(fine -> new ListedFine(
                            fine, surcharges.last(fine.chargeId()).orElse(null)));
            return Response.ok(new FinePage(page.items(), page.next())).build();
        });
    }

    @POST
    @RolesAllowed(MemberType.OPERATOR)
    @Operation(
            summary = "Assess a fine",
            description =
                    "보험료징수법 §50: the amount follows from the kind and the day of the violation and from the earlier"
                            + " fines for its kind in the books. Refused while the employer may still state an opinion"
                            + " (질서위반행위규제법 §16). Problems: invalid-request, idempotency-key-required, workplace-unknown,"
                            + " fine-opinion-open, fine-dated-ahead, fined-before, law-unknown, idempotency-key-reused.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = FineRequest.class),
                            examples = @ExampleObject(name = "establishment notice", value = FineRequest.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "Assessed; its slip is issued",
            content = @Content(schema = @Schema(implementation = FineView.class)))
    @APIResponse(responseCode = "200", description = "Dry run")
    public Response assess(
            @HeaderParam("Idempotency-Key") String key, @QueryParam("dryRun") Boolean dryRun, FineRequest request) {
        return Boolean.TRUE.equals(dryRun)
                ? once.dryRun(() -> answer(assess.assess(caller.memberId(), request), true))
                : once.run("payment.fine", key, () -> answer(assess.assess(caller.memberId(), request), false));
    }

    @POST
    @Path("/{chargeId}/cancellation")
    @RolesAllowed(MemberType.OPERATOR)
    @Operation(
            summary = "Cancel a fine",
            description = "While its slip is not paid. Problems: invalid-request, idempotency-key-required, not-found,"
                    + " charge-not-cancellable, idempotency-key-reused.")
    @APIResponse(
            responseCode = "200",
            description = "Cancelled",
            content = @Content(schema = @Schema(implementation = Charge.class)))
    public Response cancel(
            @PathParam("chargeId") UUID chargeId,
            @HeaderParam("Idempotency-Key") String key,
            @QueryParam("dryRun") Boolean dryRun,
            CancellationRequest request) {
        return Boolean.TRUE.equals(dryRun)
                ? once.dryRun(() -> answer(assess.cancel(caller.memberId(), chargeId, request.reason()), true))
                : once.run(
                        "payment.fine.cancellation:" + chargeId,
                        key,
                        () -> answer(assess.cancel(caller.memberId(), chargeId, request.reason()), false));
    }

    private Response answer(FineOutcome outcome, boolean dryRun) {
        return switch (outcome) {
            case FineOutcome.Assessed(Charge charge, FineAmount fine) ->
                Response.status(dryRun ? 200 : 201)
                        .entity(FineView.of(charge, fine))
                        .build();
            case FineOutcome.Cancelled(Charge charge) -> Response.ok(charge).build();
            case FineOutcome.OpinionOpen it -> problems.refusal(409, "fine-opinion-open", it.lastDay());
            case FineOutcome.DatedAhead it -> problems.refusal(409, "fine-dated-ahead");
            case FineOutcome.FinedBefore it -> problems.refusal(409, "fined-before");
            case FineOutcome.UnknownWorkplace it -> problems.refusal(404, "workplace-unknown");
            case FineOutcome.NotFound it -> problems.refusal(404, "not-found");
            case FineOutcome.NotCancellable it -> problems.refusal(409, "charge-not-cancellable");
            case FineOutcome.LawUnknown it -> {
                LookUp.Refused first = it.refusals().getFirst();
                yield problems.refusal(422, "law-unknown", first.parameterId(), first.date(), first.reason());
            }
        };
    }
}
