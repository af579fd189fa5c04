package kr.gosan.payment.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import kr.gosan.platform.testing.TestKafka;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** What was put aside, and why. */
public final class DeadLetters {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private DeadLetters() {}

    /** The reason given for the first dead letter with this key; fails after 30 seconds. */
    public static String reason(String service, String key) {
        String topic = TestKafka.topic(service) + ".dead";
        String servers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers), new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Instant deadline = Instant.now().plus(PATIENCE);
            while (Instant.now().isBefore(deadline)) {
                for (ConsumerRecord<String, String> letter : consumer.poll(Duration.ofMillis(100))) {
                    if (key.equals(letter.key())) {
                        return new String(
                                letter.headers()
                                        .lastHeader("dead-letter-reason")
                                        .value(),
                                StandardCharsets.UTF_8);
                    }
                }
            }
        }
        throw new AssertionError("no dead letter with key " + key + " on " + topic);
    }
}
