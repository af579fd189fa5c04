package kr.gosan.premium.amendment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.platform.identity.Caller;
import kr.gosan.platform.identity.MemberType;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.problem.Problems;
import kr.gosan.premium.filing.PremiumReturn;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The interest on what a return itself refunds, counted from its receipt. */
@Path("/premium/v1/returns/{id}/refund-interest")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({MemberType.EMPLOYER, MemberType.AGENCY, MemberType.OPERATOR})
@Tag(name = "Premium returns")
public class ReturnInterestResource {

    private final Caller caller;
    private final ReadCorrections reading;
    private final Problems problems;
    private final ObjectMapper mapper;
    private final LawBook book;

    public ReturnInterestResource(
            Caller caller, ReadCorrections reading, Problems problems, ObjectMapper mapper, LawBook book) {
        this.caller = caller;
        this.reading = reading;
        this.problems = problems;
        this.mapper = mapper;
        this.book = book;
    }

    @GET
    @Transactional
    @Operation(
            summary = "Compute the interest on what a return refunds",
            description =
                    "보험료징수법 §23④, 시행령 §31④: on the refund (반환액) of each insurance, as it was filed, with how it was"
                            + " calculated.")
    @APIResponse(
            responseCode = "200",
            description = "the interest, were it refunded that day",
            content = @Content(schema = @Schema(implementation = RefundInterestView.class)))
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "not-authenticated")
    @APIResponse(responseCode = "403", description = "workplace-not-granted, not-allowed")
    @APIResponse(responseCode = "404", description = "not-found: no such return, or still a draft")
    @APIResponse(responseCode = "422", description = "law-unknown: the rate of a day is not known")
    public Response refundInterest(
            @PathParam("id") UUID id,
            @Parameter(required = true, description = "the day of the refund") @QueryParam("on") LocalDate on) {
        return switch (reading.filed(Actor.of(caller), id)) {
            case ReadCorrections.Found.Here<PremiumReturn> it ->
                on == null
                        ? problems.invalid(List.of(new FieldErrors.FieldError("on", "required", List.of())))
                        : interest(it.it(), on);
            case ReadCorrections.Found.Nothing<PremiumReturn> it -> problems.refusal(404, "not-found");
            case ReadCorrections.Found.NotGranted<PremiumReturn> it -> problems.refusal(403, "workplace-not-granted");
        };
    }

    private Response interest(PremiumReturn filed, LocalDate on) {
        return switch (RefundInterestView.ofReturn(calculation(filed), on, book)) {
            case RefundInterestView.Answer.Known known ->
                Response.ok(known.view()).build();
            case RefundInterestView.Answer.Unknown(LookUp.Refused refusal) ->
                problems.refusal(422, "law-unknown", refusal.parameterId(), refusal.date(), refusal.reason());
        };
    }

    private JsonNode calculation(PremiumReturn filed) {
        try {
            return mapper.readTree(filed.filed().orElseThrow().calculation());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored calculation cannot be read", e);
        }
    }
}
