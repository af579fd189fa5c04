package kr.gosan.premium.application;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.idempotency.Once;
import kr.gosan.platform.identity.Caller;
import kr.gosan.platform.identity.MemberType;
import kr.gosan.platform.json.FieldErrors.FieldError;
import kr.gosan.platform.problem.Problems;
import kr.gosan.platform.receipt.Receipts;
import kr.gosan.platform.workplace.KnownWorkplace;
import kr.gosan.platform.workplace.Workplaces;
import kr.gosan.premium.eligibility.Condition;
import kr.gosan.premium.filing.ReturnProblems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Applications over HTTP: every other form of the premium menu. */
@Path("/premium/v1/applications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Applications", description = "support, discounts, accounts and notices that an employer applies for")
@APIResponse(responseCode = "400", description = "invalid-request, idempotency-key-required")
@APIResponse(responseCode = "401", description = "not-authenticated")
@APIResponse(responseCode = "403", description = "workplace-not-granted, not-allowed")
public class ApplicationResource {

    private final Once once;
    private final Caller caller;
    private final FileApplication filing;
    private final DecideApplication deciding;
    private final ApplicationStore store;
    private final Receipts receipts;
    private final Workplaces workplaces;
    private final ConditionTexts texts;
    private final Problems problems;

    public ApplicationResource(
            Once once,
            Caller caller,
            FileApplication filing,
            DecideApplication deciding,
            ApplicationStore store,
            Receipts receipts,
            Workplaces workplaces,
            ConditionTexts texts,
            Problems problems) {
        this.once = once;
        this.caller = caller;
        this.filing = filing;
        this.deciding = deciding;
        this.store = store;
        this.receipts = receipts;
        this.workplaces = workplaces;
        this.texts = texts;
        this.problems = problems;
    }

    @POST
    @RolesAllowed({MemberType.EMPLOYER, MemberType.AGENCY})
    @Operation(
            summary = "File an application",
            description =
                    "`form` names the form; the object of that form carries what it states. Every condition is answered"
                            + " with what the answer rests on. An application whose conditions are not met is taken in all the same"
                            + " and decided; `dryRun=true` tells beforehand and stores nothing.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ApplicationRequest.class),
                            examples = {
                                @ExampleObject(
                                        name = "10709 account for refunds",
                                        value = ApplicationExamples.REFUND_ACCOUNT),
                                @ExampleObject(
                                        name = "10704 experience-rate survey",
                                        value = ApplicationExamples.EXPERIENCE),
                                @ExampleObject(
                                        name = "10712 premium support for construction",
                                        value = ApplicationExamples.SUPPORT),
                                @ExampleObject(
                                        name = "automatic debit from an account",
                                        value = ApplicationExamples.DEBIT)
                            }))
    @APIResponse(
            responseCode = "201",
            description = "filed, with its receipt",
            content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    @APIResponse(responseCode = "200", description = "dry run: what filing would give")
    @APIResponse(
            responseCode = "409",
            description = "application-pending, application-already-approved, idempotency-key-reused")
    @APIResponse(
            responseCode = "422",
            description = "application-not-acceptable, with every field the law stands against; calendar-not-covered")
    public Response file(
            @Parameter(required = true, description = "one for each application; not needed for a dry run")
                    @HeaderParam("Idempotency-Key")
                    String key,
            @QueryParam("dryRun") Boolean dryRun,
            ApplicationRequest content) {
        String member = caller.memberId();
        return Boolean.TRUE.equals(dryRun)
                ? once.dryRun(() -> answer(
                        filing.file(member, content),
                        it -> Response.ok(view(it).asDryRun()).build()))
                : once.run(
                        "premium.application",
                        key,
                        () -> answer(
                                filing.file(member, content),
                                it -> Response.status(201)
                                        .entity(view(it))
                                        .header(HttpHeaders.LOCATION, "/premium/v1/applications/" + it.id())
                                        .build()));
    }

    @GET
    @Transactional
    @RolesAllowed({MemberType.EMPLOYER, MemberType.AGENCY, MemberType.OPERATOR})
    @Operation(
            summary = "List the applications of the caller's workplaces",
            description = "Newest first, 50 to a page. An operator sees those of every workplace.")
    @APIResponse(
            responseCode = "200",
            description = "a page",
            content = @Content(schema = @Schema(implementation = ApplicationView.Page.class)))
    public Response list(
            @QueryParam("managementNo") WorkplaceNumber workplace,
            @QueryParam("form") String form,
            @QueryParam("state") ApplicationState state,
            @QueryParam("insuranceYear") Integer insuranceYear,
            @QueryParam("clientReference") String clientReference,
            @Parameter(description = "nextCursor of the page before") @QueryParam("cursor") UUID cursor) {
        Optional<Form> wantedForm = Form.of(form);
        if (form != null && wantedForm.isEmpty()) {
            return problems.invalid(List.of(new FieldError("form", "code-unknown", List.of(Form.codes()))));
        }
        Optional<List<WorkplaceNumber>> granted = readable(workplace);
        if (granted.isPresent() && granted.get().isEmpty()) {
            return workplace == null
                    ? Response.ok(new ApplicationView.Page(List.of(), null)).build()
                    : problems.refusal(403, "workplace-not-granted");
        }
        List<Application> found = store.list(new ApplicationStore.Wanted(
                granted, wantedForm.orElse(null), state, insuranceYear, clientReference, cursor));
        List<ApplicationView.Summary> page = found.stream()
                .limit(ApplicationStore.PAGE)
                .map(ApplicationView.Summary::of)
                .toList();
        UUID next = found.size() > page.size() ? page.getLast().id() : null;
        return Response.ok(new ApplicationView.Page(page, next)).build();
    }

    @GET
    @Path("/{id}")
    @Transactional
    @RolesAllowed({MemberType.EMPLOYER, MemberType.AGENCY, MemberType.OPERATOR})
    @Operation(summary = "Read an application, its conditions, its receipt and its decision")
    @APIResponse(
            responseCode = "200",
            description = "the application",
            content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    public Response read(@PathParam("id") UUID id) {
        Optional<Application> found = store.find(id);
        if (found.isEmpty()) {
            return problems.refusal(404, "not-found");
        }
        return workplaces.openTo(caller, found.get().managementNo()).isPresent()
                ? Response.ok(view(found.get())).build()
                : problems.refusal(403, "workplace-not-granted");
    }

    @POST
    @Path("/{id}/withdrawal")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({MemberType.EMPLOYER, MemberType.AGENCY})
    @Operation(summary = "Withdraw an application that is not decided yet")
    @APIResponse(
            responseCode = "200",
            description = "withdrawn",
            content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "application-closed, idempotency-key-reused")
    public Response withdraw(
            @PathParam("id") UUID id,
            @Parameter(required = true, description = "one for each withdrawal") @HeaderParam("Idempotency-Key")
                    String key) {
        String member = caller.memberId();
        return once.run(
                "premium.application.withdrawal:" + id,
                key,
                () -> answer(
                        filing.withdraw(member, id), it -> Response.ok(view(it)).build()));
    }

    @POST
    @Path("/{id}/decision")
    @RolesAllowed(MemberType.OPERATOR)
    @Operation(
            summary = "Decide an application",
            description =
                    "It is held against law and records once more, as of the day it was filed. An approval takes effect"
                            + " at once; one whose conditions are not met is refused.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = DecisionRequest.class),
                            examples = @ExampleObject(name = "approval", value = ApplicationExamples.DECISION)))
    @APIResponse(
            responseCode = "200",
            description = "decided, or, as a dry run, what the decision would give",
            content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "application-closed, idempotency-key-reused")
    @APIResponse(
            responseCode = "422",
            description = "conditions-not-met, with each condition; application-not-acceptable")
    public Response decide(
            @PathParam("id") UUID id,
            @Parameter(required = true, description = "one for each decision; not needed for a dry run")
                    @HeaderParam("Idempotency-Key")
                    String key,
            @QueryParam("dryRun") Boolean dryRun,
            DecisionRequest request) {
        String operator = caller.memberId();
        boolean approved = request.decision() == DecisionRequest.Decision.APPROVED;
        Function<Application, Response> shown = it -> Response.ok(view(it)).build();
        return Boolean.TRUE.equals(dryRun)
                ? once.dryRun(() -> answer(deciding.decide(operator, id, approved, request.reason()), shown))
                : once.run(
                        "premium.application.decision:" + id,
                        key,
                        () -> answer(deciding.decide(operator, id, approved, request.reason()), shown));
    }

    private Response answer(ApplicationOutcome outcome, Function<Application, Response> done) {
        return switch (outcome) {
            case ApplicationOutcome.Done it -> done.apply(it.changed());
            case ApplicationOutcome.NotAcceptable it ->
                ReturnProblems.notAcceptable(problems, "application-not-acceptable", it.violations());
            case ApplicationOutcome.Pending it -> problems.refusal(409, "application-pending");
            case ApplicationOutcome.AlreadyApproved it -> problems.refusal(409, "application-already-approved");
            case ApplicationOutcome.AlreadyClosed it -> problems.refusal(409, "application-closed");
            case ApplicationOutcome.ConditionsNotMet it ->
                problems.refusal(422, "conditions-not-met", unmet(it.assessment()));
            case ApplicationOutcome.NotGranted it -> problems.refusal(403, "workplace-not-granted");
            case ApplicationOutcome.NotFound it -> problems.refusal(404, "not-found");
        };
    }

    private static List<FieldError> unmet(StoredAssessment assessment) {
        return assessment.conditions().stream()
                .filter(each -> each.answer() == Condition.Answer.NOT_MET)
                .map(each -> new FieldError("", each.code(), List.copyOf(each.figures())))
                .toList();
    }

    /** The workplaces to list; empty for every one there is. */
    private Optional<List<WorkplaceNumber>> readable(WorkplaceNumber wanted) {
        if (MemberType.OPERATOR.equals(caller.memberType())) {
            return Optional.ofNullable(wanted).map(List::of);
        }
        return Optional.of(workplaces.grantedTo(caller.memberId()).stream()
                .map(KnownWorkplace::managementNo)
                .filter(number -> wanted == null || wanted.equals(number))
                .toList());
    }

    private ApplicationView view(Application it) {
        return ApplicationView.of(it, receipts.ofFiling(it.id()).orElseThrow(), texts);
    }
}
