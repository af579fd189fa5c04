package kr.gosan.payment.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.Granted;
import kr.gosan.payment.Page;
import kr.gosan.platform.identity.MemberType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The accounts, cards and phones registered for a workplace, masked. They are registered in premium-service. */
@Path("/payment/v1/accounts")
@Tag(name = "Accounts")
@RolesAllowed({MemberType.EMPLOYER, MemberType.AGENCY, MemberType.OPERATOR})
@Produces(MediaType.APPLICATION_JSON)
public final class AccountResource {

    private final Accounts accounts;
    private final Granted granted;

    AccountResource(Accounts accounts, Granted granted) {
        this.accounts = accounts;
        this.granted = granted;
    }

    /**
     * One registration.
     *
     * @param registrationId the application, return or correction that named it
     * @param insuranceYear of debits and notices the year of the estimate
     * @param wish missing for refunds
     * @param fromPeriod the first instalment the wish is for; missing for refunds
     */
    @Schema(name = "RegisteredAccount")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AccountView(
            UUID registrationId,
            Purpose purpose,
            int insuranceYear,
            AccountRegistered.Wish wish,
            Integer fromPeriod,
            String institution,
            String masked,
            LocalDate filedOn,
            LocalDate registeredOn) {

        static AccountView of(RegisteredAccount it) {
            return new AccountView(
                    it.registrationId(),
                    it.purpose(),
                    it.insuranceYear(),
                    it.wish(),
                    it.wish() == null ? null : it.fromPeriod(),
                    it.institution(),
                    it.masked(),
                    it.filedOn(),
                    it.registeredOn());
        }
    }

    @Schema(name = "RegisteredAccounts")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AccountsView(List<AccountView> items, UUID nextCursor) {}

    @GET
    @Operation(
            summary = "Accounts, cards and phones of a workplace",
            description =
                    "All that were ever registered, masked, by their ids, in pages. Of two refund accounts applied for, and of"
                            + " two wishes about one instalment, the one filed later holds."
                            + " Problems: invalid-request, workplace-not-granted.")
    @APIResponse(
            responseCode = "200",
            description = "Registrations",
            content = @Content(schema = @Schema(implementation = AccountsView.class)))
    public Response list(
            @Parameter(required = true, example = "123-45-67891-6") @QueryParam("managementNo")
                    WorkplaceNumber workplace,
            @QueryParam("cursor") UUID cursor) {
        return granted.forWorkplace("managementNo", workplace, () -> {
            Page<AccountView> page = accounts.page(workplace, cursor).map(AccountView::of);
            return Response.ok(new AccountsView(page.items(), page.next())).build();
        });
    }
}
