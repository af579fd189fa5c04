package kr.gosan.platform.law;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LawParameter;
import kr.gosan.kernel.law.LawValue;

/**
 * Reads legal parameters from YAML, one series a file: {@code law/<id>.yaml}. A service's own are listed in its
 * {@code law/index.txt}; those that more than one service needs lie in the kernel, listed in {@code law/shared.txt}.
 * Anything that is not exactly right (an unknown key, an unquoted decimal, a missing source, values out of order, a series
 * listed twice) stops the start.
 */
public final class LawFiles {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private LawFiles() {}

    /** The series of the service whose class path the loader sees, with the shared ones. */
    public static LawBook read(ClassLoader loader) {
        return read(loader, Optional.empty());
    }

    /**
     * All shipped series, with those of a directory: each {@code <id>.yaml} in it replaces the series of that id, whole,
     * or adds one. So an operator brings in a new rate without a new build. The files are held to the same rules as the
     * shipped ones; and a series keeps its unit, since the calculation relies on it. Names that begin with a dot are
     * passed over; anything else in the directory stops the start.
     */
    public static LawBook read(ClassLoader loader, Optional<Path> directory) {
        Map<String, LawParameter> series = new LinkedHashMap<>();
        listed(LawBook.class.getClassLoader(), "law/shared.txt", series);
        listed(loader, "law/index.txt", series);
        directory.ifPresent(found -> files(found).forEach(file -> {
            String name = file.getFileName().toString();
            if (!name.endsWith(".yaml") || !Files.isRegularFile(file)) {
                throw new IllegalArgumentException(file + " is no <id>.yaml");
            }
            LawParameter parameter =
                    named(name.substring(0, name.length() - ".yaml".length()), file.toString(), text(file));
            LawParameter shipped = series.put(parameter.id(), parameter);
            if (shipped != null && shipped.unit() != parameter.unit()) {
                throw new IllegalArgumentException(file + ": the unit was " + shipped.unit());
            }
        }));
        return new LawBook(series.values());
    }

    private static void listed(ClassLoader loader, String index, Map<String, LawParameter> series) {
        text(loader, index)
                .lines()
                .map(String::strip)
                .filter(id -> !id.isEmpty() && !id.startsWith("#"))
                .forEach(id -> {
                    LawParameter parameter = named(id, "law/" + id + ".yaml", text(loader, "law/" + id + ".yaml"));
                    if (series.put(id, parameter) != null) {
                        throw new IllegalArgumentException(index + " names " + id + " once more");
                    }
                });
    }

    private static LawParameter named(String id, String file, String yaml) {
        LawParameter parameter = parse(file, yaml);
        if (!parameter.id().equals(id)) {
            throw new IllegalArgumentException(file + " is called " + parameter.id());
        }
        return parameter;
    }

    private static List<Path> files(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read the law directory " + directory, e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read as text: " + e.getMessage(), e);
        }
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
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
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
