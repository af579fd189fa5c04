package kr.gosan.coverage.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.coverage.filing.FilingStore;
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

/** Receipts over HTTP, and the keys to verify them with. */
@Path("/coverage/v1")
@Tag(name = "Coverage receipts")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class ReceiptResource {

    private final Receipts receipts;
    private final ReceiptKeys keys;
    private final FilingStore filings;
    private final Workplaces workplaces;
    private final Caller caller;
    private final Problems problems;

    ReceiptResource(
            Receipts receipts,
            ReceiptKeys keys,
            FilingStore filings,
            Workplaces workplaces,
            Caller caller,
            Problems problems) {
        this.receipts = receipts;
        this.keys = keys;
        this.filings = filings;
        this.workplaces = workplaces;
        this.caller = caller;
        this.problems = problems;
    }

    /** A receipt with the document it was issued for: canonical (RFC 8785), this hashes to {@code sha256}. */
    @Schema(name = "CoverageReceipt")
    public record FiledReceipt(
            String receiptNo,
            String filingType,
            UUID filingId,
            String managementNo,
            String sha256,
            OffsetDateTime acceptedAt,
            String jws,

            @Schema(implementation = Object.class) JsonNode filing) {}

    @GET
    @Path("/receipts/{receiptNo}")
    @RolesAllowed({MemberType.EMPLOYER, MemberType.AGENCY, MemberType.OPERATOR})
    @Transactional
    @Operation(
            summary = "Read a receipt and the report it was issued for",
            description = "Problems: not-found, workplace-not-granted.")
    @APIResponse(
            responseCode = "200",
            description = "The receipt",
            content = @Content(schema = @Schema(implementation = FiledReceipt.class)))
    public Response read(@PathParam("receiptNo") String receiptNo) {
        Optional<Receipt> found = receipts.find(receiptNo);
        if (found.isEmpty()) {
            return problems.refusal(404, "not-found");
        }
        Receipt receipt = found.get();
        if (workplaces
                .openTo(caller, WorkplaceNumber.of(receipt.managementNo()))
                .isEmpty()) {
            return problems.refusal(403, "workplace-not-granted");
        }
        return Response.ok(new FiledReceipt(
                        receipt.receiptNo(),
                        receipt.filingType(),
                        receipt.filingId(),
                        receipt.managementNo(),
                        receipt.sha256(),
                        receipt.acceptedAt(),
                        receipt.jws(),
                        filings.document(receipt.filingId()).orElseThrow()))
                .build();
    }

    @GET
    @Path("/receipt-keys")
    @PermitAll
    @SecurityRequirements
    @Operation(
            summary = "The public keys of receipts",
            description = "A JWK set, open to everybody, so that receipts can be verified offline.")
    public Map<String, Object> keys() {
        return keys.published();
    }
}
