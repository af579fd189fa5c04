package kr.gosan.local;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A one-node Kafka in KRaft mode. Topics are made here, never by whoever mentions one first. */
record Kafka(Home home, Ports ports, Secrets secrets, List<String> topics) implements Program {

    static final String NAME = "kafka";

    /** @param test whether the tests of every service, and of the platform they share, get topics of their own */
    static List<String> topics(boolean test) {
        var topics = new ArrayList<>(topicsOf("gosan"));
        if (test) {
            for (Service service : Service.values()) {
                topics.addAll(topicsOf("test-" + service.id()));
            }
            topics.addAll(withDeadLetters("test-platform.platform").toList());
        }
        return topics;
    }

    /** The topic of every service under one prefix. */
    private static List<String> topicsOf(String prefix) {
        return Stream.of(Service.values())
                .flatMap(service -> withDeadLetters(prefix + "." + service.id()))
                .toList();
    }

    private static Stream<String> withDeadLetters(String topic) {
        return Stream.of(topic, topic + ".dead");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Integer> listens() {
        return List.of(ports.kafka(), ports.kafkaController());
    }

    @Override
    public List<String> needs() {
        return List.of();
    }

    @Override
    public void prepare(Screen screen) throws IOException, InterruptedException {
        Software.kafka(home, screen);
        Files.writeString(configuration(), settings());
        if (Files.notExists(home.data(NAME).resolve("meta.properties"))) {
            screen.say(NAME, "formatting the storage (first start)");
            Commands.run(
                    java(
                            64,
                            "kafka.tools.StorageTool",
                            "format",
                            "--standalone",
                            "--ignore-formatted",
                            "-t",
                            secrets.get("KAFKA_CLUSTER_ID"),
                            "-c",
                            configuration().toString()),
                    Map.of(),
                    home.log(NAME));
        }
    }

    @Override
    public Command command() {
        var line =
                Commands.tied("TERM", java(192, "kafka.Kafka", configuration().toString()));
        line.addAll(
                1 + line.indexOf("-cp") + 1, Commands.sharedClasses(home.cache().resolve("kafka.jsa")));
        return new Command(line, Map.of(), "TERM");
    }

    @Override
    public boolean ready(LogSince log) throws IOException {
        return log.contains("Kafka Server started");
    }

    @Override
    public void furnish(Screen screen) throws IOException, InterruptedException {
        Path made = home.data("kafka.topics");
        String wanted = String.join("\n", topics);
        if (Files.notExists(made) || !Files.readString(made).equals(wanted)) {
            var arguments = new ArrayList<>(List.of(Topics.class.getName(), Ports.address(ports.kafka())));
            arguments.addAll(topics);
            Commands.run(java(64, arguments.toArray(String[]::new)), Map.of(), home.log(NAME));
            Files.writeString(made, wanted);
        }
    }

    /** A JVM that has the broker's class path, and the launcher's own classes for {@link Topics}. */
    private List<String> java(int heapMegabytes, String... mainAndArguments) {
        var command = new ArrayList<>(Commands.java(
                heapMegabytes,
                "-cp",
                Software.kafka(home) + "/*:" + ownClasses(),
                "-Dlog4j2.level=INFO",
                "-Dkafka.logs.dir=" + home.directory().resolve("log")));
        command.addAll(List.of(mainAndArguments));
        return command;
    }

    private Path configuration() {
        return home.run("kafka.properties");
    }

    private String settings() {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.bootstrap.servers=%2$s
                listeners=BROKER://%1$s,CONTROLLER://%2$s
                advertised.listeners=BROKER://%1$s,CONTROLLER://%2$s
                listener.security.protocol.map=BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT
                inter.broker.listener.name=BROKER
                controller.listener.names=CONTROLLER
                log.dirs=%3$s
                auto.create.topics.enable=false
                delete.topic.enable=true
                # One node: everything Kafka would replicate has one copy.
                default.replication.factor=1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=6
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=6
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                share.coordinator.state.topic.num.partitions=6
                # Events are kept: replicas are rebuilt from the first one.
                log.retention.ms=-1
                # The cleaner's default buffer alone is larger than this broker's heap.
                log.cleaner.dedupe.buffer.size=8388608
                # A consumer that joins alone need not wait for company, nor a restarted broker for its old session.
                group.initial.rebalance.delay.ms=0
                broker.session.timeout.ms=3000
                broker.heartbeat.interval.ms=500
                """.formatted(Ports.address(ports.kafka()), Ports.address(ports.kafkaController()), home.data(NAME));
    }

    private static Path ownClasses() {
        try {
            return Path.of(Kafka.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
