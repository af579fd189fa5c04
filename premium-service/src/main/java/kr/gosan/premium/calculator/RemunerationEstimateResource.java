package kr.gosan.premium.calculator;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.money.Won;
import kr.gosan.platform.identity.MemberType;
import kr.gosan.platform.problem.Problems;
import kr.gosan.premium.calculation.Violation;
import kr.gosan.premium.law.PremiumLaw;
import kr.gosan.premium.remuneration.EquipmentRemuneration;
import kr.gosan.premium.remuneration.LoggingRemuneration;
import kr.gosan.premium.remuneration.WorksRemuneration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The smaller calculators: one part of a base each, without the accounts of a whole year. They store nothing. */
@Path("/premium/v1/remuneration-calculations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({MemberType.EMPLOYER, MemberType.AGENCY, MemberType.OPERATOR})
@Blocking
@Tag(name = "Remuneration", description = "보수총액 산정: from yearly accounts to the bases of a return")
@APIResponse(responseCode = "400", description = "invalid-request")
@APIResponse(responseCode = "401", description = "not-authenticated")
@APIResponse(responseCode = "403", description = "not-allowed")
@APIResponse(responseCode = "422", description = "remuneration-not-computable: law that is not known, by name")
public class RemunerationEstimateResource {

    private final PremiumLaw law;
    private final Problems problems;

    public RemunerationEstimateResource(PremiumLaw law, Problems problems) {
        this.law = law;
        this.problems = problems;
    }

    @POST
    @Path("/equipment")
    @Operation(
            summary = "Calculate the standard remuneration of equipment operators",
            description = "By months; a month served in part counts by its days, the fraction of a won dropped.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = EquipmentFields.class),
                            examples =
                                    @ExampleObject(
                                            name = "over the change of July 2021",
                                            value = RemunerationExample.EQUIPMENT)))
    @APIResponse(
            responseCode = "200",
            description = "the base of the equipment row and its trace",
            content = @Content(schema = @Schema(implementation = EstimateViews.Equipment.class)))
    public Response equipment(EquipmentFields request) {
        return switch (EquipmentRemuneration.of(request.services(), book())) {
            case EquipmentRemuneration.Answer.Known it ->
                Response.ok(EstimateViews.Equipment.of(request.insuranceYear(), it.remuneration(), book()))
                        .build();
            case EquipmentRemuneration.Answer.Unknown it -> unknown("/operators", it.refusals());
        };
    }

    @POST
    @Path("/works")
    @Operation(
            summary = "Calculate the remuneration of construction works by labour ratio",
            description = "`planned`: total cost × general ratio, capped by the contract sum. `done`: direct payroll +"
                    + " subcontracts, without approved ones, × subcontract ratio. Divided evenly by months.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = WorksFields.class),
                            examples = @ExampleObject(name = "works to come", value = RemunerationExample.WORKS)))
    @APIResponse(
            responseCode = "200",
            description = "the base, by months, with estimated heads where the mean wage is known",
            content = @Content(schema = @Schema(implementation = EstimateViews.Works.class)))
    public Response works(WorksFields request) {
        int year = request.insuranceYear();
        WorksRemuneration.Answer answer = request.planned() != null
                ? WorksRemuneration.estimated(year, request.works(), request.monthsOrYear(), book())
                : WorksRemuneration.confirmed(year, request.worksDone(), request.monthsOrYear(), book());
        return switch (answer) {
            case WorksRemuneration.Answer.Known it ->
                it.remuneration().remuneration().compareTo(Won.MAX_INPUT) > 0
                        ? RemunerationResource.notComputable(
                                problems,
                                List.of(new Violation("/done/subcontracts", "base-too-large", List.of(Won.MAX_INPUT))))
                        : Response.ok(EstimateViews.Works.of(year, it.remuneration(), book()))
                                .build();
            case WorksRemuneration.Answer.Unknown it -> unknown("/insuranceYear", it.refusals());
        };
    }

    @POST
    @Path("/logging")
    @Operation(
            summary = "Calculate the remuneration of logging by volume",
            description = "Cubic metres × won per cubic metre as announced for the year.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = LoggingFields.class),
                            examples = @ExampleObject(name = "timber felled", value = RemunerationExample.LOGGING)))
    @APIResponse(
            responseCode = "200",
            description = "the base and its trace",
            content = @Content(schema = @Schema(implementation = EstimateViews.Logging.class)))
    public Response logging(LoggingFields request) {
        return switch (LoggingRemuneration.of(request.insuranceYear(), request.volume(), book())) {
            case LoggingRemuneration.Answer.Known it ->
                Response.ok(EstimateViews.Logging.of(it.remuneration())).build();
            case LoggingRemuneration.Answer.Unknown it -> unknown("/insuranceYear", it.refusals());
        };
    }

    private LawBook book() {
        return law.book();
    }

    private Response unknown(String pointer, List<LookUp.Refused> refusals) {
        return RemunerationResource.notComputable(
                problems,
                refusals.stream()
                        .map(it -> new Violation(
                                pointer, "law-unknown", List.of(it.parameterId(), it.date(), it.reason())))
                        .toList());
    }
}
