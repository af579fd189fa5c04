package kr.gosan.payment.arrears;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import kr.gosan.payment.institution.Institution;
import kr.gosan.payment.institution.Signatures;
import kr.gosan.platform.http.RequestBodyReader;
import kr.gosan.platform.identity.Caller;
import kr.gosan.platform.identity.MemberType;
import kr.gosan.platform.json.RequestBody;
import kr.gosan.platform.json.StrictJson;
import kr.gosan.platform.problem.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where the National Health Insurance Service tells what it has collected. */
@Path("/payment/v1/arrears-collections")
@Tag(name = "Arrears")
@RolesAllowed(MemberType.NHIS)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CollectionResource {

    private final Signatures signatures;
    private final TakeCollection take;
    private final Caller caller;
    private final Problems problems;

    CollectionResource(Signatures signatures, TakeCollection take, Caller caller, Problems problems) {
        this.signatures = signatures;
        this.take = take;
        this.caller = caller;
        this.problems = problems;
    }

    @POST
    @Blocking
    @Operation(
            summary = "Arrears that were collected",
            description =
                    "Used in the order of 보험료징수법 §26의2 for what the workplace has in arrears, of one insurance or, without"
                            + " one, of both in proportion. What nothing is open for stands on suspense. The late charge on the premium"
                            + " it pays runs to collectedOn, whatever was told before. Every answer but a problem means: the notice is"
                            + " kept; a repeated one gets the answer of the first. Problems: invalid-request,"
                            + " bank-signature-invalid, collection-conflicting, notice-dated-ahead.")
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = CollectionNotice.class),
                            examples = @ExampleObject(name = "one insurance", value = CollectionNotice.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "The notice is kept",
            content = @Content(schema = @Schema(implementation = CollectionAnswer.class)))
    public Response collected(
            @Parameter(required = true, description = "HMAC-SHA256 over the bytes of the body, hexadecimal")
                    @HeaderParam(Signatures.HEADER)
                    String signature,
            byte[] body) {
        return signed(signature, body, CollectionNotice.class, notice -> take.collected(caller.memberId(), notice));
    }

    @POST
    @Path("/reversals")
    @Blocking
    @Operation(
            summary = "A collection that is taken back",
            description = "What it had paid is owed again, with its late charges, as if it had never come. Problems:"
                    + " invalid-request, bank-signature-invalid, collection-conflicting, collection-not-reversible,"
                    + " collection-spent, notice-dated-ahead.")
    @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ReversalNotice.class),
                            examples = @ExampleObject(name = "reversal", value = ReversalNotice.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "The notice is kept",
            content = @Content(schema = @Schema(implementation = CollectionAnswer.class)))
    @APIResponse(
            responseCode = "409",
            description = "collection-conflicting, collection-not-reversible, collection-spent, notice-dated-ahead")
    public Response reversed(
            @Parameter(required = true, description = "HMAC-SHA256 over the bytes of the body, hexadecimal")
                    @HeaderParam(Signatures.HEADER)
                    String signature,
            byte[] body) {
        return signed(signature, body, ReversalNotice.class, notice -> take.reversed(caller.memberId(), notice));
    }

    /** Takes bytes, not an object: the signature is over the bytes, and nothing is read of a body that nobody signed. */
    private <T extends RequestBody> Response signed(
            String signature, byte[] body, Class<T> type, Function<T, TakeCollection.Answer> action) {
        if (body.length > RequestBodyReader.MAX_BYTES) {
            return problems.refusal(413, "body-too-large");
        }
        if (!signatures.fits(Institution.NHIS, signature, body)) {
            return problems.refusal(403, "bank-signature-invalid");
        }
        return switch (action.apply(StrictJson.read(body, type))) {
            case TakeCollection.Answer.Taken it -> Response.ok(it.answer()).build();
            case TakeCollection.Answer.Conflicting it -> problems.refusal(409, "collection-conflicting");
            case TakeCollection.Answer.NotReversible it -> problems.refusal(409, "collection-not-reversible");
            case TakeCollection.Answer.MoneySpent it -> problems.refusal(409, "collection-spent");
            case TakeCollection.Answer.DatedAhead it -> problems.refusal(409, "notice-dated-ahead");
        };
    }
}
