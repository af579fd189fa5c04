package kr.gosan.premium.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;

/** What the records say of a workplace's return: when it was filed, how it is paid, and whether. */
@Singleton
public class FiledReturns {

    private final EntityManager entities;
    private final ObjectMapper mapper;

    public FiledReturns(EntityManager entities, ObjectMapper mapper) {
        this.entities = entities;
        this.mapper = mapper;
    }

    /** A filed return with the figures it was filed with. */
    public record Filed(UUID id, LocalDate filedOn, JsonNode calculation) {

        public boolean paysByInstalments() {
            return StreamSupport.stream(calculation.path("insurances").spliterator(), false)
                    .anyMatch(each -> each.path("paymentMethod").asText().equals("INSTALLMENT"));
        }

        public JsonNode insurance(Insurance insurance) {
            return StreamSupport.stream(calculation.path("insurances").spliterator(), false)
                    .filter(each -> each.path("insurance").asText().equals(insurance.name()))
                    .findFirst()
                    .orElseGet(com.fasterxml.jackson.databind.node.MissingNode::getInstance);
        }

        /** The estimate of an insurance; empty where the return makes none. */
        public Optional<Won> estimate(Insurance insurance) {
            JsonNode total = insurance(insurance).at("/estimated/total");
            return total.isIntegralNumber() ? Optional.of(Won.of(total.longValue())) : Optional.empty();
        }
    }

    /** The return that confirms the year. */
    public Optional<Filed> of(WorkplaceNumber workplace, int insuranceYear) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery(
                        "select r.id, cast(r.filed_on as text), r.calculation from filed_year y join premium_return r"
                                + " on r.id = y.return_id where y.management_no = ?1 and y.insurance_year = ?2")
                .setParameter(1, workplace.digits())
                .setParameter(2, insuranceYear)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new Filed((UUID) row[0], LocalDate.parse((String) row[1]), tree((String) row[2])));
    }

    /**
     * The day on which the confirmed premium of employment insurance was paid: with the first slip, or with the return where
     * nothing was payable on it.
     */
    public Optional<LocalDate> confirmedPaidOn(Filed filed) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery("select s.payable, coalesce(sum(p.amount), 0),"
                        + " cast(max(p.paid_on) as text) from slip s left join slip_payment p"
                        + " using (origin_id, insurance, period)"
                        + " where s.origin_id = ?1 and s.insurance = 'EI' and s.period <= 1"
                        + " group by s.origin_id, s.insurance, s.period, s.payable")
                .setParameter(1, filed.id())
                .getResultList();
        if (rows.isEmpty()) {
            return Optional.of(filed.filedOn());
        }
        Object[] slip = rows.getFirst();
        boolean paid = ((Number) slip[1]).longValue() >= ((Number) slip[0]).longValue();
        return paid ? Optional.of(LocalDate.parse((String) slip[2])) : Optional.empty();
    }

    /** The day on which the first slip of an insurance was paid in full. */
    public Optional<LocalDate> firstSlipPaidOn(Filed filed, Insurance insurance) {
        @SuppressWarnings("unchecked")
        List<Object> days = entities.createNativeQuery(
                        "select cast(max(p.paid_on) as text) from slip s join slip_payment p"
                                + " using (origin_id, insurance, period) where s.origin_id = ?1 and s.insurance = ?2"
                                + " and s.period <= 1 group by s.origin_id, s.insurance, s.period, s.payable"
                                + " having sum(p.amount) >= s.payable")
                .setParameter(1, filed.id())
                .setParameter(2, insurance.name())
                .getResultList();
        return days.stream().findFirst().map(day -> LocalDate.parse((String) day));
    }

    private JsonNode tree(String json) {
        try {
            return mapper.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
