package kr.gosan.premium.trial;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import kr.gosan.platform.problem.Problems;
import kr.gosan.premium.calculation.Assessment;
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

/** Trial calculation (모의계산): all figures of a return and how they come about, for anybody with a token; stores nothing. */
@Path("/premium/v1/calculations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Calculations", description = "모의계산: a return's figures without filing it")
public class CalculationResource {

    private final PremiumLaw law;
    private final Problems problems;

    public CalculationResource(PremiumLaw law, Problems problems) {
        this.law = law;
        this.problems = problems;
    }

    @POST
    @Blocking
    @Operation(summary = "Calculate a return without filing it")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = CalculationRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "construction collective 2021/2022",
                                            value = ReturnExample.CALCULATION)))
    @APIResponse(
            responseCode = "200",
            description = "the figures and their trace",
            content = @Content(schema = @Schema(implementation = Comparison.Calculated.class)))
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "not-authenticated")
    @APIResponse(responseCode = "422", description = "return-not-acceptable, with every field the law stands against")
    public Response calculate(CalculationRequest request) {
        Workplace workplace = request.workplace().workplace();
        Assessment assessment = Assessment.of(request.content(), workplace, request.filedOn(), law);
        if (!assessment.violations().isEmpty()) {
            return ReturnProblems.notAcceptable(problems, assessment.violations());
        }
        Assessment.Result result = assessment.result().orElseThrow();
        return Response.ok(Comparison.Calculated.of(result, workplace, request.filedOn()))
                .build();
    }
}
