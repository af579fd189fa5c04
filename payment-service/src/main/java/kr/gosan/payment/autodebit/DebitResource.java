package kr.gosan.payment.autodebit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.Granted;
import kr.gosan.payment.Page;
import kr.gosan.platform.identity.MemberType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was debited automatically, for the workplace itself. */
@Path("/payment/v1/debits")
@Tag(name = "Automatic debit")
@RolesAllowed({MemberType.EMPLOYER, MemberType.AGENCY, MemberType.OPERATOR})
@Produces(MediaType.APPLICATION_JSON)
public final class DebitResource {

    private final DebitOrderStore orders;
    private final Granted granted;

    DebitResource(DebitOrderStore orders, Granted granted) {
        this.orders = orders;
        this.granted = granted;
    }

    @GET
    @Operation(
            summary = "Automatic debits of a workplace",
            description = "Every slip that was in a run, with what became of it, in pages."
                    + " Problems: invalid-request, workplace-not-granted.")
    @APIResponse(
            responseCode = "200",
            description = "Debits",
            content = @Content(schema = @Schema(implementation = DebitOrderView.OfRun.class)))
    public Response list(
            @Parameter(required = true, example = "123-45-67891-6") @QueryParam("managementNo")
                    WorkplaceNumber workplace,
            @QueryParam("cursor") UUID cursor) {
        return granted.forWorkplace("managementNo", workplace, () -> {
            Page<DebitOrderView> page = orders.ofWorkplace(workplace, cursor).map(DebitOrderView::of);
            return Response.ok(new DebitOrderView.OfRun(page.items(), page.next()))
                    .build();
        });
    }
}
