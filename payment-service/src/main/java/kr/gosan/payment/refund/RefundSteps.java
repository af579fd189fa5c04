package kr.gosan.payment.refund;

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
import kr.gosan.payment.refund.rules.RefundState;

/** Every step of every refund, with who made it and what was known then: only ever added. */
@Singleton
class RefundSteps {

    private final EntityManager entities;
    private final ObjectMapper mapper;

    RefundSteps(EntityManager entities, ObjectMapper mapper) {
        this.entities = entities;
        this.mapper = mapper;
    }

    /** @param memberId null where nobody decided */
    record Step(int step, RefundState.Cause cause, RefundState state, String memberId, LocalDate on, Object detail) {}

    @Transactional(Transactional.TxType.MANDATORY)
    void add(Refund refund, Step step) {
        entities.createNativeQuery(
                        "insert into refund_step (refund_id, step, management_no, insurance_year, cause, state,"
                                + " member_id, happened_on, detail) values (?1, ?2, ?3, ?4, ?5, ?6, cast(?7 as text), ?8,"
                                + " cast(?9 as jsonb))")
                .setParameter(1, refund.refundId())
                .setParameter(2, step.step())
                .setParameter(3, refund.debt().managementNo().digits())
                .setParameter(4, refund.debt().insuranceYear())
                .setParameter(5, step.cause().name())
                .setParameter(6, step.state().name())
                .setParameter(7, step.memberId())
                .setParameter(8, step.on())
                .setParameter(9, json(step.detail()))
                .executeUpdate();
    }

    /** In the order they were made. */
    @SuppressWarnings("unchecked")
    List<RefundStep> of(UUID refundId) {
        List<Object[]> rows = entities.createNativeQuery(
                        "select step, cause, state, member_id, cast(happened_on as text), cast(detail as text)"
                                + " from refund_step where refund_id = ?1 order by step")
                .setParameter(1, refundId)
                .getResultList();
        return rows.stream()
                .map(row -> new RefundStep(
                        ((Number) row[0]).intValue(),
                        RefundState.Cause.valueOf((String) row[1]),
                        RefundState.valueOf((String) row[2]),
                        Optional.ofNullable((String) row[3]),
                        LocalDate.parse((String) row[4]),
                        tree((String) row[5])))
                .toList();
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
