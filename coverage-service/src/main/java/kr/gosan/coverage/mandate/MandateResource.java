package kr.gosan.coverage.mandate;

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
import java.util.UUID;
import java.util.function.Function;
import kr.gosan.coverage.filing.FilingDesk;
import kr.gosan.kernel.number.BusinessNumber;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.identity.Caller;
import kr.gosan.platform.identity.MemberType;
import kr.gosan.platform.problem.Problems;
import kr.gosan.platform.receipt.Receipt;
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

/** Mandates over HTTP. */
@Path("/coverage/v1/workplaces/{managementNo}/mandates")
@Tag(name = "Mandates", description = "Agencies (보험사무대행기관) that act for a workplace: one at a time.")
@RolesAllowed({MemberType.EMPLOYER, MemberType.AGENCY})
@Blocking
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class MandateResource {

    private final GiveMandate give;
    private final EndMandate end;
    private final MandateStore mandates;
    private final FilingDesk desk;
    private final Workplaces workplaces;
    private final Caller caller;
    private final Problems problems;

    MandateResource(
            GiveMandate give,
            EndMandate end,
            MandateStore mandates,
            FilingDesk desk,
            Workplaces workplaces,
            Caller caller,
            Problems problems) {
        this.give = give;
        this.end = end;
        this.mandates = mandates;
        this.desk = desk;
        this.workplaces = workplaces;
        this.caller = caller;
        this.problems = problems;
    }

    /** @param endedOn first day without the mandate; null while it lasts */
    @Schema(name = "Mandate")
    public record MandateView(
            UUID mandateId,
            BusinessNumber agencyBusinessNumber,
            String agencyName,
            LocalDate from,
            @Schema(nullable = true) LocalDate endedOn) {}

    /** @param nextCursor always null: a workplace has few mandates */
    @Schema(name = "MandateList")
    public record MandateList(
            List<MandateView> items,
            @Schema(nullable = true) String nextCursor) {}

    @POST
    @RolesAllowed(MemberType.EMPLOYER)
    @Operation(
            summary = "Give an agency the mandate for a workplace",
            description = "Done by the employer itself. The agency must have logged in once; from then on it may read"
                    + " and file for this workplace in every service. Problems: invalid-request,"
                    + " idempotency-key-required, idempotency-key-reused, workplace-not-granted, mandate-refused"
                    + " (agency-unknown, mandate-in-force, overlaps-earlier-mandate, mandate-before-establishment,"
                    + " in-the-future).")
    @APIResponse(
            responseCode = "201",
            description = "Accepted, with receipt; filing.filingId is the id of the mandate",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            properties = {
                                                @SchemaProperty(name = "filing", implementation = MandateFiling.class),
                                                @SchemaProperty(name = "receipt", implementation = Receipt.class),
                                                @SchemaProperty(name = "warnings", implementation = String[].class)
                                            })))
    @APIResponse(responseCode = "200", description = "Dry run: it would be accepted; nothing is stored")
    public Response give(
            @PathParam("managementNo") WorkplaceNumber managementNo,
            @HeaderParam("Idempotency-Key") String idempotencyKey,
            @QueryParam("dryRun") Boolean dryRun,
            @RequestBody(content = @Content(examples = @ExampleObject(name = "mandate", value = MandateReport.EXAMPLE)))
                    MandateReport report) {
        return desk.take(
                "coverage.mandate/" + managementNo.digits(),
                idempotencyKey,
                dryRun,
                dry -> give.give(managementNo, report, dry));
    }

    @POST
    @Path("/{mandateId}/end")
    @Operation(
            summary = "End a mandate",
            description = "By the employer or by the agency. The agency may not act for this workplace any more."
                    + " Problems: invalid-request, idempotency-key-required, idempotency-key-reused,"
                    + " workplace-not-granted, not-found, mandate-end-refused (mandate-already-ended,"
                    + " ends-before-mandate, in-the-future).")
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
                                                        implementation = MandateEndFiling.class),
                                                @SchemaProperty(name = "receipt", implementation = Receipt.class),
                                                @SchemaProperty(name = "warnings", implementation = String[].class)
                                            })))
    @APIResponse(responseCode = "200", description = "Dry run: it would be accepted; nothing is stored")
    public Response end(
            @PathParam("managementNo") WorkplaceNumber managementNo,
            @PathParam("mandateId") UUID mandateId,
            @HeaderParam("Idempotency-Key") String idempotencyKey,
            @QueryParam("dryRun") Boolean dryRun,
            @RequestBody(content = @Content(examples = @ExampleObject(name = "end", value = MandateEndReport.EXAMPLE)))
                    MandateEndReport report) {
        return desk.take(
                "coverage.mandate-end/" + mandateId,
                idempotencyKey,
                dryRun,
                dry -> end.end(managementNo, mandateId, report, dry));
    }

    @GET
    @Transactional
    @Operation(
            summary = "List the mandates of a workplace",
            description = "In order, ended ones included. Problems: invalid-request, workplace-not-granted.")
    @APIResponse(
            responseCode = "200",
            description = "The mandates",
            content = @Content(schema = @Schema(implementation = MandateList.class)))
    public Response list(@PathParam("managementNo") WorkplaceNumber managementNo) {
        return granted(
                managementNo,
                number -> Response.ok(new MandateList(
                                mandates.of(number).stream()
                                        .map(MandateResource::view)
                                        .toList(),
                                null))
                        .build());
    }

    @GET
    @Path("/{mandateId}")
    @Transactional
    @Operation(summary = "Read a mandate", description = "Problems: invalid-request, workplace-not-granted, not-found.")
    @APIResponse(
            responseCode = "200",
            description = "The mandate",
            content = @Content(schema = @Schema(implementation = MandateView.class)))
    public Response read(
            @PathParam("managementNo") WorkplaceNumber managementNo, @PathParam("mandateId") UUID mandateId) {
        return granted(
                managementNo,
                number -> mandates.of(number).stream()
                        .filter(mandate -> mandate.mandateId().equals(mandateId))
                        .findFirst()
                        .map(mandate -> Response.ok(view(mandate)).build())
                        .orElseGet(() -> problems.refusal(404, "not-found")));
    }

    private Response granted(WorkplaceNumber number, Function<WorkplaceNumber, Response> answer) {
        return workplaces.grantedTo(caller.memberId(), number).isPresent()
                ? answer.apply(number)
                : problems.refusal(403, "workplace-not-granted");
    }

    private static MandateView view(MandateStore.Mandate mandate) {
        return new MandateView(
                mandate.mandateId(),
                mandate.agencyBusinessNumber(),
                mandate.agencyName(),
                mandate.from(),
                mandate.endedOn());
    }
}
