package kr.gosan.payment.slip;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.debt.Channel;

/**
 * Money received for a slip.
 *
 * @param noticeId the bank notice that told of it
 * @param autoDebitReduction what the slip is settled with beside the money, because it was debited automatically
 * @param late paid after the due date as it stood then: the lump-sum discount, where there is one, stays owed
 * @param reversedOn the day the bank took it back; missing while it counts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Payment(
        UUID paymentId,
        UUID slipId,
        UUID noticeId,
        Won amount,
        Won autoDebitReduction,
        LocalDate paidOn,
        boolean late,
        Channel channel,
        LocalDate reversedOn) {}
