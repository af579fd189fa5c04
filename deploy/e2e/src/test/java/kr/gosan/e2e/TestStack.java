package kr.gosan.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kr.gosan.demo.client.Company;
import kr.gosan.demo.client.Environment;
import kr.gosan.demo.client.FrontDoor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The running test stack from outside: its front door, its processes, its logs, its topics. */
final class TestStack {

    private TestStack() {}

    static FrontDoor door() {
        return Environment.frontDoor();
    }

    /** A company that lives on 2022-03-10 and has a collective. */
    static Company company(String name) {
        Company company = Company.loggedIn(door(), name);
        company.establish(company.collective(), "CONSTRUCTION_COLLECTIVE", "2019-03-04");
        company.liveOn(company.collective(), "2022-03-10");
        return company;
    }

    /** Ends a program of the stack the hard way and waits until it is gone; the launcher starts it again. */
    static void kill(String program) {
        ProcessHandle process = process(program).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Waits until a service that was killed is another process and ready. */
    static void awaitBack(String service, long pidBefore) {
        int port = URI.create(Environment.get("GOSAN_PUBLIC_URL")).getPort()
                + List.of("auth", "premium", "coverage", "payment").indexOf(service);
        FrontDoor direct = new FrontDoor(URI.create("http://127.0.0.1:" + port));
        Company.await(() -> process(service + "-service")
                        .filter(process -> process.pid() != pidBefore)
                        .isPresent()
                && ready(direct));
    }

    static long pid(String program) {
        return process(program).orElseThrow().pid();
    }

    /** All log files of the stack, by name. */
    static Stream<Path> logs() throws IOException {
        return Files.list(home().resolve("log")).filter(Files::isRegularFile);
    }

    /** Every event on the topics of all services, dead letters included, from the beginning. */
    static List<JsonNode> events() {
        List<JsonNode> events = new ArrayList<>();
        Map<String, Object> settings =
                Map.of("bootstrap.servers", Environment.get("GOSAN_KAFKA"), "enable.auto.commit", false);
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics().entrySet().stream()
                    .filter(topic -> topic.getKey().startsWith("gosan."))
                    .flatMap(topic -> topic.getValue().stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> events.add(json(message.value())));
            }
        }
        return events;
    }

    private static boolean ready(FrontDoor direct) {
        try {
            return direct.get("/q/health/ready").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private static Optional<ProcessHandle> process(String program) {
        try {
            String recorded = Files.readString(home().resolve("run").resolve(program + ".pid"));
            return ProcessHandle.of(Long.parseLong(recorded.strip().split(" ")[0]))
                    .filter(ProcessHandle::isAlive);
        } catch (IOException | NumberFormatException beingWritten) {
            return Optional.empty();
        }
    }

    private static Path home() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.isExecutable(directory.resolve("gosan"))) {
            directory = directory.getParent();
        }
        return directory.resolve(".gosan/test");
    }

    private static JsonNode json(String text) {
        try {
            return FrontDoor.JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
