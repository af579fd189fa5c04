package kr.gosan.payment.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.Granted;
import kr.gosan.payment.Page;
import kr.gosan.payment.print.Paper;
import kr.gosan.platform.identity.MemberType;
import kr.gosan.platform.json.FieldErrors.FieldError;
import kr.gosan.platform.problem.Problems;
import kr.gosan.platform.workplace.WorkplaceClock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Payments and refunds, over HTTP and on paper. */
@Path("/payment/v1/payments")
@Tag(name = "Payments")
@RolesAllowed({MemberType.EMPLOYER, MemberType.AGENCY, MemberType.OPERATOR})
@Produces(MediaType.APPLICATION_JSON)
public class PaymentResource {

    private final PaymentHistory history;
    private final PrintPayments print;
    private final WorkplaceClock clock;
    private final Granted granted;
    private final Problems problems;

    PaymentResource(
            PaymentHistory history, PrintPayments print, WorkplaceClock clock, Granted granted, Problems problems) {
        this.history = history;
        this.print = print;
        this.clock = clock;
        this.granted = granted;
        this.problems = problems;
    }

    /** @param nextCursor missing on the last page */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PaymentsView(List<PaymentLine> items, UUID nextCursor) {}

    @GET
    @Transactional
    @Operation(
            summary = "Payments of a workplace",
            description =
                    "What paid a debt — a slip, a collection by NHIS, suspended money, something overpaid — and what"
                            + " was refunded, each with its kind, in the order it was noticed or booked, in pages; what was"
                            + " taken back carries reversedOn. With Accept: application/pdf all of them on paper (납부내역서)."
                            + " Problems: invalid-request, workplace-not-granted, too-many-to-print.")
    @APIResponse(
            responseCode = "200",
            description = "Payments",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = PaymentsView.class)),
                @Content(mediaType = Paper.PDF)
            })
    public Response list(
            @Parameter(required = true, example = "123-45-67891-6") @QueryParam("managementNo")
                    WorkplaceNumber workplace,
            @Parameter(description = "one slip and what else paid its debt") @QueryParam("slipId") UUID slipId,
            @Parameter(description = "as the slip has it", example = "2021") @QueryParam("insuranceYear")
                    Integer insuranceYear,
            @QueryParam("insurance") Insurance insurance,
            @Parameter(description = "first day of payment, inclusive", example = "2022-01-01") @QueryParam("from")
                    LocalDate from,
            @Parameter(description = "last day of payment, inclusive", example = "2022-12-31") @QueryParam("to")
                    LocalDate to,
            @QueryParam("kind") PaymentLine.Kind kind,
            @QueryParam("cursor") UUID cursor) {
        return answered(
                workplace, new PaymentHistory.Filter(slipId, insuranceYear, insurance, from, to, kind), filter -> {
                    Page<PaymentLine> page = history.page(workplace, filter, cursor);
                    return Response.ok(new PaymentsView(page.items(), page.next()))
                            .build();
                });
    }

    @GET
    @Produces(Paper.IF_ASKED_FOR)
    @Transactional
    @Operation(hidden = true)
    public Response paper(
            @QueryParam("managementNo") WorkplaceNumber workplace,
            @QueryParam("slipId") UUID slipId,
            @QueryParam("insuranceYear") Integer insuranceYear,
            @QueryParam("insurance") Insurance insurance,
            @QueryParam("from") LocalDate from,
            @QueryParam("to") LocalDate to,
            @QueryParam("kind") PaymentLine.Kind kind) {
        return answered(
                workplace, new PaymentHistory.Filter(slipId, insuranceYear, insurance, from, to, kind), filter -> {
                    List<PaymentLine> found = history.first(workplace, filter, PrintPayments.MOST + 1);
                    return found.size() > PrintPayments.MOST
                            ? problems.refusal(422, "too-many-to-print", PrintPayments.MOST)
                            : Paper.of(
                                    print.history(workplace, filter, found, clock.today(workplace)),
                                    "payments-" + workplace.digits());
                });
    }

    private Response answered(
            WorkplaceNumber workplace, PaymentHistory.Filter filter, Function<PaymentHistory.Filter, Response> answer) {
        boolean reversed =
                filter.from() != null && filter.to() != null && filter.to().isBefore(filter.from());
        return granted.forWorkplace(
                "managementNo",
                workplace,
                () -> reversed
                        ? problems.invalid(List.of(new FieldError("to", "days-reversed", List.of())))
                        : answer.apply(filter));
    }
}
