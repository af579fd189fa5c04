package kr.gosan.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A program that is kept running: started when what it needs is ready, started again when it dies. The thread that
 * starts a process also waits for its end, because the kernel ties a child's life to the thread that forked it.
 */
final class Child {

    private static final Duration START_PATIENCE = Duration.ofMinutes(5);
    private static final Duration STOP_PATIENCE = Duration.ofMinutes(1);
    private static final Duration QUICK = Duration.ofSeconds(30);
    private static final int QUICK_DEATHS = 5;

    private final Program program;
    private final Home home;
    private final Screen screen;
    private final CompletableFuture<Void> up = new CompletableFuture<>();
    private volatile boolean started;
    private volatile boolean stopping;
    private volatile Process process;
    private volatile String stopSignal;

    Child(Program program, Home home, Screen screen) {
        this.program = program;
        this.home = home;
        this.screen = screen;
    }

    Program program() {
        return program;
    }

    boolean isStarted() {
        return started;
    }

    boolean isReady() {
        return up.isDone();
    }

    /**
     * Begins to keep the program running.
     *
     * @param needed what must be ready before
     * @param onFailure hears why the program cannot be kept running; called once at most
     */
    void start(Collection<Child> needed, Consumer<String> onFailure) {
        started = true;
        var thread = new Thread(
                () -> {
                    try {
                        rotateLog();
                        program.prepare(screen);
                        for (Child other : needed) {
                            other.up.join();
                        }
                        keepRunning();
                    } catch (Refusal | IOException failure) {
                        fail(failure.getMessage(), onFailure);
                    } catch (InterruptedException end) {
                        Thread.currentThread().interrupt();
                    } catch (RuntimeException defectOrNeedFailed) {
                        fail(String.valueOf(defectOrNeedFailed), onFailure);
                    }
                },
                program.name());
        thread.start();
    }

    private void fail(String why, Consumer<String> onFailure) {
        if (!stopping) {
            onFailure.accept(program.name() + ": " + why);
        }
    }

    private void keepRunning() throws IOException, InterruptedException {
        int deaths = 0;
        while (true) {
            long started = System.nanoTime();
            var log = LogSince.now(log());
            if (!spawn()) {
                return;
            }
            if (awaitReady(log)) {
                program.furnish(screen);
                screen.say(program.name(), "ready after %.1f s".formatted((System.nanoTime() - started) / 1e9));
                up.complete(null);
            }
            int code = process.waitFor();
            if (stopping) {
                return;
            }
            if (!up.isDone()) {
                throw new Refusal("ended with code " + code + " before it was ready.");
            }
            deaths = System.nanoTime() - started < QUICK.toNanos() ? deaths + 1 : 0;
            if (deaths == QUICK_DEATHS) {
                throw new Refusal("died " + deaths + " times in a row soon after its start, at last with code " + code);
            }
            screen.say(program.name(), "died with code " + code + "; starting it again");
            TimeUnit.MILLISECONDS.sleep(100L << deaths);
        }
    }

    private synchronized boolean spawn() throws IOException {
        if (stopping) {
            return false;
        }
        var command = program.command();
        stopSignal = command.stopSignal();
        process = Commands.process(command.line(), command.environment())
                .directory(home.directory().toFile())
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        process.getOutputStream().close();
        RunFiles.record(home.run(program.name() + ".pid"), process.toHandle());
        return true;
    }

    private boolean awaitReady(LogSince log) throws IOException, InterruptedException {
        long end = System.nanoTime() + START_PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                return false;
            }
            if (program.ready(log)) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new Refusal("was not ready within " + START_PATIENCE.toMinutes() + " minutes.");
    }

    /** Asks the program to end and waits, also while it writes its archive of classes; then it is ended by force. */
    void stop() throws IOException, InterruptedException {
        synchronized (this) {
            stopping = true;
        }
        if (process != null && process.isAlive()) {
            Commands.signal(stopSignal, process.pid());
            if (!process.waitFor(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                screen.say(program.name(), "did not stop in time and is ended by force");
                process.destroyForcibly().waitFor();
            }
        }
    }

    private Path log() {
        return home.log(program.name());
    }

    /** One log per run of the stack, and the one before it. */
    private void rotateLog() throws IOException {
        if (Files.exists(log())) {
            Path previous = log().resolveSibling(program.name() + ".previous.log");
            Files.move(log(), previous, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
