package kr.gosan.coverage.extinction;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kr.gosan.kernel.number.WorkplaceNumber;

/** Sees to it that a workplace ends once. */
@Singleton
class ExtinctionStore {

    private final EntityManager entities;

    ExtinctionStore(EntityManager entities) {
        this.entities = entities;
    }

    /** The day the workplace ended, in a lock that makes a second report at the same instant wait. */
    Optional<LocalDate> lock(WorkplaceNumber workplace) {
        @SuppressWarnings("unchecked")
        List<Object> days = entities.createNativeQuery(
                        "select cast(extinct_on as text) from establishment where management_no = ?1 for update")
                .setParameter(1, workplace.digits())
                .getResultList();
        return Optional.ofNullable((String) days.getFirst()).map(LocalDate::parse);
    }

    /** Whether somebody is insured at the workplace on that day or later. */
    boolean anybodyInsuredFrom(WorkplaceNumber workplace, LocalDate day) {
        return !entities.createNativeQuery("select 1 from insured_period where management_no = ?1"
                        + " and (loss_date is null or loss_date > ?2) limit 1")
                .setParameter(1, workplace.digits())
                .setParameter(2, day)
                .getResultList()
                .isEmpty();
    }

    void end(WorkplaceNumber workplace, LocalDate extinctOn) {
        entities.createNativeQuery("update establishment set extinct_on = ?2 where management_no = ?1")
                .setParameter(1, workplace.digits())
                .setParameter(2, extinctOn)
                .executeUpdate();
    }
}
