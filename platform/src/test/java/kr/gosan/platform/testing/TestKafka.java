package kr.gosan.platform.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** The other side of the topics: sends what a sibling service would, reads what this one published. */
public final class TestKafka {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private TestKafka() {}

    /** The topic of a service under this test's prefix: {@code topic("premium")}. */
    public static String topic(String service) {
        return ConfigProvider.getConfig().getValue("gosan.topics", String.class) + "." + service;
    }

    /** Sends one event and waits for the broker's acknowledgement. */
    public static void send(String topic, String key, String json) {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers()), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, key, json)).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** An envelope around data, as the relay writes it. */
    public static String event(String id, String source, String type, String key, String data) {
        try {
            return MAPPER.writeValueAsString(Map.of(
                    "specversion",
                    "1.0",
                    "id",
                    id,
                    "source",
                    "/gosan/" + source,
                    "type",
                    type,
                    "subject",
                    key,
                    "time",
                    "2022-03-10T09:00:00+09:00",
                    "datacontenttype",
                    "application/json",
                    "correlationid",
                    "test-" + id,
                    "data",
                    MAPPER.readTree(data)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the topic from its beginning until {@code count} events with this key match; fails after 30 seconds. */
    public static List<JsonNode> await(String topic, String key, int count, Predicate<JsonNode> wanted) {
        List<JsonNode> found = new ArrayList<>();
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers(),
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false);
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .collect(Collectors.toList());
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Instant deadline = Instant.now().plus(PATIENCE);
            while (found.size() < count && Instant.now().isBefore(deadline)) {
                consumer.poll(Duration.ofMillis(100)).forEach(message -> {
                    if (key.equals(message.key())) {
                        JsonNode event = json(message.value());
                        if (wanted.test(event)) {
                            found.add(event);
                        }
                    }
                });
            }
        }
        if (found.size() < count) {
            throw new AssertionError(
                    "expected " + count + " events with key " + key + " on " + topic + ", saw " + found);
        }
        return found;
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String servers() {
        return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    }
}
