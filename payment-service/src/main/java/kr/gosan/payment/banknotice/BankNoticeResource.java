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
import java.util.Optional;
import kr.gosan.payment.debt.BankMessage;
import kr.gosan.payment.debt.Notice;
import kr.gosan.payment.debt.Reversal;
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

/** Where banks tell of payments. */
@Path("/payment/v1/bank-notices")
@Tag(name = "Bank notices")
@RolesAllowed(MemberType.BANK)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class BankNoticeResource {

    private final BankSignature signature;
    private final Senders senders;
    private final TakeBankNotice takeBankNotice;
    private final TakeReversal takeReversal;
    private final Caller caller;
    private final Problems problems;

    BankNoticeResource(
            BankSignature signature,
            Senders senders,
            TakeBankNotice takeBankNotice,
            TakeReversal takeReversal,
            Caller caller,
            Problems problems) {
        this.signature = signature;
        this.senders = senders;
        this.takeBankNotice = takeBankNotice;
        this.takeReversal = takeReversal;
        this.caller = caller;
        this.problems = problems;
    }

    /** Takes bytes, not an object: the signature is over the bytes, and nothing is read of a body that nobody signed. */
    @POST
    @Blocking
    @Operation(
            summary = "Notice of a payment or of its reversal",
            description =
                    "A bank tells that money came under an e-payment number or to a virtual account, or that it was taken"
                            + " back. Every answer but a problem means: the message is kept and done with, do not send it"
                            + " again. The outcome says what became of the money; a repeated message gets the answer of"
                            + " the first. Problems: invalid-request, bank-signature-invalid, notice-conflicting,"
                            + " notice-dated-ahead, reversal-refused.")
    @APIResponse(
            responseCode = "200",
            description = "The message is kept",
            content = @Content(schema = @Schema(implementation = NoticeAnswer.class)))
    public Response take(
            @Parameter(
                            required = true,
                            description =
                                    "HMAC-SHA256 over the bytes of the body with the institution's key, hexadecimal")
                    @HeaderParam(Signatures.HEADER)
                    String bankSignature,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = BankNotice.class),
                                            examples = {
                                                @ExampleObject(name = "giro", value = BankNotice.EXAMPLE),
                                                @ExampleObject(name = "reversal", value = BankNotice.REVERSAL_EXAMPLE)
                                            }))
                    byte[] body) {
        if (body.length > RequestBodyReader.MAX_BYTES) {
            return problems.refusal(413, "body-too-large");
        }
        Optional<Institution> signer = signature.signer(bankSignature, body);
        if (signer.isEmpty()) {
            return problems.refusal(403, "bank-signature-invalid");
        }
        BankNotice told = StrictJson.read(body, BankNotice.class);
        BankMessage message = told.message();
        Optional<Institution> institution = senders.of(signer.get(), told.institution(), caller.memberId(), message);
        if (institution.isEmpty()) {
            return problems.refusal(403, "bank-signature-invalid");
        }
        Sender sender = new Sender(caller.memberId(), institution.get());
        return switch (switch (message) {
            case Notice notice -> takeBankNotice.take(sender, notice);
            case Reversal reversal -> takeReversal.take(sender, reversal);
        }) {
            case Taken.Answered it -> Response.ok(it.answer()).build();
            case Taken.Conflicting it -> problems.refusal(409, "notice-conflicting");
            case Taken.DatedAhead it -> problems.refusal(409, "notice-dated-ahead");
            case Taken.ReversalRefused it ->
                problems.refusal(409, "reversal-refused", it.fault().name());
        };
    }
}
