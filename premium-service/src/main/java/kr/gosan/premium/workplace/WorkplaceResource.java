package kr.gosan.premium.workplace;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.workplace.EmployeeScale;
import kr.gosan.kernel.workplace.EmployerKind;
import kr.gosan.kernel.workplace.WorkplaceKind;
import kr.gosan.platform.identity.Caller;
import kr.gosan.platform.identity.MemberType;
import kr.gosan.platform.problem.Problems;
import kr.gosan.platform.workplace.KnownWorkplace;
import kr.gosan.platform.workplace.WorkplaceClock;
import kr.gosan.platform.workplace.Workplaces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The workplaces as premium-service knows them: what its calculations rest on, and which day it is there. */
@Path("/premium/v1/workplaces")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({MemberType.EMPLOYER, MemberType.AGENCY})
@Tag(name = "Workplaces", description = "this service's own picture of the caller's workplaces")
@APIResponse(responseCode = "401", description = "not-authenticated")
public class WorkplaceResource {

    /** Items to a page. */
    static final int PAGE = 50;

    private final Workplaces workplaces;
    private final WorkplaceClock clock;
    private final Caller caller;
    private final Problems problems;

    public WorkplaceResource(Workplaces workplaces, WorkplaceClock clock, Caller caller, Problems problems) {
        this.workplaces = workplaces;
        this.clock = clock;
        this.caller = caller;
        this.problems = problems;
    }

    /** @param today the date it is for the workplace: in the sandbox it may have been moved */
    public record WorkplaceView(
            WorkplaceNumber managementNo,
            String name,
            WorkplaceKind kind,
            EmployerKind employerKind,
            EmployeeScale employeeScale,
            LocalDate establishedOn,
            LocalDate today) {}

    /** @param nextCursor give it as {@code cursor} to read on; missing on the last page */
    @Schema(name = "WorkplacePage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<WorkplaceView> items, WorkplaceNumber nextCursor) {}

    @GET
    @Transactional
    @Operation(
            summary = "List the workplaces the caller may act for",
            description = "By workplace number, 50 to a page.")
    @APIResponse(
            responseCode = "200",
            description = "a page",
            content = @Content(schema = @Schema(implementation = Page.class)))
    public Response list(
            @Parameter(description = "nextCursor of the page before") @QueryParam("cursor") WorkplaceNumber cursor) {
        List<KnownWorkplace> found = workplaces.grantedTo(caller.memberId(), cursor, PAGE + 1);
        List<WorkplaceView> items = found.stream().limit(PAGE).map(this::view).toList();
        WorkplaceNumber next = found.size() > PAGE ? items.getLast().managementNo() : null;
        return Response.ok(new Page(items, next)).build();
    }

    @GET
    @Path("/{managementNo}")
    @RolesAllowed({MemberType.EMPLOYER, MemberType.AGENCY, MemberType.OPERATOR})
    @Transactional
    @Operation(summary = "Read one workplace and which day it is there")
    @APIResponse(
            responseCode = "200",
            description = "the workplace",
            content = @Content(schema = @Schema(implementation = WorkplaceView.class)))
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "403", description = "workplace-not-granted, also while it is not known here yet")
    public Response read(@PathParam("managementNo") WorkplaceNumber managementNo) {
        return workplaces
                .openTo(caller, managementNo)
                .map(workplace -> Response.ok(view(workplace)).build())
                .orElseGet(() -> problems.refusal(403, "workplace-not-granted"));
    }

    private WorkplaceView view(KnownWorkplace workplace) {
        return new WorkplaceView(
                workplace.managementNo(),
                workplace.name(),
                workplace.kind(),
                workplace.employerKind(),
                workplace.employeeScale(),
                workplace.establishedOn(),
                clock.today(workplace.managementNo()));
    }
}
