package kr.gosan.platform.event;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import kr.gosan.platform.correlation.Correlation;
import org.jboss.logging.Logger;

/**
 * Makes an event's effect happen once: the event's id is recorded in the transaction of the effect. While database or
 * network are away, or what it needs is not known yet, the event is tried again, for as long as it takes and in its order; an event that cannot be right is
 * refused with an exception, which sends it to the dead-letter topic ({@link DeadLetters}).
 */
@Singleton
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final EntityManager entities;
    private final ObjectMapper mapper;
    private volatile boolean stopping;

    public Inbox(EntityManager entities, ObjectMapper mapper) {
        this.entities = entities;
        this.mapper = mapper;
    }

    /** The service stops: the event is neither consumed nor refused, and comes again after the start. */
    static final class Stopping extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopping(String event) {
            super(event + " is left for the next start");
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /** As the other one, for every type of event. */
    public void once(String json, Consumer<CloudEvent> effect) {
        once(json, type -> true, effect);
    }

    /**
     * Runs the effect in one transaction with the record of the event, unless the event was seen before.
     *
     * @param concerned of which types of events there is an effect; nothing is done about the others
     */
    public void once(String json, Predicate<String> concerned, Consumer<CloudEvent> effect) {
        CloudEvent event = CloudEvent.read(mapper, json);
        if (!concerned.test(event.type())) {
            return;
        }
        Correlation.start(event.correlationId());
        Duration pause = FIRST_PAUSE;
        while (true) {
            if (stopping) {
                // later events would overtake one that was left
                throw new Stopping(event.id());
            }
            try {
                QuarkusTransaction.requiringNew().run(() -> {
                    if (isNew(event)) {
                        effect.accept(event);
                    }
                });
                return;
            } catch (RuntimeException e) {
                if (stopping) {
                    // what the effect uses may be closed already, so nothing can be told from the failure
                    throw new Stopping(event.id());
                }
                if (!passing(e)) {
                    LOG.errorf(e, "event %s %s cannot be consumed", event.type(), event.id());
                    throw e;
                }
                LOG.warnf("event %s %s waits: %s", event.type(), event.id(), e.toString());
                sleep(pause, event);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    private boolean isNew(CloudEvent event) {
        return entities.createNativeQuery(
                                "insert into inbox (source, event_id, type) values (?1, ?2, ?3) on conflict do nothing")
                        .setParameter(1, event.source())
                        .setParameter(2, event.id())
                        .setParameter(3, event.type())
                        .executeUpdate()
                == 1;
    }

    /**
     * Whether the failure may pass: something is not known yet, no connection, a deadlock, a server that shuts down or is full, a commit that
     * failed for no reason of ours. What the database says decides; at commit it is only found among the suppressed.
     */
    private static boolean passing(Throwable failure) {
        Set<Throwable> all = Collections.newSetFromMap(new IdentityHashMap<>());
        collect(failure, all);
        if (all.stream().anyMatch(EarlyEvent.class::isInstance)) {
            return true;
        }
        List<String> states = all.stream()
                .filter(SQLException.class::isInstance)
                .map(sql -> String.valueOf(((SQLException) sql).getSQLState()))
                .toList();
        return states.isEmpty()
                ? all.stream().anyMatch(RollbackException.class::isInstance)
                : states.stream().anyMatch(state -> state.matches("null|(08|40|53|55|57|58).*"));
    }

    private static void collect(Throwable failure, Set<Throwable> all) {
        if (failure != null && all.add(failure)) {
            collect(failure.getCause(), all);
            for (Throwable suppressed : failure.getSuppressed()) {
                collect(suppressed, all);
            }
        }
    }

    private static void sleep(Duration pause, CloudEvent event) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopping(event.id());
        }
    }
}
