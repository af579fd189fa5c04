package kr.gosan.premium.filing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.gosan.premium.TestReturns;
import org.junit.jupiter.api.Test;

/** The guide shows the request that the tests send, and codes that there are. */
class GuideTest {

    private final String guide = read();

    @Test
    void theReturnOfTheGuideIsTheOneOfTheApiDescription() {
        String json = guide.substring(guide.indexOf("<<'JSON'\n") + 9, guide.indexOf("\nJSON\n"));
        assertEquals(TestReturns.tree(ReturnExample.WHOLE_RETURN), TestReturns.tree(json));
    }

    @Test
    void everyCodeOfTheGuideHasItsText() {
        ResourceBundle texts = ResourceBundle.getBundle("problems.premium", Locale.ENGLISH);
        String table = guide.substring(guide.indexOf("| code |"), guide.indexOf("## 4."));
        Matcher codes = Pattern.compile("`([a-z]+(-[a-z]+)+)`").matcher(table);
        int found = 0;
        while (codes.find()) {
            assertTrue(texts.containsKey(codes.group(1)), codes.group(1));
            found++;
        }
        assertTrue(found > 8);
    }

    private static String read() {
        try {
            return Files.readString(Path.of("../docs/guides/premium-return.md"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
