package kr.gosan.premium.filing;

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
import java.util.UUID;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.identity.Caller;
import kr.gosan.platform.identity.MemberType;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.problem.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Premium returns to be found and read: by who may file them, and by operators. */
@Path("/premium/v1/returns")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({MemberType.EMPLOYER, MemberType.AGENCY, MemberType.OPERATOR})
@Tag(name = "Premium returns")
@APIResponse(responseCode = "400", description = "invalid-request")
@APIResponse(responseCode = "401", description = "not-authenticated")
@APIResponse(responseCode = "403", description = "workplace-not-granted, not-allowed")
public class ReturnReadingResource {

    private final ReturnAccess access;
    private final ReturnAnswers answers;
    private final ReturnSearch search;
    private final PrefillReturn prefills;
    private final Caller caller;
    private final Problems problems;
    private final ObjectMapper mapper;

    public ReturnReadingResource(
            ReturnAccess access,
            ReturnAnswers answers,
            ReturnSearch search,
            PrefillReturn prefills,
            Caller caller,
            Problems problems,
            ObjectMapper mapper) {
        this.access = access;
        this.answers = answers;
        this.search = search;
        this.prefills = prefills;
        this.caller = caller;
        this.problems = problems;
        this.mapper = mapper;
    }

    @GET
    @Transactional
    @Operation(
            summary = "Find returns",
            description =
                    "Of the caller's and mandated workplaces; an operator finds those of all. Every condition given must"
                            + " hold. Newest first, 50 to a page.")
    @APIResponse(
            responseCode = "200",
            description = "a page",
            content = @Content(schema = @Schema(implementation = ReturnView.Page.class)))
    public Response list(
            @QueryParam("managementNo") WorkplaceNumber workplace,
            @QueryParam("insuranceYear") Integer insuranceYear,
            @QueryParam("state") ReturnState state,
            @Parameter(description = "first day of filing, inclusive") @QueryParam("filedFrom") LocalDate filedFrom,
            @Parameter(description = "last day of filing, inclusive") @QueryParam("filedTo") LocalDate filedTo,
            @Parameter(description = "part of the workplace's name or number") @QueryParam("text") String text,
            @QueryParam("clientReference") String clientReference,
            @Parameter(description = "nextCursor of the page before") @QueryParam("cursor") UUID cursor) {
        if (workplace != null && access.readable(workplace).isEmpty()) {
            return problems.refusal(403, "workplace-not-granted");
        }
        String member = access.isOperator() ? null : caller.memberId();
        return Response.ok(search.page(new ReturnSearch.Query(
                        member, workplace, insuranceYear, state, filedFrom, filedTo, text, clientReference, cursor)))
                .build();
    }

    @GET
    @Path("/prefill")
    @Transactional
    @Operation(
            summary = "Read what is known of a return that is to be written",
            description =
                    "The workplace's particulars, the rates of both years, what the records say was reported and paid, the"
                            + " due date, and which ways of paying are open.")
    @APIResponse(
            responseCode = "200",
            description = "what is known; what is missing is not",
            content = @Content(schema = @Schema(implementation = Prefill.class)))
    @APIResponse(responseCode = "422", description = "workplace-not-there-in-these-years")
    public Response prefill(
            @Parameter(required = true) @QueryParam("managementNo") WorkplaceNumber workplace,
            @Parameter(required = true, description = "the year to be confirmed") @QueryParam("insuranceYear")
                    Integer insuranceYear) {
        FieldErrors errors = new FieldErrors();
        errors.required("managementNo", workplace);
        errors.required("insuranceYear", insuranceYear);
        if (insuranceYear != null && (insuranceYear < 1 || insuranceYear > ReturnFields.LAST_YEAR)) {
            errors.add("insuranceYear", "year-expected");
        }
        if (!errors.isEmpty()) {
            return problems.invalid(errors.all());
        }
        return access.readable(workplace)
                .map(known -> prefills.of(known, insuranceYear)
                        .map(prefill -> Response.ok(prefill).build())
                        .orElseGet(() -> problems.refusal(422, "workplace-not-there-in-these-years")))
                .orElseGet(() -> problems.refusal(403, "workplace-not-granted"));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(summary = "Read a return, its receipt, its slips and what is paid")
    @APIResponse(
            responseCode = "200",
            description = "the return; its ETag is the version to edit a draft by. As PDF: form 23, front and back",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = ReturnView.class)),
                @Content(mediaType = "application/pdf", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "404", description = "not-found")
    public Response read(@PathParam("id") UUID id) {
        return access.reading(id, answers::shown);
    }

    @GET
    @Path("/{id}/trace")
    @Transactional
    @Operation(
            summary = "Read how a filed return was calculated",
            description =
                    "Each step with its inputs, legal parameters, rounding, article and result, as stored at filing.")
    @APIResponse(
            responseCode = "200",
            description = "the trace",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = ReturnView.Trace.class)),
                @Content(mediaType = "application/pdf", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "404", description = "not-found: no such return, or still a draft")
    public Response trace(@PathParam("id") UUID id) {
        return access.reading(
                id,
                found -> found.filed()
                        .map(documents -> Response.ok(
                                        new ReturnView.Trace(id, tree(documents.trace()), tree(documents.law())))
                                .build())
                        .orElseGet(() -> problems.refusal(404, "not-found")));
    }

    private JsonNode tree(String json) {
        try {
            return mapper.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
