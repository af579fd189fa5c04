package kr.gosan.payment.notice;

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
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.Granted;
import kr.gosan.payment.Page;
import kr.gosan.platform.identity.MemberType;
import kr.gosan.platform.problem.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What an employer was told about its slips and its money, over HTTP. */
@Path("/payment/v1/notices")
@Tag(name = "Notices")
@RolesAllowed({MemberType.EMPLOYER, MemberType.AGENCY, MemberType.OPERATOR})
@Produces(MediaType.APPLICATION_JSON)
public final class NoticeResource {

    private final EmployerNoticeStore store;
    private final Granted granted;
    private final Problems problems;

    NoticeResource(EmployerNoticeStore store, Granted granted, Problems problems) {
        this.store = store;
        this.granted = granted;
        this.problems = problems;
    }

    /** @param nextCursor missing on the last page */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NoticesView(List<NoticeView> items, UUID nextCursor) {}

    /**
     * @param text in the caller's language
     * @param day the due date, the day of payment or of the decision
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NoticeView(
            UUID noticeId,
            NoticeKind kind,
            String text,
            LocalDate raisedOn,
            UUID slipId,
            String ePaymentNo,
            Insurance insurance,
            Integer period,
            Won amount,
            LocalDate day) {}

    @GET
    @Operation(
            summary = "What the employer of a workplace was told",
            description = "Notices about slips, payments, arrears and refunds, the newest first, in pages."
                    + " Problems: invalid-request, workplace-not-granted.")
    @APIResponse(
            responseCode = "200",
            description = "The notices",
            content = @Content(schema = @Schema(implementation = NoticesView.class)))
    public Response notices(
            @Parameter(required = true, example = "123-45-67891-6") @QueryParam("managementNo")
                    WorkplaceNumber workplace,
            @QueryParam("cursor") UUID cursor) {
        return granted.forWorkplace("managementNo", workplace, () -> {
            Page<NoticeView> page = store.ofWorkplace(workplace, cursor).map(this::view);
            return Response.ok(new NoticesView(page.items(), page.next())).build();
        });
    }

    private NoticeView view(NoticeRaised notice) {
        return new NoticeView(
                notice.noticeId(),
                notice.kind(),
                problems.text(
                        notice.textKey(),
                        notice.insurance() == null ? "" : problems.text("insurance-" + notice.insurance()),
                        notice.amount() == null ? "" : notice.amount().toString(),
                        notice.day() == null ? "" : notice.day().toString(),
                        notice.ePaymentNo() == null ? "" : notice.ePaymentNo()),
                notice.raisedOn(),
                notice.slipId(),
                notice.ePaymentNo(),
                notice.insurance(),
                notice.period(),
                notice.amount(),
                notice.day());
    }
}
