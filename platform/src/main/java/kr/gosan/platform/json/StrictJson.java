package kr.gosan.platform.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads a request body and tells everything that is wrong with it at once: two values for one field, unknown fields,
 * wrong types, numbers out of range, malformed numbers of persons and workplaces. Nothing is coerced or guessed.
 */
public final class StrictJson {

    private static final int MAX_DEPTH = 32;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(40)
                    .maxNameLength(200)
                    .build())
            .build();

    private static final ObjectMapper MAPPER = JsonMapper.builder(FACTORY)
            .addModule(new StrictModule())
            .addHandler(new ShapeErrors())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private StrictJson() {}

    /**
     * The text of a body: UTF-8 and nothing else (RFC 8259 §8.1), without the byte order mark that some clients put first.
     * Throws {@link InvalidRequest}.
     */
    public static String text(byte[] json) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(json))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new InvalidRequest(List.of(new FieldErrors.FieldError("", "json-not-utf-8", List.of())));
        }
    }

    /** The body, checked; throws {@link InvalidRequest} with all errors. */
    public static <T extends RequestBody> T read(byte[] json, Class<T> type) {
        return read(text(json), type);
    }

    /** The body, checked; throws {@link InvalidRequest} with all errors. */
    public static <T extends RequestBody> T read(String json, Class<T> type) {
        FieldErrors errors = new FieldErrors();
        T body = null;
        try {
            if (json.isEmpty()) {
                errors.add("", "body-required");
                errors.throwIfAny();
            }
            findDuplicates(json, errors);
            body = MAPPER.readerFor(type)
                    .withAttribute(FieldErrors.class, errors)
                    .readValue(json);
        } catch (JsonProcessingException e) {
            // Also a body that stops in the middle, or holds only white space. But a field with two values may not be
            // bound, and then the first pass has told why.
            if (errors.isEmpty() || !(e instanceof DatabindException)) {
                errors.add(
                        "",
                        "json-malformed",
                        e.getLocation() == null ? 0 : e.getLocation().getCharOffset());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (body == null && errors.isEmpty()) {
            errors.add("", "body-required");
        }
        if (body != null) {
            body.check(errors);
        }
        errors.throwIfAny();
        return body;
    }

    private static void findDuplicates(String json, FieldErrors errors) throws IOException {
        Deque<Set<String>> objects = new ArrayDeque<>();
        try (JsonParser parser = FACTORY.createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                switch (token) {
                    case START_OBJECT -> objects.push(new HashSet<>());
                    case END_OBJECT -> objects.pop();
                    case FIELD_NAME -> {
                        if (!objects.peek().add(parser.currentName())) {
                            errors.add(StrictModule.pointer(parser), "two-values");
                        }
                    }
                    default -> {}
                }
            }
        }
    }
}
