package kr.gosan.payment.banknotice;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import kr.gosan.payment.debt.NoticeOutcome;
import kr.gosan.payment.slip.Payment;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a bank hears.
 *
 * @param outcome what became of the first notice with this transaction number
 * @param paymentId only when accepted
 * @param late only when accepted: paid after the due date
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NoticeAnswer(
        UUID noticeId,

        @Schema(
                implementation = String.class,
                enumeration = {"ACCEPTED", "UNKNOWN_NUMBER", "WRONG_AMOUNT", "ALREADY_PAID"})
        NoticeOutcome outcome,

        UUID paymentId,
        Boolean late) {

    static NoticeAnswer accepted(UUID noticeId, Payment payment) {
        return new NoticeAnswer(noticeId, NoticeOutcome.ACCEPTED, payment.paymentId(), payment.late());
    }

    static NoticeAnswer suspended(UUID noticeId, NoticeOutcome outcome) {
        return new NoticeAnswer(noticeId, outcome, null, null);
    }
}
