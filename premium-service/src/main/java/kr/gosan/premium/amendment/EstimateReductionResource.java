package kr.gosan.premium.amendment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.idempotency.Once;
import kr.gosan.platform.identity.Caller;
import kr.gosan.platform.identity.MemberType;
import kr.gosan.platform.workplace.KnownWorkplace;
import kr.gosan.platform.workplace.Workplaces;
import kr.gosan.premium.amendment.rules.CorrectionKind;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Applications to reduce an estimate (form 10702) over HTTP; they are decided like claims, as corrections of their return. */
@Path("/premium/v1/estimate-reductions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({MemberType.EMPLOYER, MemberType.AGENCY, MemberType.OPERATOR})
@Tag(name = "Corrections", description = "수정신고, 경정청구: what is filed after a return")
@APIResponse(responseCode = "400", description = "invalid-request, idempotency-key-required")
@APIResponse(responseCode = "401", description = "not-authenticated")
@APIResponse(responseCode = "403", description = "workplace-not-granted, not-allowed")
public class EstimateReductionResource {

    private final Once once;
    private final Caller caller;
    private final ReduceEstimate applications;
    private final CorrectionStore store;
    private final Workplaces workplaces;
    private final CorrectionAnswers answers;

    public EstimateReductionResource(
            Once once,
            Caller caller,
            ReduceEstimate applications,
            CorrectionStore store,
            Workplaces workplaces,
            CorrectionAnswers answers) {
        this.once = once;
        this.caller = caller;
        this.applications = applications;
        this.store = store;
        this.workplaces = workplaces;
        this.answers = answers;
    }

    @POST
    @Operation(
            summary = "Apply for a reduction of the estimate",
            description = "개산보험료 감액조정 신청 (form 10702): the estimate of each insurance stated must fall by 30 % or"
                    + " more. `dryRun=true` computes everything and stores nothing.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = EstimateReductionRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "half of the works fell through",
                                            value = CorrectionExample.ESTIMATE_REDUCTION)))
    @APIResponse(
            responseCode = "201",
            description = "received; waits for its decision as a correction of the return",
            content = @Content(schema = @Schema(implementation = CorrectionView.class)))
    @APIResponse(responseCode = "200", description = "dry run: what applying would give")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "figures-changed, correction-pending, idempotency-key-reused")
    @APIResponse(responseCode = "422", description = "correction-not-acceptable, with every field that is")
    public Response apply(
            @Parameter(required = true, description = "one for each application; not needed for a dry run")
                    @HeaderParam("Idempotency-Key")
                    String key,
            @QueryParam("dryRun") Boolean dryRun,
            EstimateReductionRequest request) {
        Actor actor = Actor.of(caller);
        return Boolean.TRUE.equals(dryRun)
                ? once.dryRun(() -> answers.of(applications.apply(actor, request), CorrectionAnswers.Done.DRY_RUN))
                : once.run(
                        "premium.estimate-reduction",
                        key,
                        () -> answers.of(applications.apply(actor, request), CorrectionAnswers.Done.CREATED));
    }

    @GET
    @Transactional
    @Operation(
            summary = "List the applications of the caller's workplaces",
            description = "Newest first, 50 to a page; an operator sees all.")
    @APIResponse(
            responseCode = "200",
            description = "a page",
            content = @Content(schema = @Schema(implementation = CorrectionView.Page.class)))
    public Response list(@Parameter(description = "nextCursor of the page before") @QueryParam("cursor") UUID cursor) {
        Actor actor = Actor.of(caller);
        List<WorkplaceNumber> granted = actor.isOperator()
                ? null
                : workplaces.grantedTo(actor.memberId()).stream()
                        .map(KnownWorkplace::managementNo)
                        .toList();
        if (granted != null && granted.isEmpty()) {
            return Response.ok(new CorrectionView.Page(List.of(), null)).build();
        }
        List<Correction> found = store.list(CorrectionKind.ESTIMATE_REDUCTION, granted, cursor);
        List<Correction> page = found.subList(0, Math.min(found.size(), CorrectionStore.PAGE));
        UUID next = found.size() > page.size() ? page.getLast().id() : null;
        return Response.ok(
                        new CorrectionView.Page(page.stream().map(answers::view).toList(), next))
                .build();
    }
}
