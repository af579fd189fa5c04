package kr.gosan.payment.banknotice;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import kr.gosan.payment.debt.NoticeOutcome;
import kr.gosan.payment.slip.Payment;

/**
 * What a bank hears of a message that was taken.
 *
 * @param outcome what became of the first message with this transaction number
 * @param paymentId of the payment that was accepted or taken back
 * @param late only when accepted: paid after the due date
 * @param refusal only of {@code CHANNEL_REFUSED}: what the way of payment does not take
 * @param replacedBy only of {@code SLIP_CANCELLED}: e-payment number of the slip that took its place, if any
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NoticeAnswer(
        UUID noticeId, NoticeOutcome outcome, UUID paymentId, Boolean late, String refusal, String replacedBy) {

    static NoticeAnswer accepted(UUID noticeId, Payment payment) {
        return new NoticeAnswer(noticeId, NoticeOutcome.ACCEPTED, payment.paymentId(), payment.late(), null, null);
    }

    static NoticeAnswer of(UUID noticeId, NoticeOutcome outcome) {
        return new NoticeAnswer(noticeId, outcome, null, null, null, null);
    }

    /** @param detail what was kept with the outcome; null when nothing */
    static NoticeAnswer of(UUID noticeId, NoticeOutcome outcome, String detail) {
        return new NoticeAnswer(
                noticeId,
                outcome,
                null,
                null,
                outcome == NoticeOutcome.CHANNEL_REFUSED ? detail : null,
                outcome == NoticeOutcome.SLIP_CANCELLED ? detail : null);
    }

    NoticeAnswer withPayment(Payment payment) {
        return new NoticeAnswer(noticeId, outcome, payment.paymentId(), null, refusal, replacedBy);
    }
}
