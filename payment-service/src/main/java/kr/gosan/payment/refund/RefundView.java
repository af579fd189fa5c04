package kr.gosan.payment.refund;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.refund.rules.RefundCause;
import kr.gosan.payment.refund.rules.RefundState;

/**
 * A refund as it is shown. Account numbers are masked.
 *
 * @param owed at first
 * @param left of it, with the interest that was decided
 * @param payableUntil last day before the right to it lapses (보험료징수법 §41①)
 * @param step version of the refund: what {@code If-Match} takes
 * @param waitsFor what stands against it while it waits: the code it would be refused with; missing when it can be proposed
 * @param offer what would become of it today, or, as an answer to a decision, what was decided
 * @param history everything that happened; only where one refund is read
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RefundView(
        UUID refundId,
        WorkplaceNumber managementNo,
        int insuranceYear,
        UUID returnId,
        Insurance insurance,
        RefundCause cause,
        UUID causeId,
        LocalDate arisenOn,
        LocalDate interestFrom,
        LocalDate payableUntil,
        Won owed,
        Map<Fund, Won> left,
        Won interest,
        RefundState state,
        int step,
        String waitsFor,
        RefundOffer offer,
        List<StepView> history) {

    /** @param memberId missing where nobody decided */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StepView(
            int step,
            RefundState.Cause cause,
            RefundState state,
            String memberId,
            LocalDate happenedOn,
            JsonNode detail) {

        static StepView of(RefundStep step) {
            return new StepView(
                    step.step(),
                    step.cause(),
                    step.state(),
                    step.memberId().orElse(null),
                    step.happenedOn(),
                    step.detail());
        }
    }

    /** Without what would become of it. */
    static RefundView of(Refund refund) {
        return of(refund, null, null, null);
    }

    static RefundView of(Refund refund, String waitsFor, RefundOffer offer, List<RefundStep> history) {
        return new RefundView(
                refund.refundId(),
                refund.debt().managementNo(),
                refund.debt().insuranceYear(),
                refund.debt().returnId(),
                refund.debt().insurance(),
                refund.cause(),
                refund.causeId(),
                refund.arisenOn(),
                refund.interestFrom().orElse(null),
                refund.payableUntil().orElse(null),
                refund.owedInAll(),
                refund.left(),
                refund.interest(),
                refund.state(),
                refund.step(),
                waitsFor,
                offer,
                history == null ? null : history.stream().map(StepView::of).toList());
    }
}
