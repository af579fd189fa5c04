package kr.gosan.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The bank sends the money of a transfer back by itself, and tells so. */
final class ReturnedTransfers {

    private static final List<String> REASONS = List.of("NO_SUCH_ACCOUNT", "ACCOUNT_CLOSED", "HOLDER_DIFFERS");

    private final Orders orders;
    private final Notices notices;

    ReturnedTransfers(Orders orders, Notices notices) {
        this.orders = orders;
        this.notices = notices;
    }

    /** {@code {"transferId": …, "reason": "ACCOUNT_CLOSED", "at": …}}; {@code transferId} is the agency's request id. */
    JsonNode sendBack(byte[] body) {
        Fields request = Fields.read(body, "transferId", "reason", "at", "hostile");
        String reason = request.textIfAny("reason").orElse("ACCOUNT_CLOSED");
        if (!REASONS.contains(reason)) {
            throw Problem.field("reason");
        }
        Hostility hostile = Hostility.of(request);
        Orders.Back back = orders.takeBack(Player.WOORI, request.id("transferId"), reason, request.timeIfAny("at"));
        ObjectNode answer = Fields.JSON
                .createObjectNode()
                .put("transactionId", back.movement().transactionId())
                .put("amount", back.movement().amount());
        ArrayNode results = answer.putArray("notices");
        if (hostile.lose()) {
            results.addObject().put("delivery", "LOST");
        } else {
            for (int i = 0; i < hostile.copies(); i++) {
                results.add(notices.deliver(Player.WOORI, Messages.TRANSFER_RETURNS, Messages.transferReturn(back)));
            }
        }
        return answer;
    }
}
