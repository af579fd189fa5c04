package kr.gosan.premium.receipt;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.identity.Caller;
import kr.gosan.platform.identity.MemberType;
import kr.gosan.platform.problem.Problems;
import kr.gosan.platform.receipt.Receipt;
import kr.gosan.platform.receipt.ReceiptKeys;
import kr.gosan.platform.receipt.Receipts;
import kr.gosan.platform.workplace.Workplaces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The signed receipts of premium returns, and the public keys to verify them with offline. */
@Path("/premium/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Receipts", description = "접수증: signed proof that a return was accepted")
public class ReceiptResource {

    private final Receipts receipts;
    private final ReceiptKeys keys;
    private final Workplaces workplaces;
    private final Caller caller;
    private final Problems problems;

    public ReceiptResource(
            Receipts receipts, ReceiptKeys keys, Workplaces workplaces, Caller caller, Problems problems) {
        this.receipts = receipts;
        this.keys = keys;
        this.workplaces = workplaces;
        this.caller = caller;
        this.problems = problems;
    }

    @GET
    @Path("/receipts/{receiptNo}")
    @RolesAllowed(MemberType.EMPLOYER)
    @Transactional
    @Operation(summary = "Read a receipt")
    @APIResponse(
            responseCode = "200",
            description = "the receipt",
            content = @Content(schema = @Schema(implementation = Receipt.class)))
    @APIResponse(responseCode = "401", description = "not-authenticated")
    @APIResponse(responseCode = "403", description = "workplace-not-granted, not-allowed")
    @APIResponse(responseCode = "404", description = "not-found")
    public Response read(@PathParam("receiptNo") String receiptNo) {
        Optional<Receipt> receipt = receipts.find(receiptNo);
        if (receipt.isEmpty()) {
            return problems.refusal(404, "not-found");
        }
        return workplaces
                .grantedTo(caller.memberId(), WorkplaceNumber.of(receipt.get().managementNo()))
                .map(workplace -> Response.ok(receipt.get()).build())
                .orElseGet(() -> problems.refusal(403, "workplace-not-granted"));
    }

    @GET
    @Path("/receipt-keys")
    @PermitAll
    @SecurityRequirements
    @Operation(summary = "Read the keys that receipts are signed with", description = "A JWK set; open to everybody.")
    @APIResponse(responseCode = "200", description = "the public keys")
    public Map<String, Object> keys() {
        return keys.published();
    }
}
