package kr.gosan.auth.session;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Challenges: random, good for two minutes and for one attempt. */
@Singleton
class ChallengeStore {

    private static final int BYTES = 32;
    private static final Duration LIFETIME = Duration.ofMinutes(2);
    /** How long a dead challenge is remembered, so that a late client hears what is wrong with it. */
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private static final int REMOVED_AT_ONCE = 100;

    private final EntityManager entities;
    private final SecureRandom random = new SecureRandom();

    ChallengeStore(EntityManager entities) {
        this.entities = entities;
    }

    record Challenge(UUID id, byte[] value, Instant expiresAt) {}

    /** Outcome of {@link #consume}. */
    sealed interface Consumption {
        record Consumed(byte[] value) implements Consumption {}

        record Refused(String code) implements Consumption {}
    }

    /** A new challenge. Clears away some long dead ones: as many as come in at most go out. */
    @Transactional
    Challenge issue(Instant now) {
        entities.createNativeQuery("delete from challenge where id in (select id from challenge where expires_at < ?1"
                        + " limit ?2 for update skip locked)")
                .setParameter(1, now.minus(REMEMBERED).atOffset(ZoneOffset.UTC))
                .setParameter(2, REMOVED_AT_ONCE)
                .executeUpdate();
        byte[] value = new byte[BYTES];
        random.nextBytes(value);
        Challenge challenge =
                new Challenge(UUID.randomUUID(), value, now.plus(LIFETIME).truncatedTo(ChronoUnit.SECONDS));
        entities.createNativeQuery("insert into challenge (id, value, expires_at) values (?1, ?2, ?3)")
                .setParameter(1, challenge.id())
                .setParameter(2, value)
                .setParameter(3, challenge.expiresAt().atOffset(ZoneOffset.UTC))
                .executeUpdate();
        return challenge;
    }

    /** Uses the challenge up. Of any number of attempts, at the same instant too, one gets its value. */
    @Transactional
    Consumption consume(UUID id, Instant now) {
        boolean won = entities.createNativeQuery("update challenge set used_at = ?2 where id = ?1 and used_at is null"
                                + " and expires_at > ?2")
                        .setParameter(1, id)
                        .setParameter(2, now.atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery("select value, used_at from challenge where id = ?1")
                .setParameter(1, id)
                .getResultList();
        if (rows.isEmpty()) {
            return new Consumption.Refused("challenge-unknown");
        }
        Object[] row = rows.getFirst();
        if (won) {
            return new Consumption.Consumed((byte[]) row[0]);
        }
        return new Consumption.Refused(row[1] == null ? "challenge-expired" : "challenge-used");
    }
}
