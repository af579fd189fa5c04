package kr.gosan.platform.law;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LawParameter;
import kr.gosan.kernel.law.LawValue;

/**
 * Reads legal parameters from YAML, one series a file: {@code law/<id>.yaml}, listed in {@code law/index.txt}. Anything
 * that is not exactly right (an unknown key, an unquoted decimal, a missing source, values out of order) stops the start.
 */
public final class LawFiles {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private LawFiles() {}

    /** All series listed in {@code law/index.txt} of the class path that the loader sees. */
    public static LawBook read(ClassLoader loader) {
        List<LawParameter> parameters = new ArrayList<>();
        text(loader, "law/index.txt")
                .lines()
                .map(String::strip)
                .filter(id -> !id.isEmpty() && !id.startsWith("#"))
                .forEach(id -> {
                    LawParameter parameter = parse(id, text(loader, "law/" + id + ".yaml"));
                    if (!parameter.id().equals(id)) {
                        throw new IllegalArgumentException("law/" + id + ".yaml is called " + parameter.id());
                    }
                    parameters.add(parameter);
                });
        return new LawBook(parameters);
    }

    static LawParameter parse(String file, String yaml) {
        try {
            JsonNode root = YAML.readTree(yaml);
            only(root, Set.of("id", "unit", "basis", "verified_through", "note", "values"));
            List<LawValue> values = new ArrayList<>();
            root.required("values").forEach(value -> values.add(value(value)));
            return new LawParameter(
                    root.required("id").asText(),
                    LawValue.Unit.of(root.required("unit").asText()),
                    root.required("basis").asText(),
                    LocalDate.parse(root.required("verified_through").asText()),
                    values);
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("law/" + file + ".yaml: " + e.getMessage(), e);
        }
    }

    private static LawValue value(JsonNode value) {
        only(value, Set.of("applies_from", "value", "status", "source", "note"));
        JsonNode source = value.required("source");
        only(source, Set.of("document", "place"));
        LawValue.Standing standing = LawValue.Standing.valueOf(
                value.required("status").asText().toUpperCase(Locale.ROOT).replace('-', '_'));
        return new LawValue(
                LocalDate.parse(value.required("applies_from").asText()),
                standing == LawValue.Standing.UNKNOWN ? Optional.empty() : Optional.of(figure(value.required("value"))),
                standing,
                new LawValue.Source(
                        source.required("document").asText(),
                        source.required("place").asText()));
    }

    private static BigDecimal figure(JsonNode value) {
        if (!value.isTextual()) {
            throw new IllegalArgumentException("write the value in quotes: " + value);
        }
        return new BigDecimal(value.textValue());
    }

    private static void only(JsonNode node, Set<String> keys) {
        node.fieldNames().forEachRemaining(key -> {
            if (!keys.contains(key)) {
                throw new IllegalArgumentException("unknown key " + key);
            }
        });
    }

    private static String text(ClassLoader loader, String resource) {
        try (InputStream in = loader.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no " + resource);
            }
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
