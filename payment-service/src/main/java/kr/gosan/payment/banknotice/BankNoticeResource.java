package kr.gosan.payment.banknotice;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import kr.gosan.platform.http.RequestBodyReader;
import kr.gosan.platform.identity.Caller;
import kr.gosan.platform.identity.MemberType;
import kr.gosan.platform.json.StrictJson;
import kr.gosan.platform.problem.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where banks tell of payments. */
@Path("/payment/v1/bank-notices")
@Tag(name = "Bank notices")
@RolesAllowed(MemberType.BANK)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class BankNoticeResource {

    private final BankSignature signature;
    private final TakeBankNotice takeBankNotice;
    private final Caller caller;
    private final Problems problems;

    BankNoticeResource(BankSignature signature, TakeBankNotice takeBankNotice, Caller caller, Problems problems) {
        this.signature = signature;
        this.takeBankNotice = takeBankNotice;
        this.caller = caller;
        this.problems = problems;
    }

    /** Takes bytes, not an object: the signature is over the bytes, and nothing is read of a body that nobody signed. */
    @POST
    @Blocking
    @Operation(
            summary = "Notice of a payment",
            description =
                    "A bank tells that money came under an e-payment number. Every answer but a problem means: the"
                            + " notice is kept, do not send it again. The outcome says what became of the money; a repeated"
                            + " notice gets the answer of the first. Problems: invalid-request, bank-signature-invalid,"
                            + " notice-conflicting.")
    @APIResponse(
            responseCode = "200",
            description = "The notice is kept",
            content = @Content(schema = @Schema(implementation = NoticeAnswer.class)))
    public Response take(
            @Parameter(
                            required = true,
                            description = "HMAC-SHA256 over the bytes of the body with the bank's key, hexadecimal")
                    @HeaderParam("X-Bank-Signature")
                    String bankSignature,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = BankNotice.class),
                                            examples = @ExampleObject(name = "giro", value = BankNotice.EXAMPLE)))
                    byte[] body) {
        if (body.length > RequestBodyReader.MAX_BYTES) {
            return problems.refusal(413, "body-too-large");
        }
        if (!signature.fits(bankSignature, body)) {
            return problems.refusal(403, "bank-signature-invalid");
        }
        BankNotice notice = StrictJson.read(body, BankNotice.class);
        return takeBankNotice
                .take(caller.memberId(), notice.notice())
                .map(answer -> Response.ok(answer).build())
                .orElseGet(() -> problems.refusal(409, "notice-conflicting"));
    }
}
