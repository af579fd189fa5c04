package kr.gosan.payment.institution;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;

/** Reads a signed answer; whatever does not fit is an {@link InstitutionFault}. */
record Answers(Institution institution, JsonNode node) {

    String text(String name) {
        JsonNode value = node.path(name);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw fault(name);
        }
        return value.textValue();
    }

    long number(String name) {
        JsonNode value = node.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw fault(name);
        }
        return value.longValue();
    }

    OffsetDateTime time(String name) {
        try {
            return OffsetDateTime.parse(text(name));
        } catch (DateTimeParseException e) {
            throw fault(name);
        }
    }

    <E extends Enum<E>> E one(String name, Class<E> type) {
        String value = text(name);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value))
                .findFirst()
                .orElseThrow(() -> fault(name));
    }

    /** Whether an order was carried out; otherwise it was refused. */
    boolean done() {
        return switch (text("outcome")) {
            case "DONE" -> true;
            case "REFUSED" -> false;
            default -> throw fault("outcome");
        };
    }

    InstitutionFault fault(String name) {
        return new InstitutionFault(institution, "an answer whose " + name + " cannot be read");
    }
}
