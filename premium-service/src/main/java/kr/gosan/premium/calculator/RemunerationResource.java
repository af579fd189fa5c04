package kr.gosan.premium.calculator;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import kr.gosan.kernel.workplace.WorkplaceKind;
import kr.gosan.platform.idempotency.Once;
import kr.gosan.platform.identity.Caller;
import kr.gosan.platform.identity.MemberType;
import kr.gosan.platform.json.FieldErrors.FieldError;
import kr.gosan.platform.problem.ProblemTexts;
import kr.gosan.platform.problem.Problems;
import kr.gosan.premium.calculation.Violation;
import kr.gosan.premium.law.Workplace;
import kr.gosan.premium.remuneration.Warning;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The remuneration calculator (보수총액 산정 계산기, form 10714), and its way into drafts of returns. */
@Path("/premium/v1/remuneration-calculations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({MemberType.EMPLOYER, MemberType.AGENCY, MemberType.OPERATOR})
@Blocking
@Tag(name = "Remuneration", description = "보수총액 산정: from yearly accounts to the bases of a return")
@APIResponse(responseCode = "400", description = "invalid-request, idempotency-key-required")
@APIResponse(responseCode = "401", description = "not-authenticated")
@APIResponse(responseCode = "403", description = "not-allowed, workplace-not-granted")
@APIResponse(
        responseCode = "422",
        description = "remuneration-not-computable: accounts that contradict themselves, or law that is not known")
public class RemunerationResource {

    private final CalculateRemuneration calculator;
    private final DraftFromRemuneration drafts;
    private final Once once;
    private final Caller caller;
    private final Problems problems;
    private final ProblemTexts texts;

    public RemunerationResource(
            CalculateRemuneration calculator,
            DraftFromRemuneration drafts,
            Once once,
            Caller caller,
            Problems problems,
            ProblemTexts texts) {
        this.calculator = calculator;
        this.drafts = drafts;
        this.once = once;
        this.caller = caller;
        this.problems = problems;
        this.texts = texts;
    }

    @POST
    @Operation(
            summary = "Calculate the bases of head office and collective from the yearly accounts",
            description =
                    "Stores nothing. Warnings name what is often filed wrongly; nothing is refused for them. The premium"
                            + " is stated without the lump-sum discount and the e-filing reduction.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = RemunerationFields.class),
                            examples =
                                    @ExampleObject(
                                            name = "statements of 2021, 60 % prime contracts",
                                            value = RemunerationExample.CALCULATION)))
    @APIResponse(
            responseCode = "200",
            description = "bases, warnings, premium and trace",
            content = @Content(schema = @Schema(implementation = RemunerationView.class)))
    public Response calculate(@HeaderParam("Accept-Language") String language, RemunerationFields request) {
        Map<WorkplaceKind, Workplace> workplaces = request.employer() == null
                ? Map.of()
                : Map.of(
                        WorkplaceKind.CONSTRUCTION_HQ,
                        request.employer().workplace(WorkplaceKind.CONSTRUCTION_HQ),
                        WorkplaceKind.CONSTRUCTION_COLLECTIVE,
                        request.employer().workplace(WorkplaceKind.CONSTRUCTION_COLLECTIVE));
        String employer = "/employer/establishedOn";
        return switch (calculator.of(
                request,
                workplaces,
                Map.of(
                        WorkplaceKind.CONSTRUCTION_HQ, employer,
                        WorkplaceKind.CONSTRUCTION_COLLECTIVE, employer))) {
            case CalculateRemuneration.Outcome.Calculated it ->
                Response.ok(RemunerationView.of(it, text(language))).build();
            case CalculateRemuneration.Outcome.NotComputable it -> notComputable(problems, it.violations());
        };
    }

    @POST
    @Path("/drafts")
    @Operation(
            summary = "Calculate, and draft the returns of head office and collective with the result",
            description =
                    "Both drafts are made or none. The estimate is the confirmed remuneration. `dryRun=true` calculates"
                            + " and stores nothing.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = RemunerationDraftsRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "head office and collective of 2021",
                                            value = RemunerationExample.DRAFTS)))
    @APIResponse(
            responseCode = "201",
            description = "the calculation, and a link to each draft",
            content = @Content(schema = @Schema(implementation = RemunerationDraftsView.class)))
    @APIResponse(responseCode = "200", description = "dry run: the calculation; no draft was made")
    @APIResponse(responseCode = "409", description = "idempotency-key-reused")
    public Response draft(
            @Parameter(required = true, description = "one for each request; not needed for a dry run")
                    @HeaderParam("Idempotency-Key")
                    String key,
            @HeaderParam("Accept-Language") String language,
            @QueryParam("dryRun") Boolean dryRun,
            RemunerationDraftsRequest request) {
        String member = caller.memberId();
        return Boolean.TRUE.equals(dryRun)
                ? once.dryRun(() -> answer(drafts.draft(member, request), 200, language))
                : once.run(
                        "premium.remuneration.drafts", key, () -> answer(drafts.draft(member, request), 201, language));
    }

    private Response answer(DraftFromRemuneration.Outcome outcome, int status, String language) {
        return switch (outcome) {
            case DraftFromRemuneration.Outcome.Drafted it ->
                Response.status(status)
                        .entity(new RemunerationDraftsView(
                                RemunerationView.of(it.calculation(), text(language)),
                                it.drafts().stream()
                                        .map(draft -> RemunerationDraftsView.Draft.of(draft, status == 201))
                                        .toList()))
                        .build();
            case DraftFromRemuneration.Outcome.NotAcceptable it -> notComputable(problems, it.violations());
            case DraftFromRemuneration.Outcome.NotGranted it -> problems.refusal(403, "workplace-not-granted");
        };
    }

    private Function<Warning, String> text(String acceptLanguage) {
        Locale language = ProblemTexts.language(acceptLanguage);
        return it -> texts.text(it.what().code(), language, it.amount().toString());
    }

    static Response notComputable(Problems problems, List<Violation> violations) {
        return problems.refusal(
                422,
                "remuneration-not-computable",
                violations.stream()
                        .map(each -> new FieldError(each.pointer(), each.code(), each.args()))
                        .toList());
    }
}
