package kr.gosan.payment.correction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.correction.plan.Adjustment;

/** The adjustments that took effect, as they were told. Never changed, never removed. */
@Singleton
public class AdjustmentStore {

    private final EntityManager entities;
    private final ObjectMapper mapper;

    AdjustmentStore(EntityManager entities, ObjectMapper mapper) {
        this.entities = entities;
        this.mapper = mapper;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void add(Adjustment it) {
        entities.createNativeQuery("insert into adjustment (adjustment_id, return_id, management_no, insurance_year,"
                        + " correction_no, decided_on, data) values (?1, ?2, ?3, ?4, ?5, ?6, cast(?7 as jsonb))")
                .setParameter(1, it.adjustmentId())
                .setParameter(2, it.returnId())
                .setParameter(3, it.managementNo().digits())
                .setParameter(4, it.insuranceYear())
                .setParameter(5, it.correctionNo())
                .setParameter(6, it.decidedOn())
                .setParameter(7, json(it))
                .executeUpdate();
    }

    public Optional<Adjustment> find(UUID adjustmentId) {
        return read("adjustment_id = ?1", adjustmentId).stream().findFirst();
    }

    /** In the order they took effect. */
    public List<Adjustment> ofReturn(UUID returnId) {
        return read("return_id = ?1", returnId);
    }

    /** In the order they took effect, return by return. */
    public List<Adjustment> ofWorkplace(WorkplaceNumber workplace) {
        return read("management_no = ?1", workplace.digits());
    }

    private List<Adjustment> read(String where, Object parameter) {
        return entities
                .createNativeQuery(
                        "select cast(data as text) from adjustment where " + where
                                + " order by return_id, correction_no",
                        String.class)
                .setParameter(1, parameter)
                .getResultList()
                .stream()
                .map(data -> parse((String) data))
                .toList();
    }

    private String json(Adjustment it) {
        try {
            return mapper.writeValueAsString(it);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Adjustment parse(String data) {
        try {
            return mapper.readValue(data, Adjustment.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
