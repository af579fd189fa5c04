package kr.gosan.platform.event;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kr.gosan.platform.fixture.NoteResource;
import kr.gosan.platform.fixture.NoteResource.Noted;
import kr.gosan.platform.fixture.Rows;
import kr.gosan.platform.testing.TestKafka;
import kr.gosan.platform.testing.TestKeys;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class OutboxAndInboxTest {

    @Inject
    Outbox outbox;

    @Inject
    Inbox inbox;

    @Inject
    Rows rows;

    @Inject
    TransactionManager transactions;

    private final String key = UUID.randomUUID().toString();
    private final String topic = TestKafka.topic("platform");

    @Test
    void eventsOfOneKeyArriveInTheOrderTheyWereCommitted() {
        List<String> written = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            String text = key + "-" + i;
            written.add(text);
            QuarkusTransaction.requiringNew()
                    .run(() -> outbox.publish(NoteResource.NOTED, key, Instant.EPOCH, new Noted(text)));
        }
        List<String> read = TestKafka.await(topic, key, 50, event -> true).stream()
                .map(event -> event.at("/data/text").asText())
                .toList();
        assertEquals(written, read);
        await().until(() -> rows.count("outbox", "published_at is not null and key", key) == 50);
    }

    @Test
    void theEnvelopeIsACloudEvent() {
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.publish(NoteResource.NOTED, key, Instant.EPOCH, new Noted("x")));
        JsonNode event = TestKafka.await(topic, key, 1, e -> true).getFirst();
        assertEquals("1.0", event.path("specversion").asText());
        assertEquals("/gosan/platform", event.path("source").asText());
        assertEquals(NoteResource.NOTED, event.path("type").asText());
        assertEquals(key, event.path("subject").asText());
        assertEquals("1970-01-01T09:00:00+09:00", event.path("time").asText());
        assertTrue(event.path("correlationid").asText().length() >= 8);
    }

    @Test
    void aRollbackEmitsNothing() {
        assertThrows(
                IllegalStateException.class,
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.publish(NoteResource.NOTED, key, Instant.EPOCH, new Noted("lost"));
                    throw new IllegalStateException();
                }));
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.publish(NoteResource.NOTED, key, Instant.EPOCH, new Noted("kept")));
        assertEquals(
                "kept",
                TestKafka.await(topic, key, 1, e -> true)
                        .getFirst()
                        .at("/data/text")
                        .asText());
    }

    @Test
    void outsideATransactionNothingIsPublished() {
        assertThrows(
                RuntimeException.class, () -> outbox.publish(NoteResource.NOTED, key, Instant.EPOCH, new Noted("x")));
        assertEquals(0, rows.count("outbox", "key", key));
    }

    @Test
    void anEventDeliveredTwiceHasOneEffect() {
        String event = TestKafka.event(key, "elsewhere", NoteResource.NOTED, key, "{\"text\":\"twice\"}");
        TestKafka.send(topic, key, event);
        TestKafka.send(topic, key, event);
        TestKafka.send(
                topic, key, TestKafka.event(key + "-b", "elsewhere", NoteResource.NOTED, key, "{\"text\":\"after\"}"));
        await().until(() -> rows.count("seen", "event_id", key + "-b") == 1);
        assertEquals(1, rows.count("seen", "event_id", key));
    }

    @Test
    void anEventThatConcernsNobodyIsNotEvenKept() {
        String event = TestKafka.event(key, "elsewhere", NoteResource.NOTED, key, "{\"text\":\"x\"}");
        inbox.once(event, type -> !type.equals(NoteResource.NOTED), e -> fail("it concerns nobody"));
        assertEquals(0, rows.count("inbox", "event_id", key));
    }

    @Test
    void aFailedEffectLeavesNoMarkSoTheEventCanBeReplayed() {
        String event = TestKafka.event(key, "elsewhere", NoteResource.NOTED, key, "{\"text\":\"x\"}");
        assertThrows(
                PoisonEvent.class,
                () -> inbox.once(event, e -> {
                    throw new PoisonEvent("no");
                }));
        assertEquals(0, rows.count("inbox", "event_id", key));
        List<String> effects = new ArrayList<>();
        inbox.once(event, e -> effects.add(e.id()));
        inbox.once(event, e -> effects.add(e.id()));
        assertEquals(List.of(key), effects);
    }

    @Test
    void poisonGoesToTheDeadLettersAndTheNextEventIsStillConsumed() {
        TestKafka.send(topic, key, TestKafka.event(key, "elsewhere", NoteResource.NOTED, key, "{\"text\":\"poison\"}"));
        TestKafka.send(
                topic, key, TestKafka.event(key + "-b", "elsewhere", NoteResource.NOTED, key, "{\"text\":\"after\"}"));
        await().until(() -> rows.count("seen", "event_id", key + "-b") == 1);
        assertEquals(
                key,
                TestKafka.await(topic + ".dead", key, 1, e -> true)
                        .getFirst()
                        .path("id")
                        .asText());
        assertEquals(0, rows.count("inbox", "event_id", key));
    }

    /** PostgreSQL restarts just then: the effect ran, the commit did not, and the failure hides among the suppressed. */
    @Test
    void aCommitThatFailsIsTriedAgain() {
        String event = TestKafka.event(key, "elsewhere", NoteResource.NOTED, key, "{\"text\":\"x\"}");
        List<String> effects = new ArrayList<>();
        inbox.once(event, e -> {
            effects.add(e.id());
            if (effects.size() == 1) {
                failAtCommit("08006");
            }
        });
        assertEquals(List.of(key, key), effects);
        assertEquals(1, rows.count("inbox", "event_id", key));
    }

    @Test
    void whatIsNotKnownYetIsWaitedFor() {
        String event = TestKafka.event(key, "elsewhere", NoteResource.NOTED, key, "{\"text\":\"x\"}");
        List<String> tries = new ArrayList<>();
        inbox.once(event, e -> {
            tries.add(e.id());
            if (tries.size() < 3) {
                throw new EarlyEvent("the law of 2027 is not known");
            }
        });
        assertEquals(List.of(key, key, key), tries);
        assertEquals(1, rows.count("inbox", "event_id", key));
    }

    @Test
    void aConstraintThatFailsAtCommitIsPoison() {
        String event = TestKafka.event(key, "elsewhere", NoteResource.NOTED, key, "{\"text\":\"x\"}");
        assertThrows(RuntimeException.class, () -> inbox.once(event, e -> failAtCommit("23514")));
        assertEquals(0, rows.count("inbox", "event_id", key));
    }

    private void failAtCommit(String sqlState) {
        try {
            transactions.getTransaction().enlistResource(new FailingResource(sqlState));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatIsNoEnvelopeIsPoison() {
        for (String json : List.of("x", "[]", "{}", "{\"id\":\"1\",\"source\":\"s\"}")) {
            assertThrows(PoisonEvent.class, () -> inbox.once(json, e -> {}), json);
        }
    }
}
