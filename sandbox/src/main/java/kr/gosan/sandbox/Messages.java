package kr.gosan.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.Optional;
import kr.gosan.sandbox.Journal.Movement;

/** The messages to payment-service, as it reads them. */
final class Messages {

    static final String INQUIRIES = "/payment/v1/bank-inquiries";
    static final String NOTICES = "/payment/v1/bank-notices";
    static final String COLLECTIONS = "/payment/v1/arrears-collections";

    static final String TRANSFER_RETURNS = "/payment/v1/bank-transfer-returns";

    private Messages() {}

    static ObjectNode inquiry(String channel, OffsetDateTime at, Fields payment) {
        ObjectNode inquiry = Fields.JSON.createObjectNode();
        inquiry.put("channel", channel).put("at", at.toString());
        payment.textIfAny("virtualAccountNo").ifPresent(number -> inquiry.put("virtualAccountNo", number));
        payment.textIfAny("ePaymentNo").ifPresent(number -> inquiry.put("ePaymentNo", number));
        payment.textIfAny("managementNo").ifPresent(number -> inquiry.put("managementNo", number));
        payment.textIfAny("transfer").ifPresent(transfer -> inquiry.put("transfer", transfer));
        payment.numberIfAny("amount", 1).ifPresent(amount -> inquiry.put("amount", amount));
        return inquiry;
    }

    /**
     * What may be paid, from the slips the agency names: the first it takes, or why it takes none.
     *
     * @throws Problem 422 with the agency's code
     */
    static JsonNode payable(JsonNode answer) {
        JsonNode items = answer.path("items");
        if (items.isEmpty()) {
            throw new Problem(422, "NOTHING_TO_PAY");
        }
        for (JsonNode item : items) {
            if (item.path("refusal").path("code").isMissingNode()) {
                return item;
            }
        }
        throw new Problem(422, items.get(0).path("refusal").path("code").asText());
    }

    /** @param amount what the notice says instead of what moved */
    static ObjectNode notice(Movement movement, Fields payment, Optional<Long> amount) {
        ObjectNode notice = Fields.JSON.createObjectNode();
        notice.put("bankTransactionId", movement.transactionId());
        if (movement.virtualAccountNo() == null) {
            notice.put("ePaymentNo", movement.ePaymentNo());
        } else {
            notice.put("institution", institution(movement.player()))
                    .put("virtualAccountNo", movement.virtualAccountNo());
        }
        notice.put("amount", amount.orElse(movement.amount()))
                .put("paidAt", movement.at().toString())
                .put("channel", movement.channel());
        if (movement.fee() > 0) {
            notice.put("fee", movement.fee());
        }
        payment.textIfAny("transfer").ifPresent(transfer -> notice.put("transfer", transfer));
        return notice;
    }

    static ObjectNode reversal(Movement movement) {
        return Fields.JSON
                .createObjectNode()
                .put("kind", "REVERSAL")
                .put("institution", institution(movement.player()))
                .put("bankTransactionId", movement.transactionId())
                .put("originalTransactionId", movement.reverses())
                .put("amount", movement.amount())
                .put("reversedAt", movement.at().toString());
    }

    static ObjectNode transferReturn(Orders.Back back) {
        return Fields.JSON
                .createObjectNode()
                .put("bankTransactionId", back.movement().transactionId())
                .put("requestId", back.movement().requestId().toString())
                .put("amount", back.movement().amount())
                .put("reason", back.reason())
                .put("returnedAt", back.movement().at().toString());
    }

    /** As payment-service names it. */
    private static String institution(Player player) {
        return switch (player) {
            case WOORI, HANA -> "BANK_" + player;
            case GIRO, CARD, NHIS -> player.name();
        };
    }
}
