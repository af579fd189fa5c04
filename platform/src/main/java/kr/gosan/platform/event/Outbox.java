package kr.gosan.platform.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
import kr.gosan.platform.correlation.Correlation;

/** Where a use case leaves its event: a row that commits, or not, with the change it tells of. */
@Singleton
public class Outbox {

    private final EntityManager entities;
    private final ObjectMapper mapper;
    private final OutboxRelay relay;
    private final TransactionSynchronizationRegistry transaction;

    public Outbox(
            EntityManager entities,
            ObjectMapper mapper,
            OutboxRelay relay,
            TransactionSynchronizationRegistry transaction) {
        this.entities = entities;
        this.mapper = mapper;
        this.relay = relay;
        this.transaction = transaction;
    }

    /**
     * Adds the event to the current transaction; without one this throws.
     *
     * @param type past tense with a version: {@code kr.gosan.premium.return-filed.v1}
     * @param key what its order is kept by: the workplace number
     * @param data the event's data, a record; no personal numbers
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void publish(String type, String key, Instant occurredAt, Object data) {
        entities.createNativeQuery(
                        "insert into outbox (type, key, correlation_id, occurred_at, data) values (?1, ?2, ?3, ?4, cast(?5 as jsonb))")
                .setParameter(1, type)
                .setParameter(2, key)
                .setParameter(3, Correlation.current())
                .setParameter(4, occurredAt.atOffset(ZoneOffset.UTC))
                .setParameter(5, json(data))
                // It depends on no other row: what waits to be written is written with the commit, together.
                .setFlushMode(FlushModeType.COMMIT)
                .executeUpdate();
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    relay.wake();
                }
            }
        });
    }

    private String json(Object data) {
        try {
            return mapper.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("event data is not JSON: " + data.getClass(), e);
        }
    }
}
