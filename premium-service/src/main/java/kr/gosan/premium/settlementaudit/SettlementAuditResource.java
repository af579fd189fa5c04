package kr.gosan.premium.settlementaudit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
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
import java.util.function.Supplier;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.idempotency.Once;
import kr.gosan.platform.identity.Caller;
import kr.gosan.platform.identity.MemberType;
import kr.gosan.platform.problem.Problems;
import kr.gosan.platform.workplace.KnownWorkplace;
import kr.gosan.platform.workplace.Workplaces;
import kr.gosan.premium.amendment.Actor;
import kr.gosan.premium.amendment.CorrectionProblems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Settlement audits over HTTP: chosen and led by operators, read by the employers concerned. */
@Path("/premium/v1/settlement-audits")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(MemberType.OPERATOR)
@Tag(name = "Settlement audits", description = "확정정산")
@APIResponse(responseCode = "400", description = "invalid-request, idempotency-key-required")
@APIResponse(responseCode = "401", description = "not-authenticated")
@APIResponse(responseCode = "403", description = "workplace-not-granted, not-allowed")
public class SettlementAuditResource {

    private final Once once;
    private final Caller caller;
    private final SelectForAudit selections;
    private final AdvanceAudit steps;
    private final SettlementAuditStore store;
    private final Workplaces workplaces;
    private final CorrectionProblems corrections;
    private final Problems problems;
    private final ObjectMapper mapper;

    public SettlementAuditResource(
            Once once,
            Caller caller,
            SelectForAudit selections,
            AdvanceAudit steps,
            SettlementAuditStore store,
            Workplaces workplaces,
            CorrectionProblems corrections,
            Problems problems,
            ObjectMapper mapper) {
        this.once = once;
        this.caller = caller;
        this.selections = selections;
        this.steps = steps;
        this.store = store;
        this.workplaces = workplaces;
        this.corrections = corrections;
        this.problems = problems;
        this.mapper = mapper;
    }

    @POST
    @Path("/selections")
    @Operation(
            summary = "Select workplaces whose filed remuneration deviates from figures from outside",
            description =
                    "Each insurance by itself, from the threshold on; tax accounts are held against all workplaces of the"
                            + " business together. The threshold and its reason are kept. One transaction of at most 10,000 rows of"
                            + " figures: go on with `after`. `dryRun=true` selects nobody.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = SelectionRequest.class),
                            examples = @ExampleObject(name = "10 % and more", value = AuditExample.SELECTION)))
    @APIResponse(
            responseCode = "201",
            description = "selected",
            content = @Content(schema = @Schema(implementation = SelectForAudit.Selected.class)))
    @APIResponse(responseCode = "200", description = "dry run: who would be selected")
    @APIResponse(responseCode = "409", description = "idempotency-key-reused")
    public Response select(
            @Parameter(required = true, description = "one for each selection; not needed for a dry run")
                    @HeaderParam("Idempotency-Key")
                    String key,
            @QueryParam("dryRun") Boolean dryRun,
            SelectionRequest request) {
        String member = caller.memberId();
        return Boolean.TRUE.equals(dryRun)
                ? once.dryRun(
                        () -> Response.ok(selections.select(request, member)).build())
                : once.run(
                        "premium.audit.selection",
                        key,
                        () -> Response.status(201)
                                .entity(selections.select(request, member))
                                .build());
    }

    @POST
    @Path("/selections/named")
    @Operation(
            summary = "Select one workplace for a reason of its own, without figures from outside",
            description =
                    "Who filed nothing, or has an audit of the year already, is not selected. `dryRun=true` selects"
                            + " nobody.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NamedSelectionRequest.class),
                            examples = @ExampleObject(name = "unclear remuneration", value = AuditExample.NAMED)))
    @APIResponse(
            responseCode = "201",
            description = "selected, if it could be",
            content = @Content(schema = @Schema(implementation = SelectForAudit.Selected.class)))
    @APIResponse(responseCode = "200", description = "dry run: whether it would be selected")
    @APIResponse(responseCode = "409", description = "idempotency-key-reused")
    public Response selectNamed(
            @Parameter(required = true, description = "one for each selection; not needed for a dry run")
                    @HeaderParam("Idempotency-Key")
                    String key,
            @QueryParam("dryRun") Boolean dryRun,
            NamedSelectionRequest request) {
        String member = caller.memberId();
        return Boolean.TRUE.equals(dryRun)
                ? once.dryRun(
                        () -> Response.ok(selections.select(request, member)).build())
                : once.run(
                        "premium.audit.named-selection",
                        key,
                        () -> Response.status(201)
                                .entity(selections.select(request, member))
                                .build());
    }

    @POST
    @Path("/{auditId}/steps")
    @Operation(
            summary = "Take an audit a step on",
            description =
                    "PLAN_NOTICE closes amendment for the workplace and year. DATA_DEMAND, DATA_RECEIPT,"
                            + " DEMAND_REFUSAL, NO_CHANGE and DROP are recorded with their reason. `dryRun=true` stores nothing.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = StepRequest.class),
                            examples = @ExampleObject(name = "plan notice", value = AuditExample.NOTICE)))
    @APIResponse(
            responseCode = "200",
            description = "the audit as it is now",
            content = @Content(schema = @Schema(implementation = SettlementAuditView.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "audit-step-not-open, idempotency-key-reused")
    public Response step(
            @PathParam("auditId") UUID id,
            @Parameter(required = true, description = "one for each step") @HeaderParam("Idempotency-Key") String key,
            @QueryParam("dryRun") Boolean dryRun,
            StepRequest request) {
        Actor operator = Actor.of(caller);
        Supplier<Response> stepping = () -> answer(steps.step(operator, id, request));
        return Boolean.TRUE.equals(dryRun)
                ? once.dryRun(stepping)
                : once.run("premium.audit.step:" + id, key, stepping);
    }

    @POST
    @Path("/{auditId}/result")
    @Operation(
            summary = "Conclude an audit",
            description = "The result is in force as a correction of the return, with the whole surcharge on what it"
                    + " raises. `dryRun=true` computes everything and stores nothing.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ResultRequest.class),
                            examples = @ExampleObject(name = "labour left out", value = AuditExample.RESULT)))
    @APIResponse(
            responseCode = "200",
            description = "concluded",
            content = @Content(schema = @Schema(implementation = SettlementAuditView.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(
            responseCode = "409",
            description = "audit-step-not-open, too-few-refused-demands, data-was-refused, idempotency-key-reused")
    @APIResponse(responseCode = "422", description = "correction-not-acceptable, with every field that is")
    public Response conclude(
            @PathParam("auditId") UUID id,
            @Parameter(required = true, description = "one for each result; not needed for a dry run")
                    @HeaderParam("Idempotency-Key")
                    String key,
            @QueryParam("dryRun") Boolean dryRun,
            ResultRequest request) {
        Actor operator = Actor.of(caller);
        Supplier<Response> concluding = () -> answer(steps.conclude(operator, id, request));
        return Boolean.TRUE.equals(dryRun)
                ? once.dryRun(concluding)
                : once.run("premium.audit.result:" + id, key, concluding);
    }

    @GET
    @Transactional
    @RolesAllowed({MemberType.EMPLOYER, MemberType.AGENCY, MemberType.OPERATOR})
    @Operation(
            summary = "List audits",
            description = "Newest first, 50 to a page: an operator sees all, an employer those it was notified of.")
    @APIResponse(
            responseCode = "200",
            description = "a page",
            content = @Content(schema = @Schema(implementation = SettlementAuditView.Page.class)))
    public Response list(@Parameter(description = "nextCursor of the page before") @QueryParam("cursor") UUID cursor) {
        Actor actor = Actor.of(caller);
        List<WorkplaceNumber> granted = actor.isOperator()
                ? null
                : workplaces.grantedTo(actor.memberId()).stream()
                        .map(KnownWorkplace::managementNo)
                        .toList();
        List<SettlementAudit> found = granted != null && granted.isEmpty() ? List.of() : store.list(granted, cursor);
        List<SettlementAudit> page = found.subList(0, Math.min(found.size(), SettlementAuditStore.PAGE));
        UUID next = found.size() > page.size() ? page.getLast().id() : null;
        return Response.ok(new SettlementAuditView.Page(
                        page.stream().map(this::view).toList(), next))
                .build();
    }

    @GET
    @Path("/{auditId}")
    @Transactional
    @RolesAllowed({MemberType.EMPLOYER, MemberType.AGENCY, MemberType.OPERATOR})
    @Operation(summary = "Read an audit, its reasons and its steps")
    @APIResponse(
            responseCode = "200",
            description = "the audit",
            content = @Content(schema = @Schema(implementation = SettlementAuditView.class)))
    @APIResponse(responseCode = "404", description = "not-found: none, or one that was not notified yet")
    public Response read(@PathParam("auditId") UUID id) {
        Actor actor = Actor.of(caller);
        Optional<SettlementAudit> found = store.find(id);
        if (found.isEmpty()) {
            return problems.refusal(404, "not-found");
        }
        if (actor.workplace(workplaces, found.get().managementNo()).isEmpty()) {
            return problems.refusal(403, "workplace-not-granted");
        }
        return actor.isOperator() || found.get().state().isNoticed()
                ? Response.ok(view(found.get())).build()
                : problems.refusal(404, "not-found");
    }

    private Response answer(AuditOutcome outcome) {
        return switch (outcome) {
            case AuditOutcome.Done it ->
                Response.ok(view(it.audit()))
                        .header(
                                HttpHeaders.LOCATION,
                                "/premium/v1/settlement-audits/" + it.audit().id())
                        .build();
            case AuditOutcome.NotNow it -> problems.refusal(409, "audit-step-not-open", it.state());
            case AuditOutcome.TooFewRefusals it -> problems.refusal(409, "too-few-refused-demands", it.needed());
            case AuditOutcome.DataWasRefused it -> problems.refusal(409, "data-was-refused");
            case AuditOutcome.NotCorrected it -> corrections.of(it.because());
            case AuditOutcome.NotFound it -> problems.refusal(404, "not-found");
        };
    }

    private SettlementAuditView view(SettlementAudit it) {
        return SettlementAuditView.of(it, tree(it.trace()));
    }

    private JsonNode tree(String json) {
        try {
            return mapper.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
