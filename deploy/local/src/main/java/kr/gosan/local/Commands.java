package kr.gosan.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How child processes are called on this machine. */
final class Commands {

    private static final List<String> INHERITED = List.of("PATH", "HOME", "LANG", "TMPDIR");
    private static final boolean LINUX = Files.isExecutable(Path.of("/usr/bin/setpriv"));
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    private Commands() {}

    /**
     * Ties a command to the launcher: its own process group, so that Ctrl-C reaches the launcher alone and it can stop
     * its children in order, and a signal from the kernel when the launcher dies. Only Linux has the latter.
     */
    static List<String> tied(String signal, List<String> command) {
        return LINUX ? join(List.of("setsid", "setpriv", "--pdeathsig=" + signal, "--"), command) : command;
    }

    /** PostgreSQL refuses to run as root, also where there is no other user: there it gets a user namespace. */
    static List<String> withoutRoot(List<String> command) {
        return ROOT ? join(List.of("unshare", "-U", "--"), command) : command;
    }

    /** The java of the launcher itself, with settings for many small JVMs on one machine. */
    static List<String> java(int heapMegabytes, String... arguments) {
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dstdout.encoding=UTF-8"));
        command.addAll(List.of(arguments));
        return command;
    }

    /** An archive of loaded classes, made when the JVM first ends and used from then on: starts in half the time. */
    static List<String> sharedClasses(Path archive) {
        return List.of(
                "-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive, "-Xlog:cds*=off", "-Xlog:aot*=off");
    }

    static ProcessBuilder process(List<String> line, Map<String, String> environment) {
        var builder = new ProcessBuilder(line);
        builder.environment().keySet().retainAll(INHERITED);
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true);
    }

    /**
     * Runs a preparation to its end.
     *
     * @param log receives what it prints
     * @throws Refusal when it fails or takes longer than five minutes
     */
    static void run(List<String> line, Map<String, String> environment, Path log)
            throws IOException, InterruptedException {
        var process = process(tied("KILL", line), environment)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        process.getOutputStream().close();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new Refusal(line.getFirst() + " did not finish within five minutes.");
        }
        if (process.exitValue() != 0) {
            throw new Refusal(line.getFirst() + " ended with code " + process.exitValue() + ".");
        }
    }

    static void signal(String name, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(pid)).start().waitFor();
    }

    private static List<String> join(List<String> first, List<String> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
