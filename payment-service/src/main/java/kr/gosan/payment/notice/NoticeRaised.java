package kr.gosan.payment.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;

/**
 * Data of the event {@code kr.gosan.payment.notice-raised.v1}: everything a notification channel needs to tell the people
 * concerned, and nothing about them but who they are as members. Published in {@code docs/events}.
 *
 * @param textKey of the text in Korean and English
 * @param about the id of the event that tells the whole
 * @param amount missing where it is about no one amount
 * @param day the due date, the day of payment or of the decision; missing where the event names none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NoticeRaised(
        UUID noticeId,
        WorkplaceNumber managementNo,
        NoticeKind kind,
        String textKey,
        String about,
        LocalDate raisedOn,
        List<Recipient> recipients,
        UUID slipId,
        String ePaymentNo,
        Insurance insurance,
        Integer period,
        Won amount,
        LocalDate day) {

    static final String TYPE = "kr.gosan.payment.notice-raised.v1";

    enum Role {
        EMPLOYER,
        AGENCY
    }

    record Recipient(String memberId, Role role) {}
}
