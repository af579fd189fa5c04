package kr.gosan.coverage.insured;

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

/** The two reports about a worker over HTTP. */
@Path("/coverage/v1/workplaces/{managementNo}")
@Tag(
        name = "Insured status",
        description = "Acquisition and loss of insured status in employment insurance. Self-assessed construction"
                + " workplaces do not report single workers to industrial-accident insurance.")
@RolesAllowed({MemberType.EMPLOYER, MemberType.AGENCY})
@Blocking
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class StatusReportResource {

    private final ReportAcquisition acquisitions;
    private final ReportLoss losses;
    private final FilingDesk desk;

    StatusReportResource(ReportAcquisition acquisitions, ReportLoss losses, FilingDesk desk) {
        this.acquisitions = acquisitions;
        this.losses = losses;
        this.desk = desk;
    }

    @POST
    @Path("/acquisitions")
    @Operation(
            summary = "Report that a worker was hired",
            description = "Due within the statutory deadline; the answer names it. A later report is accepted and"
                    + " marked. Warnings: insured-elsewhere, residence-status-not-checked. Problems: invalid-request,"
                    + " idempotency-key-required, idempotency-key-reused, workplace-not-granted, acquisition-refused"
                    + " (before-establishment, after-extinction, in-the-future, under-age, already-insured-here,"
                    + " overlaps-earlier-period, contract-ends-before-it-begins, short-hours-not-insured),"
                    + " law-unknown, calendar-not-covered.")
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
                                                        implementation = AcquisitionFiling.class),
                                                @SchemaProperty(name = "receipt", implementation = Receipt.class),
                                                @SchemaProperty(name = "warnings", implementation = String[].class)
                                            })))
    @APIResponse(responseCode = "200", description = "Dry run: it would be accepted; nothing is stored")
    public Response acquire(
            @PathParam("managementNo") WorkplaceNumber managementNo,
            @HeaderParam("Idempotency-Key") String idempotencyKey,
            @QueryParam("dryRun") Boolean dryRun,
            @RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(name = "hired", value = AcquisitionReport.EXAMPLE)))
                    AcquisitionReport report) {
        return desk.take(
                "coverage.acquisition/" + managementNo.digits(),
                idempotencyKey,
                dryRun,
                dry -> acquisitions.report(managementNo, report, dry));
    }

    @POST
    @Path("/losses")
    @Operation(
            summary = "Report that a worker left or is no longer covered",
            description = "Insured status ends the day after separationDate, or with the reasons 41 and 42 on"
                    + " excludedFrom. Due within the statutory deadline; the answer names it. A later report is"
                    + " accepted and marked. Problems: invalid-request, idempotency-key-required,"
                    + " idempotency-key-reused, workplace-not-granted, loss-refused (not-insured-here, already-lost,"
                    + " loss-before-acquisition, in-the-future), law-unknown, calendar-not-covered.")
    @APIResponse(
            responseCode = "201",
            description = "Accepted, with receipt",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            properties = {
                                                @SchemaProperty(name = "filing", implementation = LossFiling.class),
                                                @SchemaProperty(name = "receipt", implementation = Receipt.class),
                                                @SchemaProperty(name = "warnings", implementation = String[].class)
                                            })))
    @APIResponse(responseCode = "200", description = "Dry run: it would be accepted; nothing is stored")
    public Response lose(
            @PathParam("managementNo") WorkplaceNumber managementNo,
            @HeaderParam("Idempotency-Key") String idempotencyKey,
            @QueryParam("dryRun") Boolean dryRun,
            @RequestBody(content = @Content(examples = @ExampleObject(name = "left", value = LossReport.EXAMPLE)))
                    LossReport report) {
        return desk.take(
                "coverage.loss/" + managementNo.digits(),
                idempotencyKey,
                dryRun,
                dry -> losses.report(managementNo, report, dry));
    }
}
