package kr.gosan.coverage.workplace;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import kr.gosan.coverage.rule.Refusal;

/**
 * Sees to it that a management number is taken once, and that a business has one workplace at a time of each kind that
 * stands for all of it; single works and logging sites may be many.
 */
@Singleton
class EstablishmentStore {

    private final EntityManager entities;

    EstablishmentStore(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Takes number and kind in the current transaction; of two at the same instant the second waits for the first.
     *
     * @return why they cannot be taken; empty when they are now
     */
    List<Refusal> take(EstablishmentReport report, UUID filingId) {
        int taken = entities.createNativeQuery(
                        "insert into establishment (management_no, business_number, kind, filing_id, established_on)"
                                + " values (?1, ?2, ?3, ?4, ?5) on conflict do nothing")
                .setParameter(1, report.managementNo().digits())
                .setParameter(2, report.businessNumber().digits())
                .setParameter(3, report.kind().name())
                .setParameter(4, filingId)
                .setParameter(5, report.establishedOn())
                .executeUpdate();
        if (taken == 1) {
            return List.of();
        }
        boolean numberTaken = !entities.createNativeQuery("select 1 from establishment where management_no = ?1")
                .setParameter(1, report.managementNo().digits())
                .getResultList()
                .isEmpty();
        return List.of(
                numberTaken ? Refusal.of("managementNo", "number-taken") : Refusal.of("kind", "kind-established"));
    }
}
