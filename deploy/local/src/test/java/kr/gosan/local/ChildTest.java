package kr.gosan.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ChildTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private Home home;
    private Stack stack;

    @BeforeEach
    void create() throws IOException {
        home = new Home(folder.resolve("home"), folder);
        home.create();
    }

    @AfterEach
    void stop() throws InterruptedException {
        stack.stop();
    }

    @Test
    void aKilledProgramComesBackUnderAnotherPid() throws Exception {
        start(new Script("server", List.of(), "echo up; sleep 60"));
        awaitReady();
        long first = pid("server");
        ProcessHandle.of(first).orElseThrow().destroyForcibly();
        while (pid("server") == first) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertNotEquals(first, pid("server"));
        assertFalse(stack.failure().isDone());
    }

    @Test
    void aProgramThatKeepsDyingIsGivenUpLoudly() throws Exception {
        start(new Script("server", List.of(), "echo up; sleep 0.3; exit 7"));
        String why = stack.failure().get(30, TimeUnit.SECONDS);
        assertEquals("server: died 5 times in a row soon after its start, at last with code 7", why);
    }

    @Test
    void aProgramThatEndsBeforeItIsReadyStopsTheStart() throws Exception {
        start(new Script("server", List.of(), "echo cannot; exit 3"));
        assertEquals(
                "server: ended with code 3 before it was ready.",
                stack.failure().get(30, TimeUnit.SECONDS));
        new Screen(new PrintStream(shown, true), false).tail(home.log("server"), 5);
        assertTrue(shown.toString().contains("cannot"), shown.toString());
    }

    @Test
    void aProgramWaitsForWhatItNeedsAndIsStoppedBeforeIt() throws Exception {
        Path order = folder.resolve("order");
        String note = "echo $0 up >> %1$s; echo up; trap 'echo $0 down >> %1$s; exit' TERM; sleep 60 & wait";
        start(
                new Script("database", List.of(), "sleep 0.3; " + note.formatted(order)),
                new Script("service", List.of("database"), note.formatted(order)));
        awaitReady();
        stack.stop();
        assertEquals(List.of("database up", "service up", "service down", "database down"), Files.readAllLines(order));
    }

    @Test
    void whatAnEarlierLauncherLeftIsEndedFirst() throws Exception {
        start();
        var left = new ProcessBuilder("sleep", "60").start();
        RunFiles.record(home.run("server.pid"), left.toHandle());
        RunFiles.awaitLeftovers(home, new Screen(new PrintStream(shown, true), false));
        assertFalse(left.isAlive());
        assertFalse(Files.exists(home.run("server.pid")));
    }

    @Test
    void aPidThatNowBelongsToSomebodyElseIsLeftAlone() throws Exception {
        start();
        var stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(home.run("server.pid"), stranger.pid() + " 12345\n");
            RunFiles.awaitLeftovers(home, new Screen(new PrintStream(shown, true), false));
            assertTrue(stranger.isAlive());
        } finally {
            stranger.destroyForcibly();
        }
    }

    private void start(Script... scripts) {
        stack = new Stack(home, new Screen(new PrintStream(shown, true), false), List.of(scripts));
        stack.start(List.of(scripts));
    }

    private void awaitReady() throws InterruptedException {
        while (!stack.pending().isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private long pid(String program) throws IOException {
        String recorded = Files.readString(home.run(program + ".pid"));
        return recorded.isEmpty() ? -1 : Long.parseLong(recorded.split(" ")[0]);
    }

    private record Script(String name, List<String> needs, String script) implements Program {

        @Override
        public List<Integer> listens() {
            return List.of();
        }

        @Override
        public void prepare(Screen screen) {}

        @Override
        public Command command() {
            return new Command(Commands.tied("KILL", List.of("sh", "-c", script, name)), Map.of(), "TERM");
        }

        @Override
        public boolean ready(LogSince log) throws IOException {
            return log.contains("up");
        }

        @Override
        public void furnish(Screen screen) {}
    }
}
