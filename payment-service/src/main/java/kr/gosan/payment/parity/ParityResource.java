package kr.gosan.payment.parity;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.Granted;
import kr.gosan.payment.book.Parity;
import kr.gosan.payment.book.Parity.Difference;
import kr.gosan.payment.debt.Debt;
import kr.gosan.platform.identity.MemberType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The proof that a workplace's returns, slips, payments and ledger agree, over HTTP. */
@Path("/payment/v1/ledger/parity")
@Tag(name = "Ledger")
@RolesAllowed({MemberType.EMPLOYER, MemberType.AGENCY, MemberType.OPERATOR})
@Produces(MediaType.APPLICATION_JSON)
public final class ParityResource {

    private final CheckParity checkParity;
    private final Granted granted;

    ParityResource(CheckParity checkParity, Granted granted) {
        this.checkParity = checkParity;
        this.granted = granted;
    }

    /** @param differences empty when all agree */
    record ParityView(WorkplaceNumber managementNo, boolean agrees, List<DifferenceView> differences) {}

    /** One disagreement; without {@code returnId} and {@code period} it concerns the insurance as a whole. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DifferenceView(
            Parity.Check check, Insurance insurance, UUID returnId, Integer period, Won expected, Won found) {}

    @GET
    @Operation(
            summary = "Whether returns, slips, payments and ledger agree",
            description = "Reads each for itself and names what differs. Problems: invalid-request,"
                    + " workplace-not-granted.")
    @APIResponse(
            responseCode = "200",
            description = "Agreement, or the differences",
            content = @Content(schema = @Schema(implementation = ParityView.class)))
    public Response parity(
            @Parameter(required = true, example = "123-45-67891-6") @QueryParam("managementNo")
                    WorkplaceNumber workplace) {
        return granted.forWorkplace("managementNo", workplace, () -> {
            List<Difference> differences = checkParity.of(workplace);
            return Response.ok(new ParityView(
                            workplace,
                            differences.isEmpty(),
                            differences.stream().map(ParityResource::view).toList()))
                    .build();
        });
    }

    private static DifferenceView view(Difference difference) {
        return new DifferenceView(
                difference.check(),
                difference.insurance(),
                difference.debt().map(Debt::returnId).orElse(null),
                difference.debt().map(Debt::period).orElse(null),
                difference.expected(),
                difference.found());
    }
}
