package kr.gosan.platform.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/** An event as it was received: a CloudEvents 1.0 envelope in structured JSON mode. */
public record CloudEvent(String id, String source, String type, String key, String correlationId, JsonNode data) {

    static String write(
            ObjectMapper mapper,
            String id,
            String source,
            String type,
            String key,
            OffsetDateTime time,
            String correlationId,
            String data) {
        try {
            ObjectNode event = mapper.createObjectNode()
                    .put("specversion", "1.0")
                    .put("id", id)
                    .put("source", source)
                    .put("type", type)
                    .put("subject", key)
                    .put("time", time.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME))
                    .put("datacontenttype", "application/json")
                    .put("correlationid", correlationId);
            event.set("data", mapper.readTree(data));
            return mapper.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads an envelope; throws {@link PoisonEvent} when it is not one. */
    static CloudEvent read(ObjectMapper mapper, String json) {
        JsonNode event;
        try {
            event = mapper.readTree(json);
        } catch (JsonProcessingException e) {
            throw new PoisonEvent("not JSON");
        }
        return new CloudEvent(
                text(event, "id"),
                text(event, "source"),
                text(event, "type"),
                text(event, "subject"),
                event.path("correlationid").asText(null),
                event.path("data"));
    }

    /** The data as a record of the consumer's own; throws {@link PoisonEvent} when it does not fit. */
    public <T> T data(ObjectMapper mapper, Class<T> type) {
        try {
            return mapper.treeToValue(data, type);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new PoisonEvent("data of " + this.type + " does not fit " + type.getSimpleName());
        }
    }

    private static String text(JsonNode event, String field) {
        String text = event.path(field).asText("");
        if (text.isEmpty()) {
            throw new PoisonEvent("no " + field);
        }
        return text;
    }
}
