package kr.gosan.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** The fields of a message; a field that is missing, unknown or malformed is a {@link Problem}. */
record Fields(ObjectNode node) {

    static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final int LONGEST = 200;

    static Fields read(byte[] body, String... known) {
        JsonNode node;
        try {
            node = JSON.readTree(body);
        } catch (IOException notJson) {
            throw new Problem(400, "not-json");
        }
        if (!(node instanceof ObjectNode object)) {
            throw new Problem(400, "not-an-object");
        }
        return new Fields(object).knowing(known);
    }

    private Fields knowing(String... known) {
        Set<String> unknown = new TreeSet<>();
        node.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(Set.of(known));
        if (!unknown.isEmpty()) {
            throw Problem.field(unknown.iterator().next());
        }
        return this;
    }

    String text(String name) {
        return textIfAny(name).orElseThrow(() -> Problem.field(name));
    }

    Optional<String> textIfAny(String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()
                || value.textValue().isBlank()
                || value.textValue().length() > LONGEST) {
            throw Problem.field(name);
        }
        return Optional.of(value.textValue());
    }

    /** Digits of a number that may be written with hyphens. */
    String digits(String name) {
        String digits = text(name).replace("-", "");
        if (!digits.matches("[0-9]{4,30}")) {
            throw Problem.field(name);
        }
        return digits;
    }

    UUID id(String name) {
        return idIfAny(name).orElseThrow(() -> Problem.field(name));
    }

    Optional<UUID> idIfAny(String name) {
        try {
            return textIfAny(name).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            throw Problem.field(name);
        }
    }

    /** A number of won or of anything else, from a lowest on. */
    long number(String name, long lowest) {
        return numberIfAny(name, lowest).orElseThrow(() -> Problem.field(name));
    }

    Optional<Long> numberIfAny(String name, long lowest) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < lowest) {
            throw Problem.field(name);
        }
        return Optional.of(value.longValue());
    }

    boolean flag(String name) {
        JsonNode value = node.get(name);
        if (value != null && !value.isBoolean()) {
            throw Problem.field(name);
        }
        return value != null && value.booleanValue();
    }

    OffsetDateTime time(String name) {
        return timeIfAny(name).orElseThrow(() -> Problem.field(name));
    }

    Optional<OffsetDateTime> timeIfAny(String name) {
        try {
            return textIfAny(name).map(OffsetDateTime::parse);
        } catch (DateTimeParseException e) {
            throw Problem.field(name);
        }
    }

    Optional<Fields> objectIfAny(String name, String... known) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!(value instanceof ObjectNode object)) {
            throw Problem.field(name);
        }
        return Optional.of(new Fields(object).knowing(known));
    }

    static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.field("day");
        }
    }

    /** The day in Seoul. */
    static LocalDate day(OffsetDateTime time) {
        return time.atZoneSameInstant(SEOUL).toLocalDate();
    }

    static OffsetDateTime now() {
        return OffsetDateTime.now(SEOUL);
    }

    static byte[] bytes(JsonNode node) {
        try {
            return JSON.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
