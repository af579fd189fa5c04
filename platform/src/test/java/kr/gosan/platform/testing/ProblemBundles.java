package kr.gosan.platform.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Assertions;

/** Every problem code has a text in both languages. */
public final class ProblemBundles {

    private ProblemBundles() {}

    public static void assertSameKeys(String service) {
        Assertions.assertEquals(keys(service, "ko"), keys(service, "en"));
    }

    private static java.util.Set<String> keys(String service, String language) {
        String file = "problems/" + service + "_" + language + ".properties";
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            Properties texts = new Properties();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new java.util.TreeSet<>(texts.stringPropertyNames());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
