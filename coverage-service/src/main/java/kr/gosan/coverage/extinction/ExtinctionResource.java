package kr.gosan.coverage.extinction;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import kr.gosan.coverage.filing.FilingDesk;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.identity.MemberType;
import kr.gosan.platform.receipt.Receipt;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The end of a workplace's insurance relation over HTTP. */
@Path("/coverage/v1/workplaces/{managementNo}/extinction")
@Tag(name = "Workplaces")
@RolesAllowed({MemberType.EMPLOYER, MemberType.AGENCY})
@Blocking
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ExtinctionResource {

    private final ExtinguishWorkplace extinguish;
    private final FilingDesk desk;

    ExtinctionResource(ExtinguishWorkplace extinguish, FilingDesk desk) {
        this.extinguish = extinguish;
        this.desk = desk;
    }

    @POST
    @Operation(
            summary = "Report the extinction of a workplace's insurance relation",
            description = "The relation ends the day after endedOn. Due within the statutory deadline; the answer names"
                    + " it. A later report is accepted and marked. Insured persons are reported as lost each for"
                    + " itself; warning: persons-still-insured. Problems: invalid-request, idempotency-key-required,"
                    + " idempotency-key-reused, workplace-not-granted, extinction-refused (already-extinct,"
                    + " in-the-future, ended-before-establishment), law-unknown, calendar-not-covered.")
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
                                                        implementation = ExtinctionFiling.class),
                                                @SchemaProperty(name = "receipt", implementation = Receipt.class),
                                                @SchemaProperty(name = "warnings", implementation = String[].class)
                                            })))
    @APIResponse(responseCode = "200", description = "Dry run: it would be accepted; nothing is stored")
    public Response extinguish(
            @PathParam("managementNo") WorkplaceNumber managementNo,
            @HeaderParam("Idempotency-Key") String idempotencyKey,
            @QueryParam("dryRun") Boolean dryRun,
            @RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(name = "closed", value = ExtinctionReport.EXAMPLE)))
                    ExtinctionReport report) {
        return desk.take(
                "coverage.extinction/" + managementNo.digits(),
                idempotencyKey,
                dryRun,
                dry -> extinguish.extinguish(managementNo, report, dry));
    }
}
