package kr.gosan.payment.channel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.time.KoreanTime;
import kr.gosan.payment.debt.Channel;
import kr.gosan.payment.debt.TransferOrder;

/**
 * Somebody pays, or asks whether one could.
 *
 * @param payable what the slip demands, positive
 * @param amount what is paid for it, without any fee
 * @param fee what was paid on top; empty when nobody told
 * @param instalment number of the instalment the slip is for, 0 when it is for something else
 * @param lastDay the last day the slip may be paid, inclusive
 * @param moment when it is paid; of a card, the approval
 */
public record Attempt(
        Channel channel,
        Won payable,
        Won amount,
        Optional<Won> fee,
        int instalment,
        LocalDate lastDay,
        Instant moment,
        Circumstances circumstances) {

    /**
     * What is known of slip and workplace besides.
     *
     * @param transfer how a transfer was ordered; at once where nothing else is told
     * @param virtualAccountUsed the slip's virtual account had a deposit before that was not taken back
     * @param mobileNotice the workplace applied for mobile notices
     * @param debitRun this service itself ordered the debit
     */
    public record Circumstances(
            TransferOrder transfer, boolean virtualAccountUsed, boolean mobileNotice, boolean debitRun) {

        /** An ordinary payment, without anything special. */
        public static final Circumstances PLAIN = new Circumstances(TransferOrder.IMMEDIATE, false, false, false);
    }

    LocalDate day() {
        return KoreanTime.dateOf(moment);
    }

    LocalTime time() {
        return KoreanTime.timeOf(moment).toLocalTime();
    }
}
