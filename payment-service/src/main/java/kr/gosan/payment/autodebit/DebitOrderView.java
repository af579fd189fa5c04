package kr.gosan.payment.autodebit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.account.Purpose;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The order to debit a slip. Amounts are there once it was sent.
 *
 * @param amount without the fee
 * @param reduction what the estimate is less for being debited
 * @param fee what the payer bears on top
 * @param transactionId of bank or card network, once debited
 * @param reason why nothing was debited
 */
@Schema(name = "DebitOrder")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DebitOrderView(
        UUID requestId,
        LocalDate dueDate,
        WorkplaceNumber managementNo,
        UUID slipId,
        OrderState state,
        Purpose purpose,
        Won amount,
        Won reduction,
        Won fee,
        String transactionId,
        String reason) {

    /** A page of orders. @param nextCursor missing on the last page */
    @Schema(name = "DebitOrders")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfRun(List<DebitOrderView> items, UUID nextCursor) {}

    static DebitOrderView of(DebitOrder order) {
        DebitOrder.Message message = order.message().orElse(null);
        return new DebitOrderView(
                order.requestId(),
                order.dueDate(),
                order.managementNo(),
                order.slipId(),
                order.state(),
                message == null ? null : message.purpose(),
                message == null ? null : message.amount(),
                message == null ? null : message.reduction(),
                message == null ? null : message.fee(),
                order.transactionId().orElse(null),
                order.reason().orElse(null));
    }
}
