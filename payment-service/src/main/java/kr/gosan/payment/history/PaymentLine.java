package kr.gosan.payment.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.debt.Channel;
import kr.gosan.payment.debt.DebtKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A payment on a debt, or money given back, with what it was for.
 *
 * @param paymentId of a payment on a slip its payment, else what the books keep of it
 * @param slipId the slip that was paid; only of those
 * @param noticeId the bank notice that told of a paid slip
 * @param amount more than zero, whichever way the money went
 * @param paidOn the day it counts as paid, collected, offset or given back; of a card, the day of approval
 * @param late paid after the due date as it stood then: the lump-sum discount, where there is one, stays owed
 * @param channel only of a paid slip
 * @param reversedOn the day the bank, or NHIS, took it back: it counts for nothing; missing while it counts
 * @param ePaymentNo only of a paid slip
 * @param insuranceYear the year whose premium the return confirms; of a charge, the year it belongs to
 * @param period 0 for a lump sum and for what has no periods, else 1 to 4
 */
@Schema(name = "Payment")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaymentLine(
        Kind kind,
        UUID paymentId,
        UUID slipId,
        UUID noticeId,
        Won amount,
        LocalDate paidOn,
        boolean late,
        Channel channel,
        LocalDate reversedOn,
        String ePaymentNo,
        DebtKind debtKind,
        int insuranceYear,
        Insurance insurance,
        int period) {

    /** How something was paid, or given back. */
    public enum Kind {
        /** A slip was paid. */
        SLIP,
        /** The National Health Insurance Service collected arrears. */
        COLLECTED,
        /** Money that had settled nothing paid arrears. */
        FROM_SUSPENSE,
        /** Something overpaid paid this (보험료징수법 §23①). */
        OFFSET,
        /** Something overpaid was given back to the employer. */
        REFUNDED,
        /** What was given back came back. */
        REFUND_RETURNED;

        /** Whether it pays something that was owed; otherwise it gives back. */
        public boolean pays() {
            return this != REFUNDED && this != REFUND_RETURNED;
        }
    }

    public boolean reversed() {
        return reversedOn != null;
    }
}
