package kr.gosan.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The folder {@code run}: which processes belong to a stack, also after its launcher was killed. */
final class RunFiles {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private RunFiles() {}

    /**
     * The right to run this stack, held until the launcher ends in whatever way.
     *
     * @return empty when another launcher holds it
     */
    static Optional<FileLock> lock(Home home) throws IOException {
        var channel = FileChannel.open(home.run("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = Optional.ofNullable(channel.tryLock());
        if (lock.isEmpty()) {
            channel.close();
        }
        return lock;
    }

    /** Writes the pid and, since pids are used again, the moment the process was started. */
    static void record(Path file, ProcessHandle process) throws IOException {
        Files.writeString(file, process.pid() + " " + start(process) + "\n");
    }

    /**
     * Waits for what a killed launcher left behind. Its children were told to end when it died, but a broker needs some
     * seconds to leave in order, and nothing may start on its data before.
     */
    static void awaitLeftovers(Home home, Screen screen) throws IOException, InterruptedException {
        try (var files = Files.newDirectoryStream(home.run(""), "*.pid")) {
            for (Path file : files) {
                var left = alive(file);
                if (left.isPresent()) {
                    screen.say(name(file), "still running from before; waiting for its end");
                    left.get().destroy();
                    long end = System.nanoTime() + PATIENCE.toNanos();
                    while (alive(file).isPresent()) {
                        if (System.nanoTime() > end) {
                            left.get().destroyForcibly();
                        }
                        TimeUnit.MILLISECONDS.sleep(100);
                    }
                }
                Files.delete(file);
            }
        }
    }

    static Optional<ProcessHandle> alive(Path file) throws IOException {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        String[] recorded = Files.readString(file).strip().split(" ");
        return ProcessHandle.of(Long.parseLong(recorded[0]))
                .filter(process -> start(process) == Long.parseLong(recorded[1]))
                .filter(process -> !isZombie(process.pid()));
    }

    /** Whether a process has ended and only its entry is left: in a container nobody may ever collect it. */
    static boolean isZombie(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return stat.startsWith(") Z", stat.lastIndexOf(')'));
        } catch (IOException noSuchProcessOrNoProc) {
            return false;
        }
    }

    static void forgetProcesses(Home home) throws IOException {
        try (var files = Files.newDirectoryStream(home.run(""), "*.pid")) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }

    static void forget(Home home, List<String> names) throws IOException {
        for (String name : names) {
            Files.deleteIfExists(home.run(name));
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".pid", "");
    }

    private static long start(ProcessHandle process) {
        return process.info().startInstant().map(Instant::getEpochSecond).orElse(0L);
    }
}
