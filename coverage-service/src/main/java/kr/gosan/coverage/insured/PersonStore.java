package kr.gosan.coverage.insured;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.number.ResidentNumber;
import kr.gosan.platform.crypto.FieldCipher;
import kr.gosan.platform.crypto.PersonIndex;

/**
 * One person per resident number. Whoever changes a person's insured status locks the person first, so that reports about
 * one person are judged one after the other, from whichever workplaces they come.
 */
@Singleton
class PersonStore implements PanacheRepositoryBase<PersonEntity, UUID> {

    private final PersonIndex index;
    private final FieldCipher cipher;

    PersonStore(PersonIndex index, FieldCipher cipher) {
        this.index = index;
        this.cipher = cipher;
    }

    /** The person with that number, added when it is the first report about it, locked until the transaction ends. */
    UUID lock(ResidentNumber number) {
        String key = index.of(number);
        List<UUID> known = ids("select id from person where person_key = ?1 for update", key);
        return known.isEmpty() ? add(key, number) : known.getFirst();
    }

    /** Locks the person until the transaction ends; does nothing when there is none. */
    void lock(UUID personId) {
        ids("select id from person where id = ?1 for update", personId);
    }

    Optional<UUID> find(String personKey) {
        return ids("select id from person where person_key = ?1", personKey).stream()
                .findFirst();
    }

    ResidentNumber residentNumber(PersonEntity person) {
        return ResidentNumber.of(cipher.decrypt(person.residentNumber, row(person.id)));
    }

    private UUID add(String key, ResidentNumber number) {
        UUID id = (UUID) getEntityManager()
                .createNativeQuery("select uuidv7()", UUID.class)
                .getSingleResult();
        // Another report may add the same person at this instant: then this waits for it and takes over its row.
        return (UUID) getEntityManager()
                .createNativeQuery(
                        "insert into person (id, person_key, resident_number) values (?1, ?2, ?3)"
                                + " on conflict (person_key) do update set person_key = excluded.person_key returning id",
                        UUID.class)
                .setParameter(1, id)
                .setParameter(2, key)
                .setParameter(3, cipher.encrypt(number.digits(), row(id)))
                .getSingleResult();
    }

    @SuppressWarnings("unchecked")
    private List<UUID> ids(String sql, Object value) {
        return getEntityManager()
                .createNativeQuery(sql, UUID.class)
                .setParameter(1, value)
                .getResultList();
    }

    private static String row(UUID id) {
        return "person:" + id;
    }
}
