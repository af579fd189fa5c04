package kr.gosan.premium.amendment;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps how far a rate change has been worked through, so that it goes on where it stopped. */
@Singleton
class RateChangeStore {

    private final EntityManager entities;

    RateChangeStore(EntityManager entities) {
        this.entities = entities;
    }

    /** A new run; empty when there is one for this change. */
    Optional<RateChangeRun> start(UUID id, RateChangeRequest request, String memberId) {
        int added = entities.createNativeQuery("insert into rate_change_run (id, parameter_id, changed_on, member_id)"
                        + " values (?1, ?2, ?3, ?4) on conflict (parameter_id, changed_on) do nothing")
                .setParameter(1, id)
                .setParameter(2, request.parameterId())
                .setParameter(3, request.changedOn())
                .setParameter(4, memberId)
                .executeUpdate();
        return added == 1 ? find(id) : Optional.empty();
    }

    Optional<RateChangeRun> find(UUID id) {
        return read(id, "");
    }

    /** Nobody else goes on with the run until this transaction ends. */
    Optional<RateChangeRun> lock(UUID id) {
        return read(id, " for update");
    }

    /** The next return filed for the year before the change that used the parameter; ids are in order of filing. */
    Optional<UUID> next(RateChangeRun run) {
        @SuppressWarnings("unchecked")
        List<UUID> found = entities.createNativeQuery(
                        "select r.id from premium_return r, rate_change_run c"
                                + " where c.id = ?1 and r.insurance_year = ?2 and r.filed_on is not null"
                                + " and r.id > coalesce(c.after_id, '00000000-0000-0000-0000-000000000000')"
                                + " and position(?3 in r.law) > 0 order by r.id limit 1",
                        UUID.class)
                .setParameter(1, run.id())
                .setParameter(2, run.changedOn().getYear() - 1)
                .setParameter(3, "\"" + run.parameterId() + "\"")
                .getResultList();
        return found.stream().findFirst();
    }

    void passed(UUID run, UUID returnId, boolean adjusted, boolean skipped) {
        entities.createNativeQuery("update rate_change_run set after_id = ?2, checked = checked + 1,"
                        + " adjusted = adjusted + ?3, skipped = skipped + ?4 where id = ?1")
                .setParameter(1, run)
                .setParameter(2, returnId)
                .setParameter(3, adjusted ? 1 : 0)
                .setParameter(4, skipped ? 1 : 0)
                .executeUpdate();
    }

    void finish(UUID run) {
        entities.createNativeQuery("update rate_change_run set finished = true where id = ?1")
                .setParameter(1, run)
                .executeUpdate();
    }

    private Optional<RateChangeRun> read(UUID id, String lock) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery(
                        "select id, parameter_id, cast(changed_on as text), checked, adjusted, skipped, finished"
                                + " from rate_change_run where id = ?1" + lock)
                .setParameter(1, id)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new RateChangeRun(
                        (UUID) row[0],
                        (String) row[1],
                        LocalDate.parse((String) row[2]),
                        ((Number) row[3]).longValue(),
                        ((Number) row[4]).longValue(),
                        ((Number) row[5]).longValue(),
                        (Boolean) row[6]));
    }
}
