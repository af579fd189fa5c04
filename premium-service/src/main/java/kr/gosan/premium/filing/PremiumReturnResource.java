package kr.gosan.premium.filing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.idempotency.Once;
import kr.gosan.platform.identity.Caller;
import kr.gosan.platform.identity.MemberType;
import kr.gosan.platform.problem.Problems;
import kr.gosan.platform.receipt.Receipts;
import kr.gosan.platform.workplace.KnownWorkplace;
import kr.gosan.platform.workplace.Workplaces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Premium returns over HTTP. */
@Path("/premium/v1/returns")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(MemberType.EMPLOYER)
@Tag(name = "Premium returns", description = "보험료신고서: last year's confirmed and this year's estimated premium")
@APIResponse(responseCode = "400", description = "invalid-request, idempotency-key-required")
@APIResponse(responseCode = "401", description = "not-authenticated")
@APIResponse(responseCode = "403", description = "workplace-not-granted, not-allowed")
public class PremiumReturnResource {

    private static final Pattern E_TAG = Pattern.compile("\"(\\d{1,9})\"");

    private final Once once;
    private final Caller caller;
    private final DraftPremiumReturn drafts;
    private final FilePremiumReturn filings;
    private final PremiumReturnStore store;
    private final SlipStore slips;
    private final Receipts receipts;
    private final Workplaces workplaces;
    private final Problems problems;
    private final ObjectMapper mapper;

    public PremiumReturnResource(
            Once once,
            Caller caller,
            DraftPremiumReturn drafts,
            FilePremiumReturn filings,
            PremiumReturnStore store,
            SlipStore slips,
            Receipts receipts,
            Workplaces workplaces,
            Problems problems,
            ObjectMapper mapper) {
        this.once = once;
        this.caller = caller;
        this.drafts = drafts;
        this.filings = filings;
        this.store = store;
        this.slips = slips;
        this.receipts = receipts;
        this.workplaces = workplaces;
        this.problems = problems;
        this.mapper = mapper;
    }

    @POST
    @Operation(
            summary = "Draft a return, or file it at once",
            description =
                    "Without parameters the return is kept as a draft. `submit=true` files it. `dryRun=true` runs every"
                            + " check and calculation of the filing and stores nothing.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ReturnRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "construction collective 2021/2022",
                                            value = ReturnExample.RETURN)))
    @APIResponse(
            responseCode = "201",
            description = "drafted, or filed with its receipt",
            content = @Content(schema = @Schema(implementation = ReturnView.class)))
    @APIResponse(responseCode = "200", description = "dry run: what filing would give")
    @APIResponse(responseCode = "409", description = "return-already-filed, idempotency-key-reused")
    @APIResponse(responseCode = "422", description = "return-not-acceptable, with every field the law stands against")
    public Response create(
            @Parameter(required = true, description = "one for each filing; not needed for a dry run")
                    @HeaderParam("Idempotency-Key")
                    String key,
            @QueryParam("submit") Boolean submit,
            @QueryParam("dryRun") Boolean dryRun,
            ReturnRequest content) {
        String member = caller.memberId();
        if (Boolean.TRUE.equals(dryRun)) {
            return once.dryRun(() -> answer(filings.file(member, content), this::wouldBe));
        }
        return Boolean.TRUE.equals(submit)
                ? once.run("premium.return.filing", key, () -> answer(filings.file(member, content), this::created))
                : once.run("premium.return.draft", key, () -> answer(drafts.create(member, content), this::created));
    }

    @PUT
    @Path("/{id}")
    @Transactional
    @Operation(summary = "Replace the content of a draft")
    @RequestBody(content = @Content(schema = @Schema(implementation = ReturnRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "the draft as it is now",
            content = @Content(schema = @Schema(implementation = ReturnView.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "return-not-a-draft")
    @APIResponse(responseCode = "412", description = "version-changed")
    @APIResponse(responseCode = "428", description = "precondition-required")
    public Response edit(
            @PathParam("id") UUID id,
            @Parameter(required = true, description = "the ETag of the version that was read")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    String version,
            ReturnRequest content) {
        if (version == null) {
            return problems.refusal(428, "precondition-required");
        }
        Matcher tag = E_TAG.matcher(version);
        int expected = tag.matches() ? Integer.parseInt(tag.group(1)) : 0;
        return answer(drafts.edit(caller.memberId(), id, expected, content), this::shown);
    }

    @POST
    @Path("/{id}/submission")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "File a draft",
            description = "The date it is for the workplace decides whether the return is in time.")
    @APIResponse(
            responseCode = "200",
            description = "filed with its receipt, or, as a dry run, what filing would give",
            content = @Content(schema = @Schema(implementation = ReturnView.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "return-already-filed, return-not-a-draft, idempotency-key-reused")
    @APIResponse(responseCode = "422", description = "return-not-acceptable, with every field the law stands against")
    public Response submit(
            @PathParam("id") UUID id,
            @Parameter(required = true, description = "one for each filing; not needed for a dry run")
                    @HeaderParam("Idempotency-Key")
                    String key,
            @QueryParam("dryRun") Boolean dryRun) {
        String member = caller.memberId();
        return Boolean.TRUE.equals(dryRun)
                ? once.dryRun(() -> answer(filings.file(member, id), this::wouldBe))
                : once.run("premium.return.submission:" + id, key, () -> answer(filings.file(member, id), this::shown));
    }

    @GET
    @Transactional
    @Operation(summary = "List the returns of the caller's workplaces", description = "Newest first, 50 to a page.")
    @APIResponse(
            responseCode = "200",
            description = "a page",
            content = @Content(schema = @Schema(implementation = ReturnView.Page.class)))
    public Response list(
            @QueryParam("managementNo") WorkplaceNumber workplace,
            @QueryParam("insuranceYear") Integer insuranceYear,
            @QueryParam("clientReference") String clientReference,
            @Parameter(description = "nextCursor of the page before") @QueryParam("cursor") UUID cursor) {
        List<WorkplaceNumber> granted = workplaces.grantedTo(caller.memberId()).stream()
                .map(KnownWorkplace::managementNo)
                .filter(number -> workplace == null || workplace.equals(number))
                .toList();
        if (granted.isEmpty()) {
            return workplace == null
                    ? Response.ok(new ReturnView.Page(List.of(), null)).build()
                    : problems.refusal(403, "workplace-not-granted");
        }
        List<ReturnView.Summary> found =
                store.list(new PremiumReturnStore.Query(granted, insuranceYear, clientReference, cursor));
        List<ReturnView.Summary> page = found.subList(0, Math.min(found.size(), PremiumReturnStore.PAGE));
        UUID next = found.size() > page.size() ? page.getLast().id() : null;
        return Response.ok(new ReturnView.Page(page, next)).build();
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(summary = "Read a return, its receipt, its slips and what is paid")
    @APIResponse(
            responseCode = "200",
            description = "the return; its ETag is the version to edit a draft by",
            content = @Content(schema = @Schema(implementation = ReturnView.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    public Response read(@PathParam("id") UUID id) {
        return granted(id, this::shown);
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
            content = @Content(schema = @Schema(implementation = ReturnView.Trace.class)))
    @APIResponse(responseCode = "404", description = "not-found: no such return, or still a draft")
    public Response trace(@PathParam("id") UUID id) {
        return granted(
                id,
                found -> found.filed()
                        .map(documents -> Response.ok(
                                        new ReturnView.Trace(id, tree(documents.trace()), tree(documents.law())))
                                .build())
                        .orElseGet(() -> problems.refusal(404, "not-found")));
    }

    private Response granted(UUID id, Function<PremiumReturn, Response> answer) {
        Optional<PremiumReturn> found = store.find(id);
        if (found.isEmpty()) {
            return problems.refusal(404, "not-found");
        }
        return workplaces
                .grantedTo(caller.memberId(), found.get().managementNo())
                .map(workplace -> answer.apply(found.get()))
                .orElseGet(() -> problems.refusal(403, "workplace-not-granted"));
    }

    private Response answer(ReturnOutcome outcome, Function<PremiumReturn, Response> done) {
        return switch (outcome) {
            case ReturnOutcome.Done it -> done.apply(it.changed());
            case ReturnOutcome.NotAcceptable it -> ReturnProblems.notAcceptable(problems, it.violations());
            case ReturnOutcome.AlreadyFiled it -> problems.refusal(409, "return-already-filed");
            case ReturnOutcome.NotADraft it -> problems.refusal(409, "return-not-a-draft");
            case ReturnOutcome.VersionChanged it -> problems.refusal(412, "version-changed");
            case ReturnOutcome.NotGranted it -> problems.refusal(403, "workplace-not-granted");
            case ReturnOutcome.NotFound it -> problems.refusal(404, "not-found");
        };
    }

    private Response created(PremiumReturn it) {
        return Response.fromResponse(shown(it))
                .status(201)
                .header(HttpHeaders.LOCATION, "/premium/v1/returns/" + it.id())
                .build();
    }

    private Response shown(PremiumReturn it) {
        return Response.ok(view(it))
                .header(HttpHeaders.ETAG, "\"" + it.version() + "\"")
                .build();
    }

    private Response wouldBe(PremiumReturn it) {
        return Response.ok(view(it).asDryRun()).build();
    }

    private ReturnView view(PremiumReturn it) {
        return it.isDraft()
                ? ReturnView.draft(it, mapper)
                : ReturnView.filed(it, receipts.ofFiling(it.id()).orElseThrow(), slips.of(it.id()), mapper);
    }

    private JsonNode tree(String json) {
        try {
            return mapper.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
