package kr.gosan.payment.arrears;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.Granted;
import kr.gosan.platform.identity.MemberType;
import kr.gosan.platform.problem.Problems;
import kr.gosan.platform.workplace.WorkplaceClock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is overdue, over HTTP. */
@Path("/payment/v1/arrears")
@Tag(name = "Arrears")
@RolesAllowed({MemberType.EMPLOYER, MemberType.AGENCY, MemberType.OPERATOR})
@Produces(MediaType.APPLICATION_JSON)
public class ArrearsResource {

    private final OpenItems openItems;
    private final Granted granted;
    private final WorkplaceClock clock;
    private final Problems problems;

    ArrearsResource(OpenItems openItems, Granted granted, WorkplaceClock clock, Problems problems) {
        this.openItems = openItems;
        this.granted = granted;
        this.clock = clock;
        this.problems = problems;
    }

    @GET
    @Transactional
    @Operation(
            summary = "What is overdue, with its late charges",
            description =
                    "Every debt whose last day to pay lies before the day: premium, the late charge to that day and how it"
                            + " comes about, surcharge and benefit recovery, by fund; and all of it in the order in which money for it is"
                            + " used (보험료징수법 §25, §26의2). Late charges stand in no book until the premium is paid."
                            + " Problems: invalid-request, workplace-not-granted, law-not-known.")
    @APIResponse(
            responseCode = "200",
            description = "The arrears; without debts when nothing is overdue",
            content = @Content(schema = @Schema(implementation = ArrearsView.class)))
    @APIResponse(responseCode = "422", description = "law-not-known")
    public Response arrears(
            @Parameter(required = true, example = "123-45-67891-6") @QueryParam("managementNo")
                    WorkplaceNumber workplace,
            @Parameter(description = "The end of this day; today when left out", example = "2022-04-30")
                    @QueryParam("on")
                    LocalDate on) {
        return granted.forWorkplace("managementNo", workplace, () -> {
            LocalDate day = on == null ? clock.today(workplace) : on;
            return switch (openItems.of(workplace, day)) {
                case OpenItems.Answer.Known it ->
                    Response.ok(ArrearsView.of(workplace, day, it.overdueOn(day)))
                            .build();
                case OpenItems.Answer.Unknown it -> {
                    LookUp.Refused first = it.refusals().getFirst();
                    yield problems.refusal(422, "law-not-known", first.parameterId(), first.date());
                }
            };
        });
    }
}
