package kr.gosan.payment.refund;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Optional;
import kr.gosan.payment.refund.rules.RefundState;

/**
 * One thing that happened to a refund.
 *
 * @param memberId empty where nobody decided: the day passed, or the bank answered
 * @param detail what was proposed, approved or answered; never an account number
 */
public record RefundStep(
        int step,
        RefundState.Cause cause,
        RefundState state,
        Optional<String> memberId,
        LocalDate happenedOn,
        JsonNode detail) {}
