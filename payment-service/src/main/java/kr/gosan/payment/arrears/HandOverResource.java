package kr.gosan.payment.arrears;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.audit.Audit;
import kr.gosan.platform.idempotency.Once;
import kr.gosan.platform.identity.Caller;
import kr.gosan.platform.identity.MemberType;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.json.RequestBody;
import kr.gosan.platform.problem.Problems;
import kr.gosan.platform.workplace.WorkplaceClock;
import kr.gosan.platform.workplace.Workplaces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Hands over a workplace's overdue debts at once, without waiting for the run by the clock. */
@Path("/payment/v1/arrears-hand-overs")
@Tag(name = "Arrears")
@RolesAllowed(MemberType.OPERATOR)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class HandOverResource {

    /** A test sends it. */
    static final String EXAMPLE = "{\"managementNo\": \"123-45-67891-6\", \"on\": \"2022-04-01\"}";

    private final Once once;
    private final HandOverRun run;
    private final Workplaces workplaces;
    private final WorkplaceClock clock;
    private final Audit audit;
    private final Caller caller;
    private final Problems problems;

    HandOverResource(
            Once once,
            HandOverRun run,
            Workplaces workplaces,
            WorkplaceClock clock,
            Audit audit,
            Caller caller,
            Problems problems) {
        this.once = once;
        this.run = run;
        this.workplaces = workplaces;
        this.clock = clock;
        this.audit = audit;
        this.caller = caller;
        this.problems = problems;
    }

    /** @param on hands over what is overdue on this day; today when left out, and never a day to come */
    @Schema(name = "ArrearsHandOverRequest")
    record HandOverRequest(WorkplaceNumber managementNo, LocalDate on) implements RequestBody {

        @Override
        public void check(FieldErrors errors) {
            errors.required("/managementNo", managementNo);
        }
    }

    /** @param handedOver how many debts were handed over now */
    @Schema(name = "ArrearsHandOver")
    record HandOverView(WorkplaceNumber managementNo, LocalDate on, int handedOver) {}

    @POST
    @Operation(
            summary = "Hand over what is overdue at a workplace",
            description =
                    "Closes the slips whose last day to pay lies before the day and hands what is open on them over to the"
                            + " National Health Insurance Service. This happens by itself when the day ends; an operator need not wait."
                            + " Problems: invalid-request, workplace-unknown, day-to-come, idempotency-key-reused.")
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = HandOverRequest.class),
                            examples = @ExampleObject(name = "the day after the due date", value = EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "What was handed over, or on a dry run would be",
            content = @Content(schema = @Schema(implementation = HandOverView.class)))
    @APIResponse(responseCode = "404", description = "workplace-unknown")
    @APIResponse(responseCode = "422", description = "day-to-come")
    public Response handOver(
            @Parameter(required = true, description = "one for each request; not needed for a dry run")
                    @HeaderParam("Idempotency-Key")
                    String key,
            @QueryParam("dryRun") Boolean dryRun,
            HandOverRequest request) {
        return Boolean.TRUE.equals(dryRun)
                ? once.dryRun(() -> answer(request))
                : once.run("payment.arrears-hand-over", key, () -> answer(request));
    }

    private Response answer(HandOverRequest request) {
        WorkplaceNumber workplace = request.managementNo();
        if (workplaces.find(workplace).isEmpty()) {
            return problems.refusal(404, "workplace-unknown");
        }
        LocalDate today = clock.today(workplace);
        LocalDate on = request.on() == null ? today : request.on();
        if (on.isAfter(today)) {
            return problems.refusalOf("/on", 422, "day-to-come");
        }
        int handedOver = run.of(workplace, on);
        audit.record(caller.memberId(), "payment.arrears-hand-over", workplace, on.toString());
        return Response.ok(new HandOverView(workplace, on, handedOver)).build();
    }
}
