package kr.gosan.premium.filing;

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
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.time.BusinessCalendar;
import kr.gosan.platform.identity.MemberType;
import kr.gosan.platform.problem.Problems;
import kr.gosan.platform.workplace.KnownWorkplace;
import kr.gosan.platform.workplace.WorkplaceClock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 연체금: what paying a return late costs. */
@Path("/premium/v1/returns/{id}/late-charges")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({MemberType.EMPLOYER, MemberType.AGENCY, MemberType.OPERATOR})
@Tag(name = "Premium returns")
public class LateChargeResource {

    private final ReturnAccess access;
    private final ComputeLateCharges charges;
    private final WorkplaceClock clock;
    private final Problems problems;

    public LateChargeResource(
            ReturnAccess access, ComputeLateCharges charges, WorkplaceClock clock, Problems problems) {
        this.access = access;
        this.charges = charges;
        this.clock = clock;
        this.problems = problems;
    }

    @GET
    @Transactional
    @Operation(
            summary = "Compute the late charges of a return",
            description =
                    "보험료징수법 §25. For each slip what is unpaid on that day and the charge with its trace; of a later day"
                            + " as if nothing more were paid. Computed only: nothing is demanded here.")
    @APIResponse(
            responseCode = "200",
            description = "the charges as they stand on that day",
            content = @Content(schema = @Schema(implementation = LateChargesView.class)))
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "not-authenticated")
    @APIResponse(responseCode = "403", description = "workplace-not-granted, not-allowed")
    @APIResponse(responseCode = "404", description = "not-found: no such return, or still a draft")
    @APIResponse(
            responseCode = "422",
            description = "law-unknown: the law of a due date is not known; calendar-not-covered: the day lies outside"
                    + " the years of the holiday table")
    public Response compute(
            @PathParam("id") UUID id,
            @Parameter(description = "the day to compute for; today at the workplace when missing") @QueryParam("on")
                    LocalDate on) {
        return access.reading(id, found -> {
            if (found.isDraft()) {
                return problems.refusal(404, "not-found");
            }
            KnownWorkplace workplace = access.readable(found.managementNo()).orElseThrow();
            LocalDate day = on == null ? clock.today(found.managementNo()) : on;
            if (!BusinessCalendar.korea().covers(day)) {
                return problems.refusal(422, "calendar-not-covered");
            }
            return switch (charges.of(found, workplace, day)) {
                case ComputeLateCharges.Answer.Known it ->
                    Response.ok(it.view()).build();
                case ComputeLateCharges.Answer.Unknown it -> {
                    LookUp.Refused first = it.refusals().getFirst();
                    yield problems.refusal(422, "law-unknown", first.parameterId(), first.date(), first.reason());
                }
            };
        });
    }
}
