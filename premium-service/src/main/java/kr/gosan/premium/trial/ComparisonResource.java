package kr.gosan.premium.trial;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import kr.gosan.platform.problem.Problems;
import kr.gosan.premium.calculation.Assessment;
import kr.gosan.premium.calculation.Violation;
import kr.gosan.premium.filing.ReturnExample;
import kr.gosan.premium.filing.ReturnProblems;
import kr.gosan.premium.law.PremiumLaw;
import kr.gosan.premium.law.Workplace;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What if: several trial calculations in one call, and where they differ; for anybody with a token; stores nothing. */
@Path("/premium/v1/comparisons")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Calculations")
public class ComparisonResource {

    private final PremiumLaw law;
    private final Problems problems;

    public ComparisonResource(PremiumLaw law, Problems problems) {
        this.law = law;
        this.problems = problems;
    }

    @POST
    @Blocking
    @Operation(
            summary = "Compare two to four calculations step by step",
            description = "Lump sum against instalments, an expectation inside 70–130 % against one outside, one filing"
                    + " day against another: whatever the inputs differ in.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ComparisonRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "lump sum against instalments",
                                            value = ReturnExample.COMPARISON)))
    @APIResponse(
            responseCode = "200",
            description = "all calculations, and the steps in which each differs from the first",
            content = @Content(schema = @Schema(implementation = Comparison.class)))
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "not-authenticated")
    @APIResponse(
            responseCode = "422",
            description = "return-not-acceptable, with every field of every input the law stands against")
    public Response compare(ComparisonRequest request) {
        List<Comparison.Input> inputs = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < request.inputs().size(); i++) {
            CalculationRequest input = request.inputs().get(i);
            Workplace workplace = input.workplace().workplace();
            Assessment assessment = Assessment.of(input.content(), workplace, input.filedOn(), law);
            String pointer = "/inputs/" + i;
            assessment
                    .violations()
                    .forEach(each -> violations.add(new Violation(pointer + each.pointer(), each.code(), each.args())));
            assessment
                    .result()
                    .ifPresent(result -> inputs.add(new Comparison.Input(result, workplace, input.filedOn())));
        }
        return violations.isEmpty()
                ? Response.ok(Comparison.of(inputs)).build()
                : ReturnProblems.notAcceptable(problems, violations);
    }
}
