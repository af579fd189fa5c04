package kr.gosan.payment.slip;

import java.time.LocalDate;
import java.util.UUID;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.debt.Channel;

/**
 * Money received for a slip.
 *
 * @param noticeId the bank notice that told of it
 * @param late paid after the due date as it stood then: the lump-sum discount, where there is one, stays owed
 */
public record Payment(
        UUID paymentId, UUID slipId, UUID noticeId, Won amount, LocalDate paidOn, boolean late, Channel channel) {}
