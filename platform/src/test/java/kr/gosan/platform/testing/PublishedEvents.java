package kr.gosan.platform.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;

/** The published contracts in {@code docs/events}: what producers' output must fit and consumers must be able to read. */
public final class PublishedEvents {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PublishedEvents() {}

    /** Fails unless the whole event fits the JSON Schema of its type. */
    public static void assertFits(JsonNode event) {
        String type = event.path("type").asText();
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(read(type + ".schema.json"), InputFormat.JSON);
        Assertions.assertEquals(
                "[]", schema.validate(event.toString(), InputFormat.JSON).toString(), type);
    }

    /** The published example of an event type: a whole envelope. */
    public static String example(String type) {
        return read(type + ".example.json");
    }

    public static JsonNode exampleTree(String type) {
        try {
            return MAPPER.readTree(example(type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(String file) {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(directory.resolve("docs/events"))) {
            directory = directory.getParent();
        }
        try {
            return Files.readString(directory.resolve("docs/events").resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
