package kr.gosan.payment.slip;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.Granted;
import kr.gosan.payment.Page;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.debt.SlipReason;
import kr.gosan.payment.debt.SlipState;
import kr.gosan.payment.virtualaccount.VirtualAccount;
import kr.gosan.payment.virtualaccount.VirtualAccounts;
import kr.gosan.platform.identity.MemberType;
import kr.gosan.platform.json.FieldErrors.FieldError;
import kr.gosan.platform.problem.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Payment slips over HTTP. */
@Path("/payment/v1/slips")
@Tag(name = "Slips")
@RolesAllowed({MemberType.EMPLOYER, MemberType.AGENCY, MemberType.OPERATOR})
@Produces(MediaType.APPLICATION_JSON)
public final class SlipResource {

    private final SlipStore slips;
    private final PaymentStore payments;
    private final VirtualAccounts virtualAccounts;
    private final Granted granted;
    private final Problems problems;

    SlipResource(
            SlipStore slips,
            PaymentStore payments,
            VirtualAccounts virtualAccounts,
            Granted granted,
            Problems problems) {
        this.slips = slips;
        this.payments = payments;
        this.virtualAccounts = virtualAccounts;
        this.granted = granted;
        this.problems = problems;
    }

    /** @param nextCursor missing on the last page */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SlipsView(List<SlipView> items, UUID nextCursor) {}

    @GET
    @Operation(
            summary = "Slips of a return or of a workplace",
            description = "Give either returnId or managementNo. Slips are issued a moment after the return was filed;"
                    + " until then a return has none. Those of its corrections and those that were cancelled are among them."
                    + " Oldest first; the slips of a workplace come in pages."
                    + " Problems: invalid-request, workplace-not-granted.")
    @APIResponse(
            responseCode = "200",
            description = "Slips",
            content = @Content(schema = @Schema(implementation = SlipsView.class)))
    public Response list(
            @QueryParam("returnId") UUID returnId,
            @Parameter(example = "123-45-67891-6") @QueryParam("managementNo") WorkplaceNumber workplace,
            @QueryParam("cursor") UUID cursor) {
        if ((returnId == null) == (workplace == null)) {
            return problems.invalid(List.of(new FieldError("returnId", "return-or-workplace", List.of())));
        }
        return returnId == null
                ? granted.forWorkplace("managementNo", workplace, () -> answer(slips.ofWorkplace(workplace, cursor)))
                : ofReturn(returnId);
    }

    @GET
    @Path("/{slipId}")
    @Operation(summary = "A slip", description = "Problems: invalid-request, workplace-not-granted, not-found.")
    @APIResponse(
            responseCode = "200",
            description = "The slip",
            content = @Content(schema = @Schema(implementation = SlipView.class)))
    public Response one(@PathParam("slipId") UUID slipId) {
        return slips.find(slipId)
                .map(slip -> granted.forWorkplace(
                        "slipId",
                        slip.debt().managementNo(),
                        () -> Response.ok(views(List.of(slip)).getFirst()).build()))
                .orElseGet(() -> problems.refusal(404, "not-found"));
    }

    private Response ofReturn(UUID returnId) {
        List<Slip> found = slips.ofReturn(returnId);
        return found.isEmpty()
                ? answer(new Page<>(found, null))
                : granted.forWorkplace(
                        "returnId", found.getFirst().debt().managementNo(), () -> answer(new Page<>(found, null)));
    }

    private Response answer(Page<Slip> page) {
        return Response.ok(new SlipsView(views(page.items()), page.next())).build();
    }

    private List<SlipView> views(List<Slip> found) {
        Map<UUID, Payment> paid = payments.ofSlips(
                found.stream().filter(slip -> slip.state() == SlipState.PAID).toList());
        Map<UUID, SlipReason> reasons = slips.reasons(found);
        Map<UUID, List<VirtualAccount>> accounts =
                virtualAccounts.ofSlips(found.stream().map(Slip::slipId).toList());
        return found.stream()
                .map(slip -> SlipView.of(
                        slip,
                        reasons.get(slip.slipId()),
                        accounts.getOrDefault(slip.slipId(), List.of()),
                        paid.get(slip.slipId())))
                .toList();
    }
}
