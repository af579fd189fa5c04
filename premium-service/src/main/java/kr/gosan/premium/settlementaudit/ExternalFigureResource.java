package kr.gosan.premium.settlementaudit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import kr.gosan.platform.audit.Audit;
import kr.gosan.platform.identity.Caller;
import kr.gosan.platform.identity.MemberType;
import kr.gosan.platform.problem.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Figures from outside over HTTP. Putting the same ones again changes nothing, so no idempotency key is needed. */
@Path("/premium/v1/settlement-audits/external-figures")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(MemberType.OPERATOR)
@Tag(name = "Settlement audits", description = "확정정산")
public class ExternalFigureResource {

    static final String NDJSON = "application/x-ndjson";
    static final String CSV = "text/csv";

    private final ImportExternalFigures imports;
    private final Audit audit;
    private final Caller caller;
    private final Problems problems;

    public ExternalFigureResource(ImportExternalFigures imports, Audit audit, Caller caller, Problems problems) {
        this.imports = imports;
        this.audit = audit;
        this.caller = caller;
        this.problems = problems;
    }

    @PUT
    @Consumes(MediaType.WILDCARD)
    @Transactional
    @Operation(
            summary = "Import figures from tax accounts or works results",
            description =
                    "One row a workplace, year and source, at most 10,000; the next import of the same replaces it."
                            + " A row that is wrong is told by its number and left out.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = NDJSON,
                        schema = @Schema(implementation = ExternalFigure.class),
                        examples = @ExampleObject(name = "tax accounts", value = AuditExample.NDJSON)),
                @Content(mediaType = CSV, examples = @ExampleObject(name = "works results", value = AuditExample.CSV))
            })
    @APIResponse(
            responseCode = "200",
            description = "what was imported and what was refused",
            content = @Content(schema = @Schema(implementation = ImportExternalFigures.Imported.class)))
    @APIResponse(responseCode = "400", description = "invalid-request: json-not-utf-8, columns-unknown")
    @APIResponse(responseCode = "401", description = "not-authenticated")
    @APIResponse(responseCode = "403", description = "not-allowed")
    @APIResponse(responseCode = "415", description = "content-type-not-supported")
    public Response put(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) String type, InputStream body) {
        if (type == null || !(type.startsWith(CSV) || type.startsWith(NDJSON))) {
            return problems.refusal(415, "content-type-not-supported");
        }
        ImportExternalFigures.Imported imported = imports.read(body, type.startsWith(CSV), caller.memberId());
        audit.record(caller.memberId(), "external-figures-imported", null, Integer.toString(imported.imported()));
        return Response.ok(imported).build();
    }
}
