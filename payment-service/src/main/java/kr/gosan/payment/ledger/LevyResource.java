package kr.gosan.payment.ledger;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.YearMonth;
import java.util.List;
import kr.gosan.platform.identity.MemberType;
import kr.gosan.platform.json.FieldErrors.FieldError;
import kr.gosan.platform.problem.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the three purses behind industrial-accident money settle by, month by month. */
@Path("/payment/v1/ledger/levies")
@Tag(name = "Ledger")
@RolesAllowed(MemberType.OPERATOR)
@Produces(MediaType.APPLICATION_JSON)
public final class LevyResource {

    private final LevyStore levies;
    private final Problems problems;

    LevyResource(LevyStore levies, Problems problems) {
        this.levies = levies;
        this.problems = problems;
    }

    /** @param items by the day of payment, not of booking; a levy without money is missing */
    record SettlementView(YearMonth month, String explanation, List<LedgerResource.LevyView> items) {}

    @GET
    @Operation(
            summary = "Industrial-accident money of a month by levy",
            description =
                    "Received, given back and the balance over all workplaces, for accident premium, wage-claim levy"
                            + " and asbestos levy. Problems: invalid-request.")
    @APIResponse(
            responseCode = "200",
            description = "Sums by levy",
            content = @Content(schema = @Schema(implementation = SettlementView.class)))
    public Response settlement(
            @Parameter(
                            required = true,
                            example = "2022-03",
                            schema = @Schema(type = SchemaType.STRING, pattern = "^\\d{4}-\\d{2}$"))
                    @QueryParam("month")
                    YearMonth month) {
        if (month == null) {
            return problems.invalid(List.of(new FieldError("month", "required", List.of())));
        }
        return Response.ok(new SettlementView(
                        month,
                        problems.text("levies-explained"),
                        levies.between(month.atDay(1), month.atEndOfMonth()).stream()
                                .map(LedgerResource.LevyView::of)
                                .toList()))
                .build();
    }
}
