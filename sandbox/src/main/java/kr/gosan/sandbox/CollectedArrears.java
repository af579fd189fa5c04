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

    /** {@code {"collectionId": …, "managementNo": …, "amount": …, "collectedAt": …}} */
    JsonNode tell(byte[] body) {
        Fields request = Fields.read(body, "collectionId", "managementNo", "amount", "collectedAt", "insurance");
        ObjectNode message = Fields.JSON.createObjectNode();
        message.put(
                "collectionId",
                request.textIfAny("collectionId")
                        .orElseGet(() -> UUID.randomUUID().toString()));
        message.put("managementNo", request.text("managementNo")).put("amount", request.number("amount", 1));
        message.put(
                "collectedAt",
                request.timeIfAny("collectedAt").orElseGet(Fields::now).toString());
        request.textIfAny("insurance").ifPresent(insurance -> message.put("insurance", insurance));
        return notices.deliver(Player.NHIS, Messages.COLLECTIONS, message);
    }
}
