package kr.gosan.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;

/**
 * A service as it was built, as a process of its own, against the servers of the benchmark's stack. It runs with the
 * settings of its tests, so that it takes tokens signed here.
 */
final class Service implements AutoCloseable {

    static final int HEAP_MEGABYTES = 256;

    private static final Pattern AFTER_COLLECTION = Pattern.compile("->(\\d+)M\\(");

    private final String name;
    private final Process process;
    private final KeyPair tokens;
    private final Path collections;
    private final int port;

    private Service(String name, Process process, KeyPair tokens, Path collections, int port) {
        this.name = name;
        this.process = process;
        this.tokens = tokens;
        this.collections = collections;
        this.port = port;
    }

    /**
     * @param name such as {@code premium}
     * @param topics what its topics begin with: those that share it hear each other
     */
    static Service start(Path checkout, Path home, String name, String topics, int port, KeyPair tokens)
            throws Exception {
        String variable = "GOSAN_TEST_" + name.toUpperCase(Locale.ROOT);
        Path collections = home.resolve("log/" + name + "-gc.log");
        Files.deleteIfExists(collections);
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP_MEGABYTES + "m",
                        "-XX:+UseSerialGC",
                        "-Xlog:gc:file=" + collections + ":tags",
                        "-Dquarkus.profile=test",
                        "-Dgosan.topics=" + topics,
                        "-Dquarkus.http.port=" + port,
                        "-Dquarkus.oidc.public-key="
                                + Base64.getEncoder()
                                        .encodeToString(tokens.getPublic().getEncoded()),
                        "-jar",
                        checkout.resolve(name + "-service/target/quarkus-app/quarkus-run.jar")
                                .toString()))
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("log/" + name + "-service.log").toFile());
        for (String key : List.of("RECEIPT_KEYS", "FIELD_KEYS", "DOCUMENT_KEY")) {
            String value = System.getenv(variable + "_" + key);
            if (value != null) {
                builder.environment().put("GOSAN_" + key, value);
            }
        }
        builder.environment().put("GOSAN_FINGERPRINT_KEY", System.getenv("GOSAN_PERSON_INDEX_KEY"));
        Service service = new Service(name, builder.start(), tokens, collections, port);
        Runtime.getRuntime().addShutdownHook(new Thread(service.process::destroyForcibly));
        service.awaitReady();
        return service;
    }

    private void awaitReady() throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest ready = HttpRequest.newBuilder(uri("/q/health/ready")).build();
        for (int attempt = 0; attempt < 600; attempt++) {
            if (!process.isAlive()) {
                throw new IllegalStateException(name + "-service ended; see its log");
            }
            try {
                if (client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // it does not listen yet
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new IllegalStateException(name + "-service was not ready within two minutes");
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** What tokens of a run are signed with. */
    static KeyPair tokens() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    /**
     * A token, good for hours.
     *
     * @param memberType such as {@code AGENCY}
     */
    String token(String memberId, String memberType) throws Exception {
        JsonWebSignature jws = new JsonWebSignature();
        long now = System.currentTimeMillis() / 1000;
        jws.setPayload("""
                {"iss":"https://bench","aud":"gosan","sub":"%1$s","iat":%2$d,"exp":%3$d,"member_id":"%1$s",
                 "member_type":"%4$s","auth_level":"joint-certificate"}
                """.formatted(memberId, now, now + 36_000, memberType));
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        jws.setKey(tokens.getPrivate());
        return jws.getCompactSerialization();
    }

    /** Forgets the peak of the memory, so that {@link #peakMegabytes()} is that of what follows. */
    void forgetPeak() throws IOException {
        Path peak = Path.of("/proc/" + process.pid() + "/clear_refs");
        if (Files.isWritable(peak)) {
            Files.writeString(peak, "5");
        }
    }

    /** The most memory the process had since, as the system counts it (RSS); -1 where it does not tell. */
    long peakMegabytes() throws IOException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        if (!Files.exists(status)) {
            return -1;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(-1);
    }

    /** How many lines the log of collections has. */
    long collections() throws IOException {
        try (var lines = Files.lines(collections)) {
            return lines.count();
        }
    }

    /** The most heap that was in use right after a collection, from a line of that log on. */
    long peakHeapMegabytes(long fromLine) throws IOException {
        try (var lines = Files.lines(collections)) {
            return lines.skip(fromLine)
                    .map(AFTER_COLLECTION::matcher)
                    .filter(Matcher::find)
                    .mapToLong(matcher -> Long.parseLong(matcher.group(1)))
                    .max()
                    .orElse(-1);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
