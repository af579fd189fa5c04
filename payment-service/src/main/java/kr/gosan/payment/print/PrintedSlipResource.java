package kr.gosan.payment.print;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.payment.Granted;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.debt.SlipState;
import kr.gosan.payment.slip.Payment;
import kr.gosan.payment.slip.PaymentStore;
import kr.gosan.payment.slip.SlipStore;
import kr.gosan.payment.virtualaccount.VirtualAccounts;
import kr.gosan.platform.identity.MemberType;
import kr.gosan.platform.problem.Problems;
import kr.gosan.platform.workplace.KnownWorkplace;
import kr.gosan.platform.workplace.Workplaces;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Slips on paper: the address of their JSON, asked for with {@code Accept: application/pdf}. */
@Path("/payment/v1/slips")
@RolesAllowed({MemberType.EMPLOYER, MemberType.AGENCY, MemberType.OPERATOR})
public class PrintedSlipResource {

    private final SlipStore slips;
    private final PaymentStore payments;
    private final VirtualAccounts virtualAccounts;
    private final Workplaces workplaces;
    private final Granted granted;
    private final Problems problems;
    private final PrintSlip print;

    public PrintedSlipResource(
            SlipStore slips,
            PaymentStore payments,
            VirtualAccounts virtualAccounts,
            Workplaces workplaces,
            Granted granted,
            Problems problems,
            PrintSlip print) {
        this.slips = slips;
        this.payments = payments;
        this.virtualAccounts = virtualAccounts;
        this.workplaces = workplaces;
        this.granted = granted;
        this.problems = problems;
        this.print = print;
    }

    @GET
    @Path("/{slipId}")
    @Produces(Paper.IF_ASKED_FOR)
    @Operation(hidden = true)
    public Response slip(@PathParam("slipId") UUID slipId) {
        return slips.find(slipId)
                .map(slip -> granted.forWorkplace(
                        "slipId",
                        slip.debt().managementNo(),
                        () -> Paper.of(print.pdf(printed(slip)), "slip-" + slip.ePaymentNo())))
                .orElseGet(() -> problems.refusal(404, "not-found"));
    }

    private PrintedSlip printed(Slip slip) {
        List<Slip> ofDebt = slips.ofDebt(slip.debt());
        Optional<LocalDate> paidOn = slip.state() == SlipState.PAID
                ? Optional.ofNullable(payments.ofSlips(List.of(slip)).get(slip.slipId()))
                        .map(Payment::paidOn)
                : Optional.empty();
        return new PrintedSlip(
                slip,
                slips.issuedOn(slip),
                workplaces
                        .find(slip.debt().managementNo())
                        .map(KnownWorkplace::name)
                        .orElse(""),
                paidOn,
                ofDebt.stream()
                        .filter(other ->
                                slip.replaces().filter(other.slipId()::equals).isPresent())
                        .map(Slip::ePaymentNo)
                        .findFirst(),
                ofDebt.stream()
                        .filter(other ->
                                other.replaces().filter(slip.slipId()::equals).isPresent())
                        .map(Slip::ePaymentNo)
                        .findFirst(),
                virtualAccounts.ofSlips(List.of(slip.slipId())).getOrDefault(slip.slipId(), List.of()).stream()
                        .map(account -> account.bankName() + " " + account.accountNo())
                        .toList());
    }
}
