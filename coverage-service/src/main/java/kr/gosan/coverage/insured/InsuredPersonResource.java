package kr.gosan.coverage.insured;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import kr.gosan.coverage.PageSize;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.identity.Caller;
import kr.gosan.platform.identity.MemberType;
import kr.gosan.platform.problem.Problems;
import kr.gosan.platform.workplace.Workplaces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The persons of a workplace over HTTP. Periods at other workplaces are not the employer's business. */
@Path("/coverage/v1/workplaces/{managementNo}/insured-persons")
@Tag(name = "Insured status")
@RolesAllowed({MemberType.EMPLOYER, MemberType.AGENCY})
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class InsuredPersonResource {

    private final InsuredPeriodStore periods;
    private final Workplaces workplaces;
    private final Caller caller;
    private final Problems problems;

    InsuredPersonResource(InsuredPeriodStore periods, Workplaces workplaces, Caller caller, Problems problems) {
        this.periods = periods;
        this.workplaces = workplaces;
        this.caller = caller;
        this.problems = problems;
    }

    /** @param nextCursor what to ask the next page with; null on the last one */
    @Schema(name = "InsuredPersonPage")
    public record InsuredPersonPage(
            List<InsuredPerson> items,
            @Schema(nullable = true) UUID nextCursor) {}

    @GET
    @Transactional
    @Operation(
            summary = "List the persons of a workplace",
            description = "Everybody who is or was insured there, in the order of the first report. clientReference"
                    + " finds the persons with a report of that name. Problems: workplace-not-granted,"
                    + " invalid-request (parameter-invalid, limit-out-of-range).")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = InsuredPersonPage.class)))
    public Response list(
            @PathParam("managementNo") WorkplaceNumber managementNo,
            @QueryParam("clientReference") String clientReference,
            @QueryParam("cursor") UUID cursor,
            @QueryParam("limit") Integer limit) {
        if (!granted(managementNo)) {
            return problems.refusal(403, "workplace-not-granted");
        }
        int size = PageSize.of(limit);
        List<InsuredPerson> found = periods.persons(managementNo, cursor, clientReference, size + 1);
        List<InsuredPerson> items = found.stream().limit(size).toList();
        return Response.ok(new InsuredPersonPage(
                        items, found.size() > size ? items.getLast().personId() : null))
                .build();
    }

    @GET
    @Path("/{personId}")
    @Transactional
    @Operation(
            summary = "Read a person's history at a workplace",
            description = "All periods with dates, reasons, receipts and lateness. Problems: workplace-not-granted,"
                    + " not-found, invalid-request (parameter-invalid).")
    @APIResponse(
            responseCode = "200",
            description = "The person",
            content = @Content(schema = @Schema(implementation = InsuredPerson.class)))
    public Response read(
            @PathParam("managementNo") WorkplaceNumber managementNo, @PathParam("personId") UUID personId) {
        if (!granted(managementNo)) {
            return problems.refusal(403, "workplace-not-granted");
        }
        return periods.person(managementNo, personId)
                .map(person -> Response.ok(person).build())
                .orElseGet(() -> problems.refusal(404, "not-found"));
    }

    private boolean granted(WorkplaceNumber managementNo) {
        return workplaces.grantedTo(caller.memberId(), managementNo).isPresent();
    }
}
