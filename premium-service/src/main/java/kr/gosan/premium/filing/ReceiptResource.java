package kr.gosan.premium.filing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.identity.MemberType;
import kr.gosan.platform.problem.Problems;
import kr.gosan.platform.receipt.Receipt;
import kr.gosan.platform.receipt.ReceiptKeys;
import kr.gosan.platform.receipt.Receipts;
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
    private final PremiumReturnStore store;
    private final ReturnAccess access;
    private final Problems problems;
    private final ObjectMapper mapper;

    public ReceiptResource(
            Receipts receipts,
            ReceiptKeys keys,
            PremiumReturnStore store,
            ReturnAccess access,
            Problems problems,
            ObjectMapper mapper) {
        this.receipts = receipts;
        this.keys = keys;
        this.store = store;
        this.access = access;
        this.problems = problems;
        this.mapper = mapper;
    }

    /**
     * A receipt with the return it was issued for, which in canonical form (RFC 8785) hashes to {@code sha256}.
     *
     * @param filing missing when the receipt is for something else than a return
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PremiumReceipt")
    public record IssuedReceipt(
            String receiptNo,
            String filingType,
            UUID filingId,
            String managementNo,
            String sha256,
            OffsetDateTime acceptedAt,
            String jws,
            @Schema(implementation = SignedReturn.class) SignedReturn filing) {

        static IssuedReceipt of(Receipt receipt, SignedReturn filing) {
            return new IssuedReceipt(
                    receipt.receiptNo(),
                    receipt.filingType(),
                    receipt.filingId(),
                    receipt.managementNo(),
                    receipt.sha256(),
                    receipt.acceptedAt(),
                    receipt.jws(),
                    filing);
        }
    }

    @GET
    @Path("/receipts/{receiptNo}")
    @RolesAllowed({MemberType.EMPLOYER, MemberType.AGENCY, MemberType.OPERATOR})
    @Transactional
    @Operation(summary = "Read a receipt and the return it was issued for")
    @APIResponse(
            responseCode = "200",
            description = "the receipt",
            content = @Content(schema = @Schema(implementation = IssuedReceipt.class)))
    @APIResponse(responseCode = "401", description = "not-authenticated")
    @APIResponse(responseCode = "403", description = "workplace-not-granted, not-allowed")
    @APIResponse(responseCode = "404", description = "not-found")
    public Response read(@PathParam("receiptNo") String receiptNo) {
        Optional<Receipt> receipt = receipts.find(receiptNo);
        if (receipt.isEmpty()) {
            return problems.refusal(404, "not-found");
        }
        return access.readable(WorkplaceNumber.of(receipt.get().managementNo()))
                .map(workplace -> Response.ok(issued(receipt.get())).build())
                .orElseGet(() -> problems.refusal(403, "workplace-not-granted"));
    }

    /** Corrections and applications show their receipt with themselves; here it comes without them. */
    private IssuedReceipt issued(Receipt receipt) {
        SignedReturn filed = receipt.filingType().equals(FilePremiumReturn.FILING_TYPE)
                ? SignedReturn.of(store.find(receipt.filingId()).orElseThrow(), mapper)
                : null;
        return IssuedReceipt.of(receipt, filed);
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
