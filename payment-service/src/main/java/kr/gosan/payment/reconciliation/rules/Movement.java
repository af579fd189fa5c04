package kr.gosan.payment.reconciliation.rules;

import java.time.Instant;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.debt.Channel;

/**
 * A movement of money as one side tells it.
 *
 * @param transactionId the institution's number of it
 * @param reversal money that went back
 * @param ePaymentNo digits; null where the other number is told, and of a reversal
 * @param virtualAccountNo digits; null where the other number is told, and of a reversal
 * @param reverses the payment a reversal takes back; else null
 * @param amount of a reversal as told, null when not
 * @param fee null when not told: then it differs from nothing
 * @param at to the second
 * @param channel null where it is not told
 */
public record Movement(
        String transactionId,
        boolean reversal,
        String ePaymentNo,
        String virtualAccountNo,
        String reverses,
        Won amount,
        Won fee,
        Instant at,
        Channel channel) {}
