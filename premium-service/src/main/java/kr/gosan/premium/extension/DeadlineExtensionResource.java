package kr.gosan.premium.extension;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import kr.gosan.platform.idempotency.Once;
import kr.gosan.platform.identity.Caller;
import kr.gosan.platform.identity.MemberType;
import kr.gosan.platform.problem.Problems;
import kr.gosan.premium.deadline.Extension;
import kr.gosan.premium.filing.ReturnProblems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Extensions of due dates over HTTP. */
@Path("/premium/v1/deadline-extensions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Deadlines", description = "last days, and extensions of them")
@APIResponse(responseCode = "400", description = "invalid-request, idempotency-key-required")
@APIResponse(responseCode = "401", description = "not-authenticated")
@APIResponse(responseCode = "403", description = "not-allowed")
public class DeadlineExtensionResource {

    /** A region after a disaster: sent by a test as it stands here. */
    public static final String EXAMPLE = """
            {
              "scope": "DISTRICTS",
              "districts": ["경상북도 울진군", "강원도 삼척시"],
              "from": "2022-03-31",
              "to": "2022-03-31",
              "extendedTo": "2022-06-30",
              "reason": "2022년 3월 산불 특별재난지역",
              "legalBasis": "행정절차법 §16①",
              "stopsLateCharge": true
            }
            """;

    private final Once once;
    private final Caller caller;
    private final DeclareExtension declaring;
    private final DeadlineExtensions store;
    private final Problems problems;

    public DeadlineExtensionResource(
            Once once, Caller caller, DeclareExtension declaring, DeadlineExtensions store, Problems problems) {
        this.once = once;
        this.caller = caller;
        this.declaring = declaring;
        this.store = store;
        this.problems = problems;
    }

    /** @param nextCursor give it as {@code cursor} to read on; missing on the last page */
    @Schema(name = "DeadlineExtensionPage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<Extension> items, UUID nextCursor) {}

    @POST
    @RolesAllowed(MemberType.OPERATOR)
    @Operation(
            summary = "Declare an extension of due dates",
            description = "For everybody, for districts, or for single workplaces. It takes effect at once and is not"
                    + " withdrawn; of several the latest day wins.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ExtensionRequest.class),
                            examples = @ExampleObject(name = "districts after a disaster", value = EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "declared",
            content = @Content(schema = @Schema(implementation = Extension.class)))
    @APIResponse(responseCode = "200", description = "dry run: what would be declared")
    @APIResponse(responseCode = "409", description = "idempotency-key-reused")
    @APIResponse(responseCode = "422", description = "extension-not-acceptable, with workplace-unknown")
    public Response declare(
            @Parameter(required = true, description = "one for each extension; not needed for a dry run")
                    @HeaderParam("Idempotency-Key")
                    String key,
            @QueryParam("dryRun") Boolean dryRun,
            ExtensionRequest request) {
        String operator = caller.memberId();
        return Boolean.TRUE.equals(dryRun)
                ? once.dryRun(() -> answer(
                        declaring.declare(operator, request),
                        extension -> Response.ok(extension).build()))
                : once.run(
                        "premium.deadline-extension",
                        key,
                        () -> answer(
                                declaring.declare(operator, request),
                                extension ->
                                        Response.status(201).entity(extension).build()));
    }

    @GET
    @Transactional
    @RolesAllowed({MemberType.EMPLOYER, MemberType.AGENCY, MemberType.OPERATOR})
    @Operation(
            summary = "List the extensions for everybody and for districts",
            description = "Newest first, 50 to a page. Those for single workplaces show in their deadlines.")
    @APIResponse(
            responseCode = "200",
            description = "a page",
            content = @Content(schema = @Schema(implementation = Page.class)))
    public Response list(@Parameter(description = "nextCursor of the page before") @QueryParam("cursor") UUID cursor) {
        List<Extension> found = store.declaredPublicly(cursor);
        List<Extension> page = found.subList(0, Math.min(found.size(), DeadlineExtensions.PAGE));
        UUID next = found.size() > page.size() ? page.getLast().id() : null;
        return Response.ok(new Page(page, next)).build();
    }

    private Response answer(DeclareExtension.Outcome outcome, Function<Extension, Response> declared) {
        return switch (outcome) {
            case DeclareExtension.Outcome.Declared it -> declared.apply(it.extension());
            case DeclareExtension.Outcome.NotAcceptable it ->
                ReturnProblems.notAcceptable(problems, "extension-not-acceptable", it.violations());
        };
    }
}
