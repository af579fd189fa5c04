package kr.gosan.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** 국민건강보험공단 tells what it has collected of the arrears it was given. */
final class CollectedArrears {

    private final Notices notices;

    CollectedArrears(Notices notices) {
        this.notices = notices;
    }

    /** {@code {"managementNo": …, "insurance": "IA", "amount": …, "collectedOn": …}} */
    JsonNode tell(byte[] body) {
        Fields request = Fields.read(
                body, "nhisTransactionId", "managementNo", "insurance", "amount", "collectionCost", "collectedOn");
        ObjectNode message = Fields.JSON.createObjectNode();
        message.put(
                "nhisTransactionId",
                request.textIfAny("nhisTransactionId").orElseGet(() -> "NHIS-" + UUID.randomUUID()));
        message.put("managementNo", request.text("managementNo")).put("amount", request.number("amount", 1));
        request.textIfAny("insurance").ifPresent(insurance -> message.put("insurance", insurance));
        request.numberIfAny("collectionCost", 0).ifPresent(cost -> message.put("collectionCost", cost));
        message.put(
                "collectedOn",
                Fields.day(request.textIfAny("collectedOn")
                                .orElseGet(() -> Fields.day(Fields.now()).toString()))
                        .toString());
        return notices.deliver(Player.NHIS, Messages.COLLECTIONS, message);
    }
}
