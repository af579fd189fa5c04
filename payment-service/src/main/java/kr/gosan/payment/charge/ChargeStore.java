package kr.gosan.payment.charge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.Page;

/** Charges, with the facts they rest on; both, and their cancellations, are only ever added. */
@Singleton
public class ChargeStore {

    private static final String COLUMNS = "select c.charge_id, c.management_no, c.insurance_year, c.case_no, c.ground,"
            + " c.amount, cast(c.assessed_on as text), cast(c.due_date as text), cast(x.cancelled_on as text)"
            + " from charge c left join charge_cancellation x using (charge_id) ";
    private static final UUID FIRST = new UUID(0, 0);

    private final EntityManager entities;
    private final ObjectMapper mapper;

    ChargeStore(EntityManager entities, ObjectMapper mapper) {
        this.entities = entities;
        this.mapper = mapper;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void add(Charge charge, String memberId, RecoveryRequest request, Object calculation) {
        query(
                        "insert into charge (charge_id, kind, management_no, insurance_year, insurance, case_no, ground,"
                                + " amount, assessed_on, due_date, member_id, request, calculation) values (?1,"
                                + " 'BENEFIT_RECOVERY', ?2, ?3, 'IA', ?4, ?5, ?6, ?7, ?8, ?9, cast(?10 as jsonb),"
                                + " cast(?11 as jsonb))",
                        charge.chargeId(),
                        charge.managementNo().digits(),
                        charge.insuranceYear(),
                        charge.caseNo(),
                        charge.ground(),
                        charge.amount().amount(),
                        charge.assessedOn(),
                        charge.dueDate(),
                        memberId,
                        json(request),
                        json(calculation))
                .executeUpdate();
        request.benefits()
                .forEach(benefit -> query(
                                "insert into charge_benefit (charge_id, benefit_no, management_no, insurance_year)"
                                        + " values (?1, ?2, ?3, ?4)",
                                charge.chargeId(),
                                benefit.benefitNo(),
                                charge.managementNo().digits(),
                                charge.insuranceYear())
                        .executeUpdate());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void cancel(Charge charge, LocalDate on, String memberId, String reason) {
        query(
                        "insert into charge_cancellation (charge_id, management_no, insurance_year, cancelled_on,"
                                + " member_id, reason) values (?1, ?2, ?3, ?4, ?5, ?6)",
                        charge.chargeId(),
                        charge.managementNo().digits(),
                        charge.insuranceYear(),
                        on,
                        memberId,
                        reason)
                .executeUpdate();
    }

    public Optional<Charge> find(UUID chargeId) {
        return rows(COLUMNS + "where c.charge_id = ?1", chargeId).stream().findFirst();
    }

    public Page<Charge> ofWorkplace(WorkplaceNumber workplace, UUID after) {
        return Page.of(
                rows(
                        COLUMNS + "where c.management_no = ?1 and c.charge_id > ?2 order by c.charge_id limit "
                                + (Page.SIZE + 1),
                        workplace.digits(),
                        after == null ? FIRST : after),
                Charge::chargeId);
    }

    /** What was assessed for an accident and not cancelled. */
    Won assessedFor(WorkplaceNumber workplace, String accidentNo) {
        return Won.sum(
                rows(COLUMNS + "where c.management_no = ?1 and c.case_no = ?2", workplace.digits(), accidentNo).stream()
                        .filter(charge -> charge.cancelledOn() == null)
                        .map(Charge::amount)
                        .toList());
    }

    /** Those of the benefits that an assessment which stands rests on already. */
    List<String> recovered(WorkplaceNumber workplace, List<String> benefitNos) {
        return query(
                        "select distinct b.benefit_no from charge_benefit b left join charge_cancellation x"
                                + " using (charge_id) where b.management_no = ?1 and b.benefit_no in (?2)"
                                + " and x.charge_id is null",
                        workplace.digits(),
                        benefitNos)
                .getResultList()
                .stream()
                .map(String.class::cast)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<Charge> rows(String sql, Object... values) {
        List<Object[]> rows = query(sql, values).getResultList();
        return rows.stream()
                .map(row -> new Charge(
                        (UUID) row[0],
                        WorkplaceNumber.of((String) row[1]),
                        ((Number) row[2]).intValue(),
                        (String) row[3],
                        (String) row[4],
                        Won.of(((Number) row[5]).longValue()),
                        LocalDate.parse((String) row[6]),
                        LocalDate.parse((String) row[7]),
                        row[8] == null ? null : LocalDate.parse((String) row[8])))
                .toList();
    }

    private Query query(String sql, Object... values) {
        Query query = entities.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query;
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
