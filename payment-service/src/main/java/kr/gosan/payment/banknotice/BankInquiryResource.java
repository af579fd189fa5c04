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
import java.util.List;
import kr.gosan.payment.institution.Signatures;
import kr.gosan.platform.http.RequestBodyReader;
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

/** Where banks ask what may be paid, before they take money. Asking changes nothing. */
@Path("/payment/v1/bank-inquiries")
@Tag(name = "Bank notices")
@RolesAllowed(MemberType.BANK)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class BankInquiryResource {

    private final BankSignature signature;
    private final AnswerInquiry answerInquiry;
    private final Problems problems;

    BankInquiryResource(BankSignature signature, AnswerInquiry answerInquiry, Problems problems) {
        this.signature = signature;
        this.answerInquiry = answerInquiry;
        this.problems = problems;
    }

    /** @param items empty when the number is nobody's, or the workplace has nothing open */
    record InquiryAnswer(List<Payable> items) {}

    @POST
    @Blocking
    @Operation(
            summary = "What may be paid",
            description = "By the number of a virtual account, an e-payment number or a workplace number (고지내역 조회): the"
                    + " slips it leads to, each with its amount, the fee on top and the total, or why it is not taken this"
                    + " way at that time. Problems: invalid-request, bank-signature-invalid.")
    @APIResponse(
            responseCode = "200",
            description = "The slips; none when the number is nobody's",
            content = @Content(schema = @Schema(implementation = InquiryAnswer.class)))
    public Response ask(
            @Parameter(
                            required = true,
                            description =
                                    "HMAC-SHA256 over the bytes of the body with the institution's key, hexadecimal")
                    @HeaderParam(Signatures.HEADER)
                    String bankSignature,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = BankInquiry.class),
                                            examples = @ExampleObject(name = "card", value = BankInquiry.EXAMPLE)))
                    byte[] body) {
        if (body.length > RequestBodyReader.MAX_BYTES) {
            return problems.refusal(413, "body-too-large");
        }
        if (signature.signer(bankSignature, body).isEmpty()) {
            return problems.refusal(403, "bank-signature-invalid");
        }
        return Response.ok(new InquiryAnswer(answerInquiry.answer(StrictJson.read(body, BankInquiry.class))))
                .build();
    }
}
