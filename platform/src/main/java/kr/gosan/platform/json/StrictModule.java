package kr.gosan.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.UUID;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.BusinessNumber;
import kr.gosan.kernel.number.InvalidNumber;
import kr.gosan.kernel.number.ResidentNumber;
import kr.gosan.kernel.number.WorkplaceNumber;

/** How each simple value of a request is read: the right token and the right form, or a field error and null. */
final class StrictModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    private static final int DATE_LENGTH = "uuuu-MM-dd".length();

    /** Turns a token's text into a value, or throws {@link Refusal}. */
    private interface Reading<T> {
        T of(String text);
    }

    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Object[] args;

        Refusal(String code, Object... args) {
            super(code, null, false, false);
            this.args = args;
        }
    }

    StrictModule() {
        add(String.class, JsonToken.VALUE_STRING, "text-expected", StrictModule::text);
        add(Won.class, JsonToken.VALUE_NUMBER_INT, "whole-won-expected", StrictModule::won);
        add(Integer.class, JsonToken.VALUE_NUMBER_INT, "whole-number-expected", StrictModule::integer);
        add(LocalDate.class, JsonToken.VALUE_STRING, "date-expected", StrictModule::date);
        add(OffsetDateTime.class, JsonToken.VALUE_STRING, "time-expected", StrictModule::time);
        add(UUID.class, JsonToken.VALUE_STRING, "id-expected", StrictModule::uuid);
        add(WorkplaceNumber.class, JsonToken.VALUE_STRING, "workplace-number-invalid", WorkplaceNumber::of);
        add(BusinessNumber.class, JsonToken.VALUE_STRING, "business-number-invalid", BusinessNumber::of);
        add(ResidentNumber.class, JsonToken.VALUE_STRING, "resident-number-invalid", ResidentNumber::of);
        addDeserializer(Boolean.class, new JsonDeserializer<>() {
            @Override
            public Boolean deserialize(JsonParser parser, DeserializationContext context) throws IOException {
                return switch (parser.currentToken()) {
                    case VALUE_TRUE -> true;
                    case VALUE_FALSE -> false;
                    default -> refused(parser, context, "true-or-false-expected");
                };
            }
        });
        setDeserializerModifier(new BeanDeserializerModifier() {
            private static final long serialVersionUID = 1L;

            @Override
            public JsonDeserializer<?> modifyEnumDeserializer(
                    DeserializationConfig config, JavaType type, BeanDescription bean, JsonDeserializer<?> standard) {
                return scalar(JsonToken.VALUE_STRING, "code-unknown", text -> constant(type.getRawClass(), text));
            }
        });
    }

    static FieldErrors errors(DeserializationContext context) {
        return (FieldErrors) context.getAttribute(FieldErrors.class);
    }

    static String pointer(JsonParser parser) {
        return parser.getParsingContext().pathAsPointer().toString();
    }

    private <T> void add(Class<T> type, JsonToken token, String code, Reading<T> reading) {
        addDeserializer(type, scalar(token, code, reading));
    }

    private static <T> JsonDeserializer<T> scalar(JsonToken token, String code, Reading<T> reading) {
        return new JsonDeserializer<>() {
            @Override
            public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
                if (parser.currentToken() != token) {
                    return refused(parser, context, code);
                }
                try {
                    return reading.of(parser.getText());
                } catch (Refusal e) {
                    return refused(parser, context, e.getMessage(), e.args);
                } catch (InvalidNumber e) {
                    return refused(parser, context, e.code());
                }
            }
        };
    }

    private static <T> T refused(JsonParser parser, DeserializationContext context, String code, Object... args)
            throws IOException {
        errors(context).add(pointer(parser), code, args);
        parser.skipChildren();
        return null;
    }

    private static String text(String text) {
        // A control character has no place in a name or a remark; PostgreSQL can store neither a NUL nor half a
        // character.
        boolean encodable = StandardCharsets.UTF_8.newEncoder().canEncode(text);
        if (!encodable || text.chars().anyMatch(Character::isISOControl)) {
            throw new Refusal("text-invalid");
        }
        return text;
    }

    private static Won won(String text) {
        BigInteger amount = new BigInteger(text);
        if (amount.signum() < 0) {
            throw new Refusal("won-negative");
        }
        if (amount.compareTo(BigInteger.valueOf(Won.MAX_INPUT.amount())) > 0) {
            throw new Refusal("won-too-large", Won.MAX_INPUT.amount());
        }
        return Won.of(amount.longValueExact());
    }

    private static Integer integer(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw new Refusal("whole-number-expected");
        }
    }

    private static LocalDate date(String text) {
        try {
            return StrictDates.day(text);
        } catch (DateTimeException e) {
            throw new Refusal("date-expected");
        }
    }

    private static OffsetDateTime time(String text) {
        try {
            date(text.substring(0, Math.min(DATE_LENGTH, text.length())));
            return OffsetDateTime.parse(text);
        } catch (Refusal | DateTimeException e) {
            throw new Refusal("time-expected");
        }
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Refusal("id-expected");
        }
    }

    private static Object constant(Class<?> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(text))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        "code-unknown",
                        String.join(
                                ", ",
                                Arrays.stream(type.getEnumConstants())
                                        .map(c -> ((Enum<?>) c).name())
                                        .toList())));
    }
}
