package kr.gosan.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The demo as users start it. */
class DemoJourneyTest {

    @Test
    void theStoryIsAsItShouldBe() throws Exception {
        Run run = run(Map.of());
        assertEquals(0, run.exitCode(), run.output());
        assertTrue(run.output().contains("Everything is as it should be."), run.output());
        for (String figure : new String[] {"4,885,600", "1,385,600", "6,119,640", "3,134,800", "239,750", "982,500"}) {
            assertTrue(run.output().contains(figure + " won"), figure);
        }
    }

    @Test
    void whenSomethingIsWrongItSaysSoWithItsExitCode() throws Exception {
        Run run = run(Map.of("GOSAN_BANK_SECRET", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="));
        assertNotEquals(0, run.exitCode(), "a bank with a wrong key cannot pay");
    }

    private record Run(int exitCode, String output) {}

    private static Run run(Map<String, String> changed) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dstdout.encoding=UTF-8",
                        "kr.gosan.demo.Demo")
                .redirectErrorStream(true);
        builder.environment().putAll(changed);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return new Run(process.exitValue(), output);
    }
}
