package kr.gosan.coverage.mandate;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.coverage.rule.Mandates;
import kr.gosan.kernel.number.BusinessNumber;
import kr.gosan.kernel.number.WorkplaceNumber;

/** Keeps mandates, and the agencies they can be given to. */
@Singleton
class MandateStore {

    private final EntityManager entities;

    MandateStore(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * A mandate.
     *
     * @param from its first day
     * @param endedOn first day without it; null while it lasts
     */
    record Mandate(
            UUID mandateId,
            BusinessNumber agencyBusinessNumber,
            String agencyName,
            String agencyMemberId,
            LocalDate from,
            LocalDate endedOn) {

        Mandates.Period period() {
            return new Mandates.Period(from, Optional.ofNullable(endedOn));
        }
    }

    void know(BusinessNumber business, String memberId) {
        entities.createNativeQuery("insert into agency (business_number, member_id) values (?1, ?2)"
                        + " on conflict (business_number) do update set member_id = excluded.member_id")
                .setParameter(1, business.digits())
                .setParameter(2, memberId)
                .executeUpdate();
    }

    /** The agency's member id; empty when no agency of that number has logged in. */
    Optional<String> agency(BusinessNumber business) {
        @SuppressWarnings("unchecked")
        List<String> found = entities.createNativeQuery("select member_id from agency where business_number = ?1")
                .setParameter(1, business.digits())
                .getResultList();
        return found.stream().findFirst();
    }

    /** Makes mandates of the workplace that come at the same instant wait for each other. */
    void lock(WorkplaceNumber workplace) {
        entities.createNativeQuery("select 1 from establishment where management_no = ?1 for update")
                .setParameter(1, workplace.digits())
                .getResultList();
    }

    /** All mandates of the workplace, in order. */
    List<Mandate> of(WorkplaceNumber workplace) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery("select cast(id as text), agency_business_number, agency_name,"
                        + " agency_member_id, cast(given_from as text), cast(ended_on as text) from mandate"
                        + " where management_no = ?1 order by given_from, ended_on nulls last, id")
                .setParameter(1, workplace.digits())
                .getResultList();
        return rows.stream()
                .map(row -> new Mandate(
                        UUID.fromString((String) row[0]),
                        BusinessNumber.of((String) row[1]),
                        (String) row[2],
                        (String) row[3],
                        LocalDate.parse((String) row[4]),
                        row[5] == null ? null : LocalDate.parse((String) row[5])))
                .toList();
    }

    /** Keeps a mandate by a filing that is already kept. */
    void give(MandateFiling filing, String agencyMemberId) {
        entities.flush();
        entities.createNativeQuery("insert into mandate (id, management_no, agency_member_id, agency_business_number,"
                        + " agency_name, given_from) values (?1, ?2, ?3, ?4, ?5, ?6)")
                .setParameter(1, filing.filingId())
                .setParameter(2, filing.managementNo().digits())
                .setParameter(3, agencyMemberId)
                .setParameter(4, filing.agencyBusinessNumber().digits())
                .setParameter(5, filing.agencyName())
                .setParameter(6, filing.from())
                .executeUpdate();
    }

    /** Ends a mandate by a filing that is already kept. */
    void end(MandateEndFiling filing) {
        entities.flush();
        entities.createNativeQuery("update mandate set ended_on = ?2, end_filing_id = ?3 where id = ?1")
                .setParameter(1, filing.mandateId())
                .setParameter(2, filing.on())
                .setParameter(3, filing.filingId())
                .executeUpdate();
    }
}
