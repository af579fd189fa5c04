package kr.gosan.platform.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.fault.KafkaFailureHandler;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kr.gosan.platform.fixture.NoteResource;
import kr.gosan.platform.fixture.Rows;
import kr.gosan.platform.testing.TestKafka;
import kr.gosan.platform.testing.TestKeys;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.junit.jupiter.api.Test;

/** An event that meets a stopping service is not lost to the dead letters. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class StoppingTest {

    @Inject
    EntityManager entities;

    @Inject
    ObjectMapper mapper;

    @Inject
    Rows rows;

    private final String id = UUID.randomUUID().toString();
    private final String event = TestKafka.event(id, "elsewhere", NoteResource.NOTED, id, "{\"text\":\"x\"}");

    @Test
    void whatFailsWhileTheServiceStopsIsLeftForTheNextStart() {
        Inbox stopped = new Inbox(entities, mapper);
        assertThrows(
                Inbox.Stopping.class,
                () -> stopped.once(event, e -> {
                    stopped.stop(null);
                    throw new IllegalStateException("already closed");
                }));
        assertEquals(0, rows.count("inbox", "event_id", id));
        List<String> effects = new ArrayList<>();
        new Inbox(entities, mapper).once(event, e -> effects.add(e.id()));
        assertEquals(List.of(id), effects);
    }

    @Test
    void nothingIsBegunOnceTheServiceStops() {
        Inbox stopped = new Inbox(entities, mapper);
        stopped.stop(null);
        List<String> effects = new ArrayList<>();
        assertThrows(Inbox.Stopping.class, () -> stopped.once(event, e -> effects.add(e.id())));
        assertEquals(List.of(), effects);
        assertEquals(0, rows.count("inbox", "event_id", id));
    }

    @Test
    void onlyRefusedEventsBecomeDeadLetters() {
        List<String> letters = new ArrayList<>();
        KafkaFailureHandler sparing = DeadLetters.sparing(new KafkaFailureHandler() {
            @Override
            public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> event, Throwable reason, Metadata metadata) {
                letters.add(reason.getMessage());
                return Uni.createFrom().voidItem();
            }
        });
        sparing.handle(null, new Inbox.Stopping(id), Metadata.empty()).await().indefinitely();
        sparing.handle(null, new PoisonEvent("no"), Metadata.empty()).await().indefinitely();
        assertEquals(List.of("no"), letters);
    }
}
