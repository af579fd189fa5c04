package kr.gosan.platform.event;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import kr.gosan.kernel.time.KoreanTime;
import kr.gosan.platform.GosanConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;

/**
 * Carries outbox rows to Kafka, in order per key and at least once: rows are marked as published only after the broker
 * has acknowledged all of a batch. An advisory lock lets one instance of a service relay at a time, which keeps the order.
 */
@Singleton
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final int BATCH = 500;
    /** How long an event waits at most when a wake-up was missed, for instance one left by a crashed instance. */
    private static final long IDLE_MILLIS = 500;

    /** How long the relay lets events gather after it carried some, so that many of them share one trip. */
    private static final long GATHER_MILLIS = 10;

    private static final long PAUSE_AFTER_FAILURE_MILLIS = 1_000;

    private final AgroalDataSource database;
    private final ObjectMapper mapper;
    private final Map<String, Object> kafka;
    private final String source;
    private final String topic;
    private final Semaphore wakeUps = new Semaphore(0);
    private volatile boolean stopping;
    private Thread thread;

    public OutboxRelay(
            AgroalDataSource database,
            ObjectMapper mapper,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            GosanConfig config) {
        this.database = database;
        this.mapper = mapper;
        this.kafka = kafka;
        this.source = "/gosan/" + config.service();
        this.topic = config.topics() + "." + config.service();
    }

    void start(@Observes StartupEvent event) {
        thread = new Thread(this::run, "outbox-relay");
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        wake();
        thread.join(TimeUnit.SECONDS.toMillis(10));
    }

    /** Tells the relay that there is something to carry. */
    public void wake() {
        wakeUps.release();
    }

    private void run() {
        while (!stopping) {
            Producer<String, String> producer = null;
            try {
                producer = new KafkaProducer<>(settings(), new StringSerializer(), new StringSerializer());
                while (!stopping) {
                    wakeUps.drainPermits();
                    int carried = relayBatch(producer);
                    if (carried > 0 && carried < BATCH) {
                        Thread.sleep(GATHER_MILLIS);
                    }
                    if (carried < BATCH) {
                        wakeUps.tryAcquire(IDLE_MILLIS, TimeUnit.MILLISECONDS);
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (Exception | Error e) {
                // whatever it is, filings go on being accepted, so the relay has to go on as well
                LOG.warnf("the outbox could not be relayed, trying again: %s", e.toString());
                pause();
            } finally {
                close(producer);
            }
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("acks", "all");
        settings.put("enable.idempotence", true);
        settings.put("delivery.timeout.ms", 15_000);
        settings.put("request.timeout.ms", 5_000);
        settings.put("max.block.ms", 10_000);
        settings.put("linger.ms", 0);
        return settings;
    }

    /** Throws away what was not sent yet: sent now, it would overtake what the next round sends again. */
    private static void close(Producer<String, String> producer) {
        if (producer != null) {
            producer.close(Duration.ZERO);
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_FAILURE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }

    private int relayBatch(Producer<String, String> producer)
            throws SQLException, ExecutionException, InterruptedException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                int count = holdsLock(connection) ? publish(connection, producer) : 0;
                connection.commit();
                return count;
            } catch (SQLException | ExecutionException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    private static boolean holdsLock(Connection connection) throws SQLException {
        try (PreparedStatement lock =
                        connection.prepareStatement("select pg_try_advisory_xact_lock(hashtext('outbox-relay'))");
                ResultSet row = lock.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    private int publish(Connection connection, Producer<String, String> producer)
            throws SQLException, ExecutionException, InterruptedException {
        List<Long> published = new ArrayList<>();
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (PreparedStatement rows =
                connection.prepareStatement("select seq, id, type, key, correlation_id, occurred_at, data from outbox"
                        + " where published_at is null order by seq limit " + BATCH)) {
            try (ResultSet row = rows.executeQuery()) {
                while (row.next() && !stopping) {
                    Future<RecordMetadata> sending =
                            producer.send(new ProducerRecord<>(topic, row.getString("key"), envelope(row)));
                    if (sending.isDone()) {
                        // refused at once, as when the broker is away: nothing after it may be sent
                        sending.get();
                    }
                    published.add(row.getLong("seq"));
                    sent.add(sending);
                }
            }
        }
        for (Future<RecordMetadata> acknowledgement : sent) {
            acknowledgement.get();
        }
        if (!published.isEmpty()) {
            try (PreparedStatement mark =
                    connection.prepareStatement("update outbox set published_at = now() where seq = any (?)")) {
                mark.setArray(1, connection.createArrayOf("bigint", published.toArray()));
                mark.executeUpdate();
            }
        }
        return published.size();
    }

    private String envelope(ResultSet row) throws SQLException {
        return CloudEvent.write(
                mapper,
                row.getString("id"),
                source,
                row.getString("type"),
                row.getString("key"),
                KoreanTime.timeOf(
                        row.getObject("occurred_at", OffsetDateTime.class).toInstant()),
                row.getString("correlation_id"),
                row.getString("data"));
    }
}
