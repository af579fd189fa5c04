package kr.gosan.payment.slip;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
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

/** Payments received, over HTTP. */
@Path("/payment/v1/payments")
@Tag(name = "Payments")
@RolesAllowed({MemberType.EMPLOYER, MemberType.AGENCY, MemberType.OPERATOR})
@Produces(MediaType.APPLICATION_JSON)
public final class PaymentResource {

    private final PaymentStore payments;
    private final Granted granted;

    PaymentResource(PaymentStore payments, Granted granted) {
        this.payments = payments;
        this.granted = granted;
    }

    /** @param nextCursor missing on the last page */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PaymentsView(List<Payment> items, UUID nextCursor) {}

    @GET
    @Operation(
            summary = "Payments of a workplace",
            description = "Money that settled a slip, in the order it was noticed, in pages."
                    + " Problems: invalid-request, workplace-not-granted.")
    @APIResponse(
            responseCode = "200",
            description = "Payments",
            content = @Content(schema = @Schema(implementation = PaymentsView.class)))
    public Response list(
            @Parameter(required = true, example = "123-45-67891-6") @QueryParam("managementNo")
                    WorkplaceNumber workplace,
            @QueryParam("cursor") UUID cursor) {
        return granted.forWorkplace("managementNo", workplace, () -> {
            Page<Payment> page = payments.ofWorkplace(workplace, cursor);
            return Response.ok(new PaymentsView(page.items(), page.next())).build();
        });
    }
}
