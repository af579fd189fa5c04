package kr.gosan.premium.trial;

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
import java.util.stream.Stream;
import kr.gosan.platform.identity.MemberType;
import kr.gosan.platform.problem.Problems;
import kr.gosan.platform.workplace.KnownWorkplace;
import kr.gosan.platform.workplace.WorkplaceClock;
import kr.gosan.premium.calculation.PaymentMethod;
import kr.gosan.premium.calculation.Violation;
import kr.gosan.premium.filing.CheckPremiumReturn;
import kr.gosan.premium.filing.PremiumReturn;
import kr.gosan.premium.filing.ReturnAccess;
import kr.gosan.premium.filing.ReturnProblems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What if a return that is kept here were paid in another way. */
@Path("/premium/v1/returns")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({MemberType.EMPLOYER, MemberType.AGENCY, MemberType.OPERATOR})
@Tag(name = "Calculations")
public class ReturnComparisonResource {

    private final ReturnAccess access;
    private final CheckPremiumReturn checks;
    private final WorkplaceClock clock;
    private final Problems problems;

    public ReturnComparisonResource(
            ReturnAccess access, CheckPremiumReturn checks, WorkplaceClock clock, Problems problems) {
        this.access = access;
        this.checks = checks;
        this.clock = clock;
        this.problems = problems;
    }

    @GET
    @Path("/{id}/comparison")
    @Transactional
    @Operation(
            summary = "Compare a return with itself paid in another way",
            description =
                    "Both are calculated anew, a filed return as of the day it was filed on, a draft as of today. An"
                            + " insurance that is not named is paid as the return says.")
    @APIResponse(
            responseCode = "200",
            description = "the return, the other way, and the steps in which they differ",
            content = @Content(schema = @Schema(implementation = Comparison.class)))
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "not-authenticated")
    @APIResponse(responseCode = "403", description = "workplace-not-granted, not-allowed")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "422", description = "return-not-acceptable, with every field the law stands against")
    public Response compare(
            @PathParam("id") UUID id,
            @Parameter(description = "how the estimate of industrial-accident insurance were paid")
                    @QueryParam("industrialAccident")
                    PaymentMethod industrialAccident,
            @Parameter(description = "how the estimate of employment insurance were paid") @QueryParam("employment")
                    PaymentMethod employment) {
        return access.reading(id, found -> compare(found, industrialAccident, employment));
    }

    private Response compare(PremiumReturn found, PaymentMethod industrialAccident, PaymentMethod employment) {
        KnownWorkplace known = access.readable(found.managementNo()).orElseThrow();
        LocalDate on = found.filed()
                .map(PremiumReturn.FiledDocuments::filedOn)
                .orElseGet(() -> clock.today(found.managementNo()));
        List<CheckPremiumReturn.Checked> both = Stream.of(
                        found.content(), found.content().paying(industrialAccident, employment))
                .map(content -> checks.check(content, known, on))
                .toList();
        List<Violation> violations = both.stream()
                .flatMap(checked -> checked.assessment().violations().stream())
                .distinct()
                .toList();
        return violations.isEmpty()
                ? Response.ok(Comparison.of(both.stream()
                                .map(checked -> new Comparison.Input(
                                        checked.assessment().result().orElseThrow(), checked.workplace(), on))
                                .toList()))
                        .build()
                : ReturnProblems.notAcceptable(problems, violations);
    }
}
