package kr.gosan.coverage.sandbox;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.time.BusinessCalendar;
import kr.gosan.platform.GosanConfig;
import kr.gosan.platform.audit.Audit;
import kr.gosan.platform.event.Outbox;
import kr.gosan.platform.identity.Caller;
import kr.gosan.platform.identity.MemberType;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.problem.Problems;
import kr.gosan.platform.workplace.WorkplaceClock;
import kr.gosan.platform.workplace.Workplaces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Moves a workplace's date, so that deadlines can be tried. Outside the sandbox there is nothing here. */
@Path("/coverage/v1/sandbox/workplaces/{managementNo}/clock")
@Tag(name = "Sandbox clock", description = "Another date for a workplace. Only in the sandbox.")
@RolesAllowed(MemberType.EMPLOYER)
@Blocking
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SandboxClockResource {

    public static final String EXAMPLE = "{\"today\": \"2022-03-10\"}";

    private final GosanConfig config;
    private final Workplaces workplaces;
    private final WorkplaceClock clock;
    private final Outbox outbox;
    private final Audit audit;
    private final Caller caller;
    private final Problems problems;

    SandboxClockResource(
            GosanConfig config,
            Workplaces workplaces,
            WorkplaceClock clock,
            Outbox outbox,
            Audit audit,
            Caller caller,
            Problems problems) {
        this.config = config;
        this.workplaces = workplaces;
        this.clock = clock;
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
        this.problems = problems;
    }

    /** @param today the date it shall be for the workplace; null is the real one again */
    @Schema(name = "SandboxClockSetting")
    public record ClockSetting(LocalDate today) implements kr.gosan.platform.json.RequestBody {
        @Override
        public void check(FieldErrors errors) {
            // any date and none are right in themselves
        }
    }

    /** @param today the date it is for the workplace now */
    @Schema(name = "SandboxClock")
    public record ClockReading(WorkplaceNumber managementNo, LocalDate today) {}

    @PUT
    @Transactional
    @Operation(
            summary = "Move a workplace to another date",
            description =
                    "Holds for all services, from the moment they have heard of it. The date must lie in the years"
                            + " of the holiday table. Problems: invalid-request, workplace-not-granted, calendar-not-covered;"
                            + " not-found outside the sandbox.")
    @APIResponse(
            responseCode = "200",
            description = "Moved",
            content = @Content(schema = @Schema(implementation = ClockReading.class)))
    public Response set(
            @PathParam("managementNo") WorkplaceNumber managementNo,
            @RequestBody(content = @Content(examples = @ExampleObject(name = "march", value = EXAMPLE)))
                    ClockSetting setting) {
        if (!config.sandbox()) {
            return problems.refusal(404, "not-found");
        }
        if (workplaces.grantedTo(caller.memberId(), managementNo).isEmpty()) {
            return problems.refusal(403, "workplace-not-granted");
        }
        if (setting.today() != null && !BusinessCalendar.korea().covers(setting.today())) {
            return problems.refusal(422, "calendar-not-covered");
        }
        Workplaces.SandboxClock moved = new Workplaces.SandboxClock(managementNo, setting.today());
        workplaces.setClock(moved);
        outbox.publish(Workplaces.SANDBOX_CLOCK_SET, managementNo.digits(), clock.systemNow(), moved);
        audit.record(caller.memberId(), "sandbox-clock-set", managementNo, managementNo.digits());
        return Response.ok(new ClockReading(managementNo, clock.today(managementNo)))
                .build();
    }
}
