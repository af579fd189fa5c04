package kr.gosan.payment.suspense;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import kr.gosan.kernel.money.Won;

/**
 * What was decided about suspended money.
 *
 * @param noticeId of the bank that told of the money; or
 * @param collectionId that left it
 * @param slipId the slip it was applied to
 * @param bank of the account it goes back to
 * @param account masked
 * @param decidedBy missing while a return waits for the second operator
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Resolution(
        UUID resolutionId,
        UUID noticeId,
        UUID collectionId,
        Way way,
        Won amount,
        UUID slipId,
        String bank,
        String account,
        String reason,
        ResolutionState state,
        String proposedBy,
        String decidedBy) {

    /** Where suspended money goes. */
    public enum Way {
        /** Back to whoever paid it; by two operators. */
        RETURN,
        /** To a slip whose exact amount it is. */
        SLIP,
        /** To what the workplace has in arrears, as of the day it was paid. */
        ARREARS,
        /** Owed back by a refund: nothing is owed for it. */
        OVERPAYMENT
    }

    /** Which money it is about. */
    UUID moneyId() {
        return noticeId == null ? collectionId : noticeId;
    }
}
