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
import kr.gosan.payment.book.Posting;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.DebtKind;
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

    /** Workplaces compared at once. */
    private static final int PAGE = 100;

    private final CheckParity checkParity;
    private final Granted granted;

    ParityResource(CheckParity checkParity, Granted granted) {
        this.checkParity = checkParity;
        this.granted = granted;
    }

    /** @param differences empty when all agree */
    record ParityView(WorkplaceNumber managementNo, boolean agrees, List<DifferenceView> differences) {}

    /**
     * One disagreement; without {@code originId} and {@code period} it concerns the insurance as a whole.
     *
     * @param originId what the debt stems from: the return, the correction or the charge
     * @param kind of the postings that are compared; missing when all are
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DifferenceView(
            Parity.Check check,
            Insurance insurance,
            DebtKind debtKind,
            UUID originId,
            UUID returnId,
            Integer period,
            Posting.Kind kind,
            Won expected,
            Won found) {}

    /**
     * @param checked how many workplaces this page has looked at
     * @param items those where something differs
     * @param nextCursor missing when all workplaces were looked at
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ParityPage(int checked, boolean agrees, List<ParityView> items, WorkplaceNumber nextCursor) {}

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
            return Response.ok(view(workplace, checkParity.of(workplace))).build();
        });
    }

    @GET
    @Path("/workplaces")
    @RolesAllowed(MemberType.OPERATOR)
    @Operation(
            summary = "Whether the books of all workplaces agree",
            description =
                    "Compares a page of workplaces, by number, and lists those where something differs. Follow nextCursor"
                            + " to the end. Problems: invalid-request.")
    @APIResponse(
            responseCode = "200",
            description = "How many were compared, and the differences",
            content = @Content(schema = @Schema(implementation = ParityPage.class)))
    public Response all(@QueryParam("cursor") WorkplaceNumber cursor) {
        List<CheckParity.Checked> page = checkParity.page(cursor, PAGE + 1);
        List<CheckParity.Checked> shown = page.subList(0, Math.min(PAGE, page.size()));
        List<ParityView> differing = shown.stream()
                .filter(checked -> !checked.differences().isEmpty())
                .map(checked -> view(checked.managementNo(), checked.differences()))
                .toList();
        return Response.ok(new ParityPage(
                        shown.size(),
                        differing.isEmpty(),
                        differing,
                        page.size() > PAGE ? shown.getLast().managementNo() : null))
                .build();
    }

    private static ParityView view(WorkplaceNumber workplace, List<Difference> differences) {
        return new ParityView(
                workplace,
                differences.isEmpty(),
                differences.stream().map(ParityResource::view).toList());
    }

    private static DifferenceView view(Difference difference) {
        return new DifferenceView(
                difference.check(),
                difference.insurance(),
                difference.debt().map(Debt::kind).orElse(null),
                difference.debt().map(Debt::originId).orElse(null),
                difference.debt().map(Debt::returnId).orElse(null),
                difference.debt().map(Debt::period).orElse(null),
                difference.kind().orElse(null),
                difference.expected(),
                difference.found());
    }
}
