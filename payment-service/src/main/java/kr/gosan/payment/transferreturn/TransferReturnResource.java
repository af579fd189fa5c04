package kr.gosan.payment.transferreturn;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import kr.gosan.payment.institution.Institution;
import kr.gosan.payment.institution.Signatures;
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

/** Where the bank tells of sent money that came back. */
@Path("/payment/v1/bank-transfer-returns")
@Tag(name = "Bank notices")
@RolesAllowed(MemberType.BANK)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TransferReturnResource {

    private final Signatures signatures;
    private final TakeTransferReturn take;
    private final Caller caller;
    private final Problems problems;

    TransferReturnResource(Signatures signatures, TakeTransferReturn take, Caller caller, Problems problems) {
        this.signatures = signatures;
        this.take = take;
        this.caller = caller;
        this.problems = problems;
    }

    @POST
    @Blocking
    @Operation(
            summary = "Sent money that came back",
            description =
                    "A refund, or suspended money that went back to its payer: it is owed, or on suspense, again. Told"
                            + " twice, it comes back once. Problems: invalid-request, bank-signature-invalid, notice-conflicting,"
                            + " notice-dated-ahead, transfer-return-refused.")
    @APIResponse(
            responseCode = "200",
            description = "The message is kept and done with",
            content = @Content(schema = @Schema(implementation = TakeTransferReturn.Answer.class)))
    @APIResponse(responseCode = "409", description = "notice-conflicting, notice-dated-ahead, transfer-return-refused")
    public Response take(
            @Parameter(required = true, description = "HMAC-SHA256 over the bytes of the body, hexadecimal")
                    @HeaderParam(Signatures.HEADER)
                    String signature,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = TransferReturn.class),
                                            examples = @ExampleObject(name = "refund", value = TransferReturn.EXAMPLE)))
                    byte[] body) {
        if (body.length > RequestBodyReader.MAX_BYTES) {
            return problems.refusal(413, "body-too-large");
        }
        if (!signatures.fits(Institution.OF_TRANSFERS, signature, body)) {
            return problems.refusal(403, "bank-signature-invalid");
        }
        return answer(problems, take.take(caller.memberId(), StrictJson.read(body, TransferReturn.class)));
    }

    /** What a message is answered, whoever brought it. */
    public static Response answer(Problems problems, TakeTransferReturn.Answer answer) {
        return switch (answer.outcome()) {
            case RETURNED, ALREADY_RETURNED, DUPLICATE -> Response.ok(answer).build();
            case CONFLICTING_DUPLICATE -> problems.refusal(409, "notice-conflicting");
            case DATED_AHEAD -> problems.refusal(409, "notice-dated-ahead");
            case UNKNOWN_ORDER, NOT_SENT, AMOUNT_DIFFERS, BEFORE_SENT ->
                problems.refusal(
                        409, "transfer-return-refused", answer.outcome().name());
        };
    }
}
