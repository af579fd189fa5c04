package kr.gosan.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a stack keeps what it must not lose, and what all stacks share.
 *
 * @param directory the stack's own folder: data, log, run, copies and the secrets
 * @param checkout the root of the checkout, where the services were built
 */
record Home(Path directory, Path checkout) {

    Path data(String server) {
        return directory.resolve("data").resolve(server);
    }

    Path log(String program) {
        return directory.resolve("log").resolve(program + ".log");
    }

    Path run(String file) {
        return directory.resolve("run").resolve(file);
    }

    Path secrets() {
        return directory.resolve("secrets.properties");
    }

    /** Unpacked server software; the same for every stack of this checkout. */
    Path servers() {
        return checkout.resolve(".gosan/servers");
    }

    /** What only makes the next start faster, and may be deleted at any time. */
    Path cache() {
        return directory.resolve("cache");
    }

    /** The variables a client or a test of this stack needs, for a shell to source. */
    Path environment() {
        return directory.resolve("environment");
    }

    /** What the build gathered: archives to unpack, and the broker's class path. */
    Path gathered() {
        return checkout.resolve("deploy/local/target/servers");
    }

    void create() throws IOException {
        for (String folder : new String[] {"data", "log", "run", "cache"}) {
            Files.createDirectories(directory.resolve(folder));
        }
        Files.createDirectories(servers());
    }

    /** Empties the stack: databases, topics and realm. Secrets stay, so that clients set up with them still work. */
    void forgetData() throws IOException {
        Folders.delete(directory.resolve("data"));
    }
}
