package kr.gosan.platform.http;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.platform.json.FieldErrors.FieldError;
import kr.gosan.platform.json.InvalidRequest;
import kr.gosan.platform.json.StrictDates;

/** Workplace numbers, ids, dates, months, numbers and truth values in paths and queries: of the right form, or a problem document. */
@Provider
public final class Parameters implements ParamConverterProvider {

    private static final Map<Class<?>, Function<String, ?>> READINGS = Map.of(
            String.class,
            Parameters::text,
            WorkplaceNumber.class,
            WorkplaceNumber::of,
            UUID.class,
            UUID::fromString,
            LocalDate.class,
            StrictDates::day,
            YearMonth.class,
            StrictDates::month,
            Integer.class,
            Integer::valueOf,
            Boolean.class,
            Parameters::truth);

    /** As it is, but for control characters: they mean nothing here, and PostgreSQL does not take a NUL. */
    private static String text(String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException();
        }
        return text;
    }

    /** Anything but the two words is an error: {@code dryRun=yes} must not file for real. */
    private static Boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        };
    }

    /** Whether the text can be read as a value of the type, or names one of its constants; of other types, always. */
    static boolean readable(Class<?> type, String text) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .anyMatch(each -> ((Enum<?>) each).name().equals(text));
        }
        Function<String, ?> reading = READINGS.get(type);
        try {
            return reading == null || reading.apply(text) != null;
        } catch (IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        Function<String, ?> reading = READINGS.get(type);
        if (reading == null) {
            return null;
        }
        return new ParamConverter<>() {
            @Override
            public T fromString(String value) {
                try {
                    return value == null ? null : (T) reading.apply(value);
                } catch (IllegalArgumentException | DateTimeException e) {
                    // ParameterFilter told of it already, by name, except for headers. Anything but a
                    // WebApplicationException would be answered as "not found" by JAX-RS.
                    throw new BadRequestException(
                            new InvalidRequest(List.of(new FieldError("", "parameter-invalid", List.of()))));
                }
            }

            @Override
            public String toString(T value) {
                return value instanceof WorkplaceNumber number ? number.digits() : value.toString();
            }
        };
    }
}
