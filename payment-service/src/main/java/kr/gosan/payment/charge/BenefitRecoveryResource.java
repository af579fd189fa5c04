package kr.gosan.payment.charge;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import kr.gosan.payment.charge.rules.BenefitRecovery;
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

/** Benefit recoveries (급여징수금) over HTTP: operators assess and cancel, whoever may see the workplace reads. */
@Path("/payment/v1/benefit-recoveries")
@Tag(name = "Charges")
@RolesAllowed({MemberType.EMPLOYER, MemberType.AGENCY, MemberType.OPERATOR})
@Produces(MediaType.APPLICATION_JSON)
public class BenefitRecoveryResource {

    private final ChargeStore charges;
    private final AssessBenefitRecovery assess;
    private final Granted granted;
    private final Once once;
    private final Caller caller;
    private final Problems problems;

    BenefitRecoveryResource(
            ChargeStore charges,
            AssessBenefitRecovery assess,
            Granted granted,
            Once once,
            Caller caller,
            Problems problems) {
        this.charges = charges;
        this.assess = assess;
        this.granted = granted;
        this.once = once;
        this.caller = caller;
        this.problems = problems;
    }

    /** @param nextCursor missing on the last page */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChargePage(List<Charge> items, UUID nextCursor) {}

    /**
     * @param charge missing when nothing is recovered
     * @param grounds each with its conditions answered
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AssessmentView(Charge charge, Won amount, List<BenefitRecovery.Assessed> grounds, List<TraceLine> trace) {

        static AssessmentView of(Charge charge, BenefitRecovery recovery) {
            return new AssessmentView(charge, recovery.amount(), recovery.grounds(), recovery.trace());
        }
    }

    @GET
    @Operation(
            summary = "Benefit recoveries of a workplace",
            description = "What was assessed, in pages. Problems: invalid-request, workplace-not-granted.")
    @APIResponse(
            responseCode = "200",
            description = "Benefit recoveries",
            content = @Content(schema = @Schema(implementation = ChargePage.class)))
    public Response list(
            @Parameter(required = true, example = "123-45-67891-6") @QueryParam("managementNo")
                    WorkplaceNumber workplace,
            @QueryParam("cursor") UUID cursor) {
        return granted.forWorkplace("managementNo", workplace, () -> {
            Page<Charge> page = charges.ofWorkplace(DebtKind.BENEFIT_RECOVERY, workplace, cursor);
            return Response.ok(new ChargePage(page.items(), page.next())).build();
        });
    }

    @POST
    @RolesAllowed(MemberType.OPERATOR)
    @Operation(
            summary = "Assess a benefit recovery",
            description =
                    "보험료징수법 §26: decides by the books as they stood on the day of the accident. A dry run shows the"
                            + " calculation with each condition answered, also when nothing is recovered. Problems: invalid-request,"
                            + " idempotency-key-required, workplace-unknown, accident-dated-ahead,"
                            + " benefit-recovered-before, nothing-to-recover, law-unknown, idempotency-key-reused.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = RecoveryRequest.class),
                            examples = @ExampleObject(name = "accident", value = RecoveryRequest.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "Assessed; its slip is issued",
            content = @Content(schema = @Schema(implementation = AssessmentView.class)))
    @APIResponse(responseCode = "200", description = "Dry run")
    public Response assess(
            @HeaderParam("Idempotency-Key") String key, @QueryParam("dryRun") Boolean dryRun, RecoveryRequest request) {
        boolean dry = Boolean.TRUE.equals(dryRun);
        return dry
                ? once.dryRun(() -> answer(assess.assess(caller.memberId(), request), true))
                : once.run(
                        "payment.benefit-recovery",
                        key,
                        () -> answer(assess.assess(caller.memberId(), request), false));
    }

    @POST
    @Path("/{chargeId}/cancellation")
    @RolesAllowed(MemberType.OPERATOR)
    @Operation(
            summary = "Cancel a benefit recovery",
            description = "While its slip is not paid. Problems: invalid-request, idempotency-key-required,"
                    + " not-found, charge-not-cancellable, idempotency-key-reused.")
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
                        "payment.benefit-recovery.cancellation:" + chargeId,
                        key,
                        () -> answer(assess.cancel(caller.memberId(), chargeId, request.reason()), false));
    }

    private Response answer(ChargeOutcome outcome, boolean dryRun) {
        return switch (outcome) {
            case ChargeOutcome.Assessed(Charge charge, BenefitRecovery recovery) ->
                Response.status(dryRun ? 200 : 201)
                        .entity(AssessmentView.of(charge, recovery))
                        .build();
            case ChargeOutcome.Nothing(BenefitRecovery recovery) ->
                dryRun
                        ? Response.ok(AssessmentView.of(null, recovery)).build()
                        : problems.refusal(422, "nothing-to-recover");
            case ChargeOutcome.Cancelled(Charge charge) -> Response.ok(charge).build();
            case ChargeOutcome.RecoveredBefore it ->
                problems.refusal(409, "benefit-recovered-before", String.join(", ", it.benefitNos()));
            case ChargeOutcome.DatedAhead it -> problems.refusal(409, "accident-dated-ahead");
            case ChargeOutcome.UnknownWorkplace it -> problems.refusal(404, "workplace-unknown");
            case ChargeOutcome.NotFound it -> problems.refusal(404, "not-found");
            case ChargeOutcome.NotCancellable it -> problems.refusal(409, "charge-not-cancellable");
            case ChargeOutcome.LawUnknown it -> {
                LookUp.Refused first = it.refusals().getFirst();
                yield problems.refusal(422, "law-unknown", first.parameterId(), first.date(), first.reason());
            }
        };
    }
}
