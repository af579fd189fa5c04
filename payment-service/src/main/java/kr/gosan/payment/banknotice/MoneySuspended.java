package kr.gosan.payment.banknotice;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.debt.Channel;
import kr.gosan.payment.debt.Notice;
import kr.gosan.payment.debt.NoticeOutcome;
import kr.gosan.payment.debt.Slip;

/**
 * Data of the event {@code kr.gosan.payment.money-suspended.v1}.
 *
 * @param reason the notice's outcome
 * @param slipId the slip the money came for; missing, as workplace and insurance are, under an unknown number
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MoneySuspended(
        UUID noticeId,
        NoticeOutcome reason,
        UUID slipId,
        WorkplaceNumber managementNo,
        Insurance insurance,
        Won amount,
        LocalDate paidOn,
        Channel channel) {

    static final String TYPE = "kr.gosan.payment.money-suspended.v1";

    static MoneySuspended of(UUID noticeId, NoticeOutcome reason, Notice notice, Optional<Slip> slip) {
        return new MoneySuspended(
                noticeId,
                reason,
                slip.map(Slip::slipId).orElse(null),
                slip.map(s -> s.debt().managementNo()).orElse(null),
                slip.map(s -> s.debt().insurance()).orElse(null),
                notice.amount(),
                notice.paidOn(),
                notice.channel());
    }
}
