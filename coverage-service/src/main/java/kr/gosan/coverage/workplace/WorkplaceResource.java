package kr.gosan.coverage.workplace;

import io.smallrye.common.annotation.Blocking;
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
import java.time.LocalDate;
import java.util.List;
import kr.gosan.coverage.PageSize;
import kr.gosan.coverage.filing.FilingDesk;
import kr.gosan.coverage.filing.FilingStore;
import kr.gosan.coverage.filing.Report;
import kr.gosan.kernel.number.BusinessNumber;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.workplace.EmployeeScale;
import kr.gosan.kernel.workplace.EmployerKind;
import kr.gosan.kernel.workplace.WorkplaceKind;
import kr.gosan.platform.identity.Caller;
import kr.gosan.platform.identity.MemberType;
import kr.gosan.platform.problem.Problems;
import kr.gosan.platform.receipt.Receipt;
import kr.gosan.platform.workplace.KnownWorkplace;
import kr.gosan.platform.workplace.WorkplaceClock;
import kr.gosan.platform.workplace.Workplaces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Workplaces over HTTP. */
@Path("/coverage/v1/workplaces")
@Tag(
        name = "Workplaces",
        description =
                "Construction head offices, collectives, single works, and the other workplaces that assess themselves.")
@RolesAllowed(MemberType.EMPLOYER)
@Blocking
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class WorkplaceResource {

    private final EstablishWorkplace establish;
    private final FilingDesk desk;
    private final FilingStore filings;
    private final Workplaces workplaces;
    private final WorkplaceClock clock;
    private final Caller caller;
    private final Problems problems;

    WorkplaceResource(
            EstablishWorkplace establish,
            FilingDesk desk,
            FilingStore filings,
            Workplaces workplaces,
            WorkplaceClock clock,
            Caller caller,
            Problems problems) {
        this.establish = establish;
        this.desk = desk;
        this.filings = filings;
        this.workplaces = workplaces;
        this.clock = clock;
        this.caller = caller;
        this.problems = problems;
    }

    /**
     * @param extinctOn first day without the insurance relation; null while it lasts
     * @param agencyMemberId the agency that holds the mandate; null when none does
     * @param today the date it is for this workplace; in the sandbox it may be moved
     */
    @Schema(name = "EstablishedWorkplace")
    public record Workplace(
            WorkplaceNumber managementNo,
            BusinessNumber businessNumber,
            WorkplaceKind kind,
            String name,
            EmployerKind employerKind,
            EmployeeScale employeeScale,
            LocalDate establishedOn,
            @Schema(nullable = true) LocalDate worksEndOn,
            @Schema(nullable = true) LocalDate extinctOn,
            @Schema(nullable = true) String district,
            @Schema(nullable = true) String agencyMemberId,
            LocalDate today,
            Report establishment,
            @Schema(nullable = true) Report extinction) {}

    /** @param nextCursor what to ask the next page with; null on the last one */
    @Schema(name = "WorkplacePage")
    public record WorkplacePage(
            List<Workplace> items, @Schema(nullable = true) String nextCursor) {}

    @POST
    @Operation(
            summary = "Report the establishment of a workplace",
            description = "A head office and a collective are reported each for itself, under a number that starts with"
                    + " the business number of the certificate. A single work has a planned end. Self-employed persons"
                    + " insured before 2012-01-22 are entered with the day of their approval, without a deadline. Due within the statutory deadline; the answer names"
                    + " it. A later report is accepted and marked. Problems: invalid-request, idempotency-key-required,"
                    + " idempotency-key-reused, business-not-certified, establishment-refused"
                    + " (number-of-another-business, number-taken, kind-established, in-the-future,"
                    + " works-end-not-after-establishment, self-employed-is-a-person,"
                    + " self-employed-approved-too-late), law-unknown,"
                    + " calendar-not-covered.")
    @APIResponse(
            responseCode = "201",
            description = "Accepted, with receipt",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            properties = {
                                                @SchemaProperty(
                                                        name = "filing",
                                                        implementation = EstablishmentFiling.class),
                                                @SchemaProperty(name = "receipt", implementation = Receipt.class),
                                                @SchemaProperty(name = "warnings", implementation = String[].class)
                                            })))
    @APIResponse(responseCode = "200", description = "Dry run: it would be accepted; nothing is stored")
    public Response establish(
            @HeaderParam("Idempotency-Key") String idempotencyKey,
            @QueryParam("dryRun") Boolean dryRun,
            @RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            name = "collective",
                                                            value = EstablishmentReport.EXAMPLE)))
                    EstablishmentReport report) {
        return desk.take("coverage.establishment", idempotencyKey, dryRun, dry -> establish.establish(report, dry));
    }

    @GET
    @RolesAllowed({MemberType.EMPLOYER, MemberType.AGENCY})
    @Transactional
    @Operation(
            summary = "List the workplaces this member may act for",
            description =
                    "By management number: its own, and those an agency holds the mandate of. Problems: invalid-request (parameter-invalid, limit-out-of-range).")
    public WorkplacePage list(@QueryParam("cursor") WorkplaceNumber cursor, @QueryParam("limit") Integer limit) {
        int size = PageSize.of(limit);
        List<KnownWorkplace> rest = workplaces.grantedTo(caller.memberId(), cursor, size + 1);
        List<Workplace> items = rest.stream().limit(size).map(this::describe).toList();
        return new WorkplacePage(
                items, rest.size() > size ? items.getLast().managementNo().digits() : null);
    }

    @GET
    @Path("/{managementNo}")
    @RolesAllowed({MemberType.EMPLOYER, MemberType.AGENCY, MemberType.OPERATOR})
    @Transactional
    @Operation(
            summary = "Read a workplace",
            description = "Problems: invalid-request (parameter-invalid), workplace-not-granted.")
    @APIResponse(
            responseCode = "200",
            description = "The workplace",
            content = @Content(schema = @Schema(implementation = Workplace.class)))
    public Response read(@PathParam("managementNo") WorkplaceNumber managementNo) {
        return workplaces
                .openTo(caller, managementNo)
                .map(workplace -> Response.ok(describe(workplace)).build())
                .orElseGet(() -> problems.refusal(403, "workplace-not-granted"));
    }

    private Workplace describe(KnownWorkplace workplace) {
        return new Workplace(
                workplace.managementNo(),
                workplace.businessNumber(),
                workplace.kind(),
                workplace.name(),
                workplace.employerKind(),
                workplace.employeeScale(),
                workplace.establishedOn(),
                workplace.worksEndOn(),
                workplace.extinctOn(),
                workplace.district(),
                workplace.agencyMemberId(),
                clock.today(workplace.managementNo()),
                filings.establishmentOf(workplace.managementNo()),
                workplace.extinctOn() == null
                        ? null
                        : filings.extinctionOf(workplace.managementNo()).orElse(null));
    }
}
