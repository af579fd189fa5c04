package kr.gosan.premium.filing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.gosan.platform.idempotency.Once;
import kr.gosan.platform.identity.Caller;
import kr.gosan.platform.identity.MemberType;
import kr.gosan.platform.problem.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Premium returns drafted, filed, copied and deleted: by the employer, or by the agency the workplace has mandated. */
@Path("/premium/v1/returns")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({MemberType.EMPLOYER, MemberType.AGENCY})
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
    private final ReturnAnswers answers;
    private final Problems problems;

    public PremiumReturnResource(
            Once once,
            Caller caller,
            DraftPremiumReturn drafts,
            FilePremiumReturn filings,
            ReturnAnswers answers,
            Problems problems) {
        this.once = once;
        this.caller = caller;
        this.drafts = drafts;
        this.filings = filings;
        this.answers = answers;
        this.problems = problems;
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
                            examples = {
                                @ExampleObject(
                                        name = "construction collective 2021/2022",
                                        value = ReturnExample.RETURN),
                                @ExampleObject(
                                        name = "with every section that a collective has",
                                        value = ReturnExample.WHOLE_RETURN)
                            }))
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
            return once.dryRun(() -> answers.of(filings.file(member, content), answers::wouldBe));
        }
        return Boolean.TRUE.equals(submit)
                ? once.run(
                        "premium.return.filing", key, () -> answers.of(filings.file(member, content), answers::created))
                : once.run(
                        "premium.return.draft",
                        key,
                        () -> answers.of(drafts.create(member, content), answers::created));
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
        return answers.of(drafts.edit(caller.memberId(), id, version(version), content), answers::shown);
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
                ? once.dryRun(() -> answers.of(filings.file(member, id), answers::wouldBe))
                : once.run(
                        "premium.return.submission:" + id,
                        key,
                        () -> answers.of(filings.file(member, id), answers::shown));
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    @Operation(summary = "Delete a draft", description = "What is filed stays.")
    @APIResponse(responseCode = "204", description = "deleted")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "return-not-a-draft")
    @APIResponse(responseCode = "412", description = "version-changed")
    public Response delete(
            @PathParam("id") UUID id,
            @Parameter(description = "the ETag of the version that was read; without it any version is deleted")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    String version) {
        Optional<Integer> expected = Optional.ofNullable(version).map(PremiumReturnResource::version);
        return answers.of(
                drafts.delete(caller.memberId(), id, expected),
                deleted -> Response.noContent().build());
    }

    @POST
    @Path("/{id}/copy")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Draft the next year's return from this one",
            description =
                    "Takes over what is likely to hold again: estimated remuneration, works that go on, way of payment,"
                            + " refund account, and the workplace's latest particulars. The confirmed remuneration is left"
                            + " open; what was reported and paid is filled in from the records when the return is filed.")
    @APIResponse(
            responseCode = "201",
            description = "the draft",
            content = @Content(schema = @Schema(implementation = ReturnView.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "idempotency-key-reused")
    public Response copy(
            @PathParam("id") UUID id,
            @Parameter(required = true, description = "one for each copy") @HeaderParam("Idempotency-Key") String key) {
        return once.run(
                "premium.return.copy:" + id,
                key,
                () -> answers.of(drafts.copy(caller.memberId(), id), answers::created));
    }

    /** A version of ours, or one that no return has. */
    private static int version(String eTag) {
        Matcher tag = E_TAG.matcher(eTag);
        return tag.matches() ? Integer.parseInt(tag.group(1)) : 0;
    }
}
