package kr.gosan.payment.autodebit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.account.Purpose;

/**
 * The order to debit one slip on its due date.
 *
 * @param requestId names the order for ever: it follows from slip and due date, so whoever plans it gives it the same
 * @param message what the institution is told; empty until it is
 * @param reason of a refusal or a skip
 * @param noticeId the money as it was taken in
 */
public record DebitOrder(
        UUID requestId,
        LocalDate dueDate,
        WorkplaceNumber managementNo,
        int insuranceYear,
        UUID slipId,
        OrderState state,
        Optional<Message> message,
        Optional<String> transactionId,
        Optional<String> reason,
        Optional<UUID> noticeId) {

    /**
     * Everything the institution is told. It is stored before it is sent and never changes, so that it can be said again.
     *
     * @param amount payable less the reduction, without the fee; positive
     * @param fee what the payer bears on top
     * @param orderedAt on the day the workplace lives
     */
    public record Message(
            UUID registrationId, Purpose purpose, Won amount, Won reduction, Won fee, Instant orderedAt) {}

    static UUID requestId(UUID slipId, LocalDate dueDate) {
        return UUID.nameUUIDFromBytes(("auto-debit " + slipId + " " + dueDate).getBytes(StandardCharsets.UTF_8));
    }
}
