package kr.gosan.platform.event;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaConnectorIncomingConfiguration;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.fault.KafkaFailureHandler;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Singleton;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/**
 * The failure strategy {@code gosan-dead-letters} of a channel: a refused event goes to the dead-letter topic, but an event
 * that merely met a stopping service does not. That one stays uncommitted and is delivered again after the start.
 */
@Singleton
@Identifier("gosan-dead-letters")
public final class DeadLetters implements KafkaFailureHandler.Factory {

    private final KafkaFailureHandler.Factory deadLetterQueue;

    DeadLetters(@Identifier("dead-letter-queue") KafkaFailureHandler.Factory deadLetterQueue) {
        this.deadLetterQueue = deadLetterQueue;
    }

    @Override
    public KafkaFailureHandler create(
            KafkaConnectorIncomingConfiguration configuration,
            Vertx vertx,
            KafkaConsumer<?, ?> consumer,
            BiConsumer<Throwable, Boolean> reportFailure) {
        return sparing(deadLetterQueue.create(configuration, vertx, consumer, reportFailure));
    }

    static KafkaFailureHandler sparing(KafkaFailureHandler deadLetters) {
        return new KafkaFailureHandler() {
            @Override
            public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> event, Throwable reason, Metadata metadata) {
                return reason instanceof Inbox.Stopping
                        ? Uni.createFrom().voidItem()
                        : deadLetters.handle(event, reason, metadata);
            }

            @Override
            public void terminate() {
                deadLetters.terminate();
            }
        };
    }
}
