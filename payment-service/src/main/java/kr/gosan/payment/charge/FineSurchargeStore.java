package kr.gosan.payment.charge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.charge.rules.FineSurcharge;

/** What was added to overdue fines: only ever added to. */
@Singleton
class FineSurchargeStore {

    private final EntityManager entities;
    private final ObjectMapper mapper;

    FineSurchargeStore(EntityManager entities, ObjectMapper mapper) {
        this.entities = entities;
        this.mapper = mapper;
    }

    /**
     * What is added to a fine by now.
     *
     * @param months that have gone by since the due date
     * @param until the last day on which it is not more
     * @param trace how it came about, line by line
     */
    record Added(int months, Won amount, LocalDate until, JsonNode trace) {}

    @Transactional(Transactional.TxType.MANDATORY)
    void add(Charge fine, FineSurcharge surcharge, LocalDate on) {
        entities.createNativeQuery(
                        "insert into fine_surcharge (charge_id, months, management_no, insurance_year, amount,"
                                + " added_on, until, calculation) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, cast(?8 as jsonb))")
                .setParameter(1, fine.chargeId())
                .setParameter(2, surcharge.months())
                .setParameter(3, fine.managementNo().digits())
                .setParameter(4, fine.insuranceYear())
                .setParameter(5, surcharge.amount().amount())
                .setParameter(6, on)
                .setParameter(7, surcharge.until())
                .setParameter(8, json(surcharge.trace()))
                .executeUpdate();
    }

    /** Empty while it is not overdue. */
    @SuppressWarnings("unchecked")
    Optional<Added> last(UUID chargeId) {
        List<Object[]> rows = entities.createNativeQuery(
                        "select months, amount, cast(until as text), cast(calculation as text) from fine_surcharge"
                                + " where charge_id = ?1 order by months desc limit 1")
                .setParameter(1, chargeId)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new Added(
                        ((Number) row[0]).intValue(),
                        Won.of(((Number) row[1]).longValue()),
                        LocalDate.parse((String) row[2]),
                        tree((String) row[3])));
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode tree(String json) {
        try {
            return mapper.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
