package kr.gosan.payment.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kr.gosan.kernel.money.Won;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;

/** The cases of a YAML file under {@code golden/}; each says where its figures come from. */
public final class Golden {

    private Golden() {}

    public static Stream<DynamicTest> cases(String file, Consumer<JsonNode> check) {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode node : read(file)) {
            String origin = node.required("origin").asText();
            Assertions.assertFalse(origin.isBlank(), file);
            tests.add(DynamicTest.dynamicTest(
                    node.required("case").asText() + " [" + origin + "]", () -> check.accept(node)));
        }
        return tests.stream();
    }

    public static Won won(JsonNode node, String field) {
        JsonNode amount = node.required(field);
        Assertions.assertTrue(amount.isIntegralNumber(), () -> "not won: " + node);
        return Won.of(amount.longValue());
    }

    private static JsonNode read(String file) {
        try (InputStream in = Golden.class.getResourceAsStream("/golden/" + file)) {
            JsonNode cases = new YAMLMapper().readTree(in);
            Assertions.assertTrue(cases.size() > 1, file);
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
