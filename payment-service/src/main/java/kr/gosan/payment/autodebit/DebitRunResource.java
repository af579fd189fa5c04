package kr.gosan.payment.autodebit;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.payment.Page;
import kr.gosan.platform.audit.Audit;
import kr.gosan.platform.idempotency.Once;
import kr.gosan.platform.identity.Caller;
import kr.gosan.platform.identity.MemberType;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.json.FieldErrors.FieldError;
import kr.gosan.platform.json.RequestBody;
import kr.gosan.platform.problem.Problems;
import kr.gosan.platform.workplace.WorkplaceClock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Runs of automatic debit, for operators. They start by themselves on a due date's morning; this starts and watches them by hand. */
@Path("/payment/v1/debit-runs")
@Tag(name = "Automatic debit")
@RolesAllowed(MemberType.OPERATOR)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DebitRunResource {

    private final DebitRunStore runs;
    private final DebitOrderStore orders;
    private final RunDebits runDebits;
    private final DebitJobs jobs;
    private final Once once;
    private final Audit audit;
    private final Caller caller;
    private final Problems problems;
    private final WorkplaceClock clock;

    DebitRunResource(
            DebitRunStore runs,
            DebitOrderStore orders,
            RunDebits runDebits,
            DebitJobs jobs,
            Once once,
            Audit audit,
            Caller caller,
            Problems problems,
            WorkplaceClock clock) {
        this.runs = runs;
        this.orders = orders;
        this.runDebits = runDebits;
        this.jobs = jobs;
        this.once = once;
        this.audit = audit;
        this.caller = caller;
        this.problems = problems;
        this.clock = clock;
    }

    /** @param dueDate as slips name it: moved by the business calendar and by extensions */
    @Schema(name = "DebitRunRequest", requiredProperties = "dueDate")
    record DebitRunRequest(LocalDate dueDate) implements RequestBody {

        static final String EXAMPLE = "{\"dueDate\": \"2022-05-16\"}";

        @Override
        public void check(FieldErrors errors) {
            errors.required("/dueDate", dueDate);
        }
    }

    @POST
    @Operation(
            summary = "Start or go on with a run",
            description =
                    "Debits every open slip of the due date whose workplace lives on that day and has a mandate. Works on"
                            + " after the answer; read the run for its progress. Started again, it goes on where it stands and debits"
                            + " nobody twice. `dryRun=true` starts nothing and tells what stands."
                            + " Problems: invalid-request, idempotency-key-required, idempotency-key-reused, law-unknown.")
    @APIResponse(
            responseCode = "201",
            description = "The run as it stands",
            content = @Content(schema = @Schema(implementation = DebitRunView.class)))
    public Response start(
            @HeaderParam("Idempotency-Key") String key,
            @QueryParam("dryRun") Boolean dryRun,
            @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = DebitRunRequest.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "debit-run",
                                                            value = DebitRunRequest.EXAMPLE)))
                    DebitRunRequest request) {
        Optional<LookUp.Refused> unknown = runDebits.unknown(request.dueDate());
        if (unknown.isPresent()) {
            LookUp.Refused it = unknown.get();
            return problems.refusalOf("/dueDate", 422, "law-unknown", it.parameterId(), it.date(), it.reason());
        }
        if (Boolean.TRUE.equals(dryRun)) {
            return once.dryRun(
                    () -> Response.ok(view(runs.start(request.dueDate(), caller.memberId(), clock.systemNow())))
                            .build());
        }
        Response answer = once.run("debit-run", key, () -> {
            DebitRunStore.Run run = runs.start(request.dueDate(), caller.memberId(), clock.systemNow());
            audit.record(
                    caller.memberId(),
                    "payment.debit-run-started",
                    null,
                    run.runId().toString());
            return Response.created(URI.create("/payment/v1/debit-runs/" + run.runId()))
                    .entity(view(run))
                    .build();
        });
        if (answer.getStatus() < 400) {
            jobs.begin(request.dueDate());
        }
        return answer;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DebitRunsView(List<DebitRunView> items, UUID nextCursor) {}

    @GET
    @Transactional
    @Operation(summary = "Runs of automatic debit", description = "In the order they were started, in pages.")
    @APIResponse(
            responseCode = "200",
            description = "Runs",
            content = @Content(schema = @Schema(implementation = DebitRunsView.class)))
    public Response list(@QueryParam("cursor") UUID cursor) {
        Page<DebitRunView> page = runs.page(cursor).map(this::view);
        return Response.ok(new DebitRunsView(page.items(), page.next())).build();
    }

    @GET
    @Path("/{runId}")
    @Transactional
    @Operation(summary = "A run and its progress", description = "Problems: not-found.")
    @APIResponse(
            responseCode = "200",
            description = "The run",
            content = @Content(schema = @Schema(implementation = DebitRunView.class)))
    public Response run(@PathParam("runId") UUID runId) {
        return runs.find(runId)
                .map(run -> Response.ok(view(run)).build())
                .orElseGet(() -> problems.refusal(404, "not-found"));
    }

    @GET
    @Path("/{runId}/orders")
    @Transactional
    @Operation(
            summary = "What became of each slip in a run",
            description = "In pages. `state` is one of PLANNED, SENT, DEBITED, REFUSED, SKIPPED."
                    + " Problems: not-found, invalid-request.")
    @APIResponse(
            responseCode = "200",
            description = "Orders",
            content = @Content(schema = @Schema(implementation = DebitOrderView.OfRun.class)))
    public Response orders(
            @PathParam("runId") UUID runId, @QueryParam("state") String state, @QueryParam("cursor") UUID cursor) {
        Optional<OrderState> wanted = Optional.ofNullable(state).flatMap(OrderState::of);
        if (state != null && wanted.isEmpty()) {
            return problems.invalid(List.of(new FieldError("state", "code-unknown", List.of(OrderState.names()))));
        }
        return runs.find(runId)
                .map(run -> orders.ofRun(run.dueDate(), wanted.orElse(null), cursor))
                .map(page -> page.map(DebitOrderView::of))
                .map(page -> Response.ok(new DebitOrderView.OfRun(page.items(), page.next()))
                        .build())
                .orElseGet(() -> problems.refusal(404, "not-found"));
    }

    private DebitRunView view(DebitRunStore.Run run) {
        return DebitRunView.of(run, orders.sums(run.dueDate()));
    }
}
