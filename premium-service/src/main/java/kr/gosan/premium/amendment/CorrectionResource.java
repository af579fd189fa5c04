package kr.gosan.premium.amendment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.platform.idempotency.Once;
import kr.gosan.platform.identity.Caller;
import kr.gosan.platform.identity.MemberType;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.problem.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Corrections of a filed return over HTTP: amended returns, claims, and the decisions on them. */
@Path("/premium/v1/returns/{id}/corrections")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({MemberType.EMPLOYER, MemberType.AGENCY, MemberType.OPERATOR})
@Tag(name = "Corrections", description = "수정신고, 경정청구: what is filed after a return")
@APIResponse(responseCode = "400", description = "invalid-request, idempotency-key-required")
@APIResponse(responseCode = "401", description = "not-authenticated")
@APIResponse(responseCode = "403", description = "workplace-not-granted, not-allowed")
@APIResponse(responseCode = "404", description = "not-found: no such return, or still a draft; no such correction")
public class CorrectionResource {

    private final Once once;
    private final Caller caller;
    private final FileCorrection filings;
    private final DecideCorrection decisions;
    private final ReadCorrections reading;
    private final CorrectionAnswers answers;
    private final Problems problems;
    private final ObjectMapper mapper;
    private final LawBook book;

    public CorrectionResource(
            Once once,
            Caller caller,
            FileCorrection filings,
            DecideCorrection decisions,
            ReadCorrections reading,
            CorrectionAnswers answers,
            Problems problems,
            ObjectMapper mapper,
            LawBook book) {
        this.once = once;
        this.caller = caller;
        this.filings = filings;
        this.decisions = decisions;
        this.reading = reading;
        this.answers = answers;
        this.problems = problems;
        this.mapper = mapper;
        this.book = book;
    }

    @POST
    @Operation(
            summary = "File an amended return or a correction claim",
            description =
                    "An amended return (수정신고) raises the confirmed premium and is in force at once, with half of the"
                            + " surcharge. A claim (경정청구) lowers it and waits for a decision. An operator also levies"
                            + " the surcharge of a late return. `dryRun=true` computes everything and stores nothing.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = CorrectionRequest.class),
                            examples = {
                                @ExampleObject(name = "amended return", value = CorrectionExample.AMENDED_RETURN),
                                @ExampleObject(name = "correction claim", value = CorrectionExample.CORRECTION_CLAIM)
                            }))
    @APIResponse(
            responseCode = "201",
            description = "filed with its receipt",
            content = @Content(schema = @Schema(implementation = CorrectionView.class)))
    @APIResponse(responseCode = "200", description = "dry run: what filing would give")
    @APIResponse(
            responseCode = "409",
            description = "figures-changed, correction-pending, amendment-closed-by-audit, late-filing-already-levied,"
                    + " idempotency-key-reused")
    @APIResponse(responseCode = "422", description = "correction-not-acceptable, with every field that is")
    public Response file(
            @PathParam("id") UUID id,
            @Parameter(required = true, description = "one for each filing; not needed for a dry run")
                    @HeaderParam("Idempotency-Key")
                    String key,
            @QueryParam("dryRun") Boolean dryRun,
            CorrectionRequest request) {
        Actor actor = Actor.of(caller);
        return Boolean.TRUE.equals(dryRun)
                ? once.dryRun(() -> answers.of(filings.file(actor, id, request), CorrectionAnswers.Done.DRY_RUN))
                : once.run(
                        "premium.return.correction:" + id,
                        key,
                        () -> answers.of(filings.file(actor, id, request), CorrectionAnswers.Done.CREATED));
    }

    @POST
    @Path("/{no}/decision")
    @RolesAllowed(MemberType.OPERATOR)
    @Operation(
            summary = "Decide on a claim or an estimate reduction",
            description = "What is accepted is computed against the figures in force on the day of the decision.")
    @RequestBody(content = @Content(schema = @Schema(implementation = DecisionRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "decided, or, as a dry run, what the decision would give",
            content = @Content(schema = @Schema(implementation = CorrectionView.class)))
    @APIResponse(responseCode = "403", description = "not-allowed, decider-is-filer")
    @APIResponse(responseCode = "409", description = "correction-already-decided, idempotency-key-reused")
    @APIResponse(responseCode = "422", description = "correction-not-acceptable, with every field that is")
    public Response decide(
            @PathParam("id") UUID id,
            @PathParam("no") Integer no,
            @Parameter(required = true, description = "one for each decision; not needed for a dry run")
                    @HeaderParam("Idempotency-Key")
                    String key,
            @QueryParam("dryRun") Boolean dryRun,
            DecisionRequest request) {
        Actor operator = Actor.of(caller);
        return Boolean.TRUE.equals(dryRun)
                ? once.dryRun(
                        () -> answers.of(decisions.decide(operator, id, no, request), CorrectionAnswers.Done.DRY_RUN))
                : once.run(
                        "premium.return.correction.decision:" + id + ":" + no,
                        key,
                        () -> answers.of(decisions.decide(operator, id, no, request), CorrectionAnswers.Done.SHOWN));
    }

    @GET
    @Transactional
    @Operation(
            summary = "List the corrections of a return and what is in force",
            description = "With the surcharge that a late return bears (보험료징수법 §24①).")
    @APIResponse(
            responseCode = "200",
            description = "the chain, in its order",
            content = @Content(schema = @Schema(implementation = CorrectionView.Chain.class)))
    public Response list(@PathParam("id") UUID id) {
        return answer(reading.chain(Actor.of(caller), id), it -> Response.ok(it).build());
    }

    @GET
    @Path("/{no}")
    @Transactional
    @Operation(summary = "Read one correction")
    @APIResponse(
            responseCode = "200",
            description = "the correction",
            content = @Content(schema = @Schema(implementation = CorrectionView.class)))
    public Response read(@PathParam("id") UUID id, @PathParam("no") Integer no) {
        return answer(
                reading.one(Actor.of(caller), id, no),
                it -> Response.ok(answers.view(it)).build());
    }

    @GET
    @Path("/{no}/trace")
    @Transactional
    @Operation(summary = "Read how a correction in force was calculated")
    @APIResponse(
            responseCode = "200",
            description = "the trace",
            content = @Content(schema = @Schema(implementation = CorrectionView.Trace.class)))
    public Response trace(@PathParam("id") UUID id, @PathParam("no") Integer no) {
        return answer(
                reading.one(Actor.of(caller), id, no),
                it -> it.effect()
                        .map(effect -> Response.ok(
                                        new CorrectionView.Trace(it.id(), tree(effect.trace()), tree(effect.law())))
                                .build())
                        .orElseGet(() -> problems.refusal(404, "not-found")));
    }

    @GET
    @Path("/{no}/refund-interest")
    @Transactional
    @Operation(summary = "Compute the interest on what a correction refunds", description = "보험료징수법 §23④.")
    @APIResponse(
            responseCode = "200",
            description = "the interest, were it refunded that day",
            content = @Content(schema = @Schema(implementation = RefundInterestView.class)))
    @APIResponse(responseCode = "422", description = "law-unknown: the rate of a day is not known")
    public Response refundInterest(
            @PathParam("id") UUID id,
            @PathParam("no") Integer no,
            @Parameter(required = true, description = "the day of the refund") @QueryParam("on") LocalDate on) {
        return answer(reading.one(Actor.of(caller), id, no), it -> {
            if (on == null) {
                return problems.invalid(List.of(new FieldErrors.FieldError("on", "required", List.of())));
            }
            if (it.effect().isEmpty()) {
                return problems.refusal(404, "not-found");
            }
            return switch (RefundInterestView.of(it.effect().get().adjustment(), on, book)) {
                case RefundInterestView.Answer.Known known ->
                    Response.ok(known.view()).build();
                case RefundInterestView.Answer.Unknown unknown ->
                    problems.refusal(
                            422,
                            "law-unknown",
                            unknown.refusal().parameterId(),
                            unknown.refusal().date(),
                            unknown.refusal().reason());
            };
        });
    }

    private <T> Response answer(ReadCorrections.Found<T> found, Function<T, Response> shown) {
        return switch (found) {
            case ReadCorrections.Found.Here<T> it -> shown.apply(it.it());
            case ReadCorrections.Found.Nothing<T> it -> problems.refusal(404, "not-found");
            case ReadCorrections.Found.NotGranted<T> it -> problems.refusal(403, "workplace-not-granted");
        };
    }

    private JsonNode tree(String json) {
        try {
            return mapper.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
