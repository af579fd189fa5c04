package kr.gosan.payment.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import kr.gosan.payment.Granted;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.print.Paper;
import kr.gosan.payment.slip.SlipStore;
import kr.gosan.platform.identity.MemberType;
import kr.gosan.platform.problem.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The receipt of a paid slip (영수증, 납부확인서). */
@Path("/payment/v1/slips/{slipId}/receipt")
@Tag(name = "Payments")
@RolesAllowed({MemberType.EMPLOYER, MemberType.AGENCY, MemberType.OPERATOR})
@Produces(MediaType.APPLICATION_JSON)
public class SlipReceiptResource {

    private final SlipStore slips;
    private final PaymentHistory history;
    private final PrintPayments print;
    private final Granted granted;
    private final Problems problems;

    SlipReceiptResource(
            SlipStore slips, PaymentHistory history, PrintPayments print, Granted granted, Problems problems) {
        this.slips = slips;
        this.history = history;
        this.print = print;
        this.granted = granted;
        this.problems = problems;
    }

    /** @param shares how the books divide it over funds and levies; adds up to the amount */
    @Schema(name = "PaymentReceipt")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReceiptView(PaymentLine payment, List<PaymentHistory.Share> shares) {}

    @GET
    @Transactional
    @Operation(
            summary = "The receipt of a paid slip",
            description =
                    "With what each fund, and each levy of industrial-accident insurance, got of it. On paper with"
                            + " Accept: application/pdf. Problems: invalid-request, workplace-not-granted, not-found,"
                            + " slip-not-paid.")
    @APIResponse(
            responseCode = "200",
            description = "The receipt",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ReceiptView.class)),
                @Content(mediaType = Paper.PDF)
            })
    @APIResponse(responseCode = "409", description = "slip-not-paid: also when its payment was taken back")
    public Response receipt(@PathParam("slipId") UUID slipId) {
        return answered(
                slipId,
                (slip, payment) -> Response.ok(new ReceiptView(payment, history.shares(payment)))
                        .build());
    }

    @GET
    @Produces(Paper.IF_ASKED_FOR)
    @Transactional
    @Operation(hidden = true)
    public Response paper(@PathParam("slipId") UUID slipId) {
        return answered(
                slipId,
                (slip, payment) -> Paper.of(
                        print.receipt(slip, payment, history.shares(payment)), "receipt-" + payment.ePaymentNo()));
    }

    private Response answered(UUID slipId, BiFunction<Slip, PaymentLine, Response> answer) {
        return slips.find(slipId)
                .map(slip -> granted.forWorkplace(
                        "slipId",
                        slip.debt().managementNo(),
                        () -> counting(slip)
                                .map(payment -> answer.apply(slip, payment))
                                .orElseGet(() -> problems.refusal(409, "slip-not-paid"))))
                .orElseGet(() -> problems.refusal(404, "not-found"));
    }

    /** The payment that counts, if any. */
    private Optional<PaymentLine> counting(Slip slip) {
        return history
                .first(slip.debt().managementNo(), PaymentHistory.Filter.ofSlip(slip.slipId()), PrintPayments.MOST)
                .stream()
                .filter(payment -> !payment.reversed())
                .findFirst();
    }
}
