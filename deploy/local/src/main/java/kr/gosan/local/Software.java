package kr.gosan.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.zip.ZipFile;
import org.tukaani.xz.XZInputStream;

/** The server software in {@code .gosan/servers}, unpacked once from what the build gathered. */
final class Software {

    private static final Properties VERSIONS = versions();

    private Software() {}

    static Path postgres(Home home) {
        return home.servers().resolve(versioned("postgres"));
    }

    static Path postgres(Home home, Screen screen) throws IOException, InterruptedException {
        Path target = postgres(home);
        if (Files.notExists(target)) {
            screen.say("postgres", "unpacking " + versioned("postgres") + " (once)");
            Path draft = draft(target);
            unpackBinaries(home.gathered().resolve(versioned("postgres") + ".jar"), draft);
            publish(draft, target);
        }
        return target;
    }

    static Path kafka(Home home) {
        return home.servers().resolve(versioned("kafka"));
    }

    static Path kafka(Home home, Screen screen) throws IOException {
        Path target = kafka(home);
        if (Files.notExists(target)) {
            screen.say("kafka", "copying " + versioned("kafka") + " (once)");
            Path draft = draft(target);
            try (var jars = Files.list(home.gathered().resolve(versioned("kafka")))) {
                for (Path jar : jars.toList()) {
                    Files.copy(jar, draft.resolve(jar.getFileName()));
                }
            }
            publish(draft, target);
        }
        return target;
    }

    static Path keycloak(Home home) {
        return home.servers().resolve(versioned("keycloak"));
    }

    /** Unpacked and built: the options named here are fixed at build time, all others are given at start. */
    static Path keycloak(Home home, Screen screen) throws IOException, InterruptedException {
        Path target = keycloak(home);
        if (Files.notExists(target)) {
            screen.say("keycloak", "unpacking " + versioned("keycloak") + " (once)");
            Path draft = draft(target);
            unzip(home.gathered().resolve(versioned("keycloak") + ".zip"), draft);
            screen.say("keycloak", "building it for PostgreSQL (once, about 40 s)");
            var build = new ArrayList<>(Keycloak.java(draft, draft, 512));
            build.addAll(List.of("build", "--db=postgres", "--health-enabled=true", "--https-client-auth=request"));
            Commands.run(build, Map.of(), home.log("keycloak"));
            publish(draft, target);
        }
        return target;
    }

    private static String versioned(String server) {
        return server + "-" + VERSIONS.getProperty(server);
    }

    /** A jar that holds one tar archive compressed by xz, which the JDK cannot read; tar itself is on every system. */
    private static void unpackBinaries(Path jar, Path target) throws IOException, InterruptedException {
        try (var zip = new ZipFile(jar.toFile())) {
            var archive = zip.stream()
                    .filter(entry -> entry.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("No .txz in " + jar));
            var tar = Commands.process(List.of("tar", "-xf", "-", "-C", target.toString()), Map.of())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (var compressed = new XZInputStream(zip.getInputStream(archive));
                    var input = tar.getOutputStream()) {
                compressed.transferTo(input);
            }
            if (tar.waitFor() != 0) {
                throw new Refusal("tar could not unpack " + jar + ": is there room on the disk?");
            }
        }
    }

    /** Unpacks a zip without its outermost folder. */
    private static void unzip(Path archive, Path target) throws IOException {
        try (var zip = new ZipFile(archive.toFile())) {
            for (var entry : zip.stream().toList()) {
                Path path = Path.of(entry.getName());
                if (path.getNameCount() > 1 && !entry.isDirectory()) {
                    Path file = target.resolve(path.subpath(1, path.getNameCount()));
                    Files.createDirectories(file.getParent());
                    try (var content = zip.getInputStream(entry)) {
                        Files.copy(content, file);
                    }
                }
            }
        }
    }

    private static Path draft(Path target) throws IOException {
        return Files.createTempDirectory(target.getParent(), target.getFileName() + ".");
    }

    /** Makes a finished draft visible in one step, so that an interrupted unpacking leaves nothing that looks whole. */
    private static void publish(Path draft, Path target) throws IOException {
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
        if (Files.exists(target)) {
            Folders.delete(draft);
        } else {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static Properties versions() {
        try (var file = Software.class.getResourceAsStream("/servers.properties")) {
            var versions = new Properties();
            versions.load(file);
            return versions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
