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
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.Page;
import kr.gosan.payment.charge.rules.Violation;
import kr.gosan.payment.debt.DebtKind;

/** Charges, with the facts they rest on; both, and their cancellations, are only ever added. */
@Singleton
public class ChargeStore {

    private static final String COLUMNS = "select c.charge_id, c.management_no, c.insurance_year, c.case_no, c.ground,"
            + " c.amount, cast(c.assessed_on as text), cast(c.due_date as text), cast(x.cancelled_on as text), c.kind, c.insurance"
            + " from charge c left join charge_cancellation x using (charge_id) ";
    private static final UUID FIRST = new UUID(0, 0);

    private final EntityManager entities;
    private final ObjectMapper mapper;

    ChargeStore(EntityManager entities, ObjectMapper mapper) {
        this.entities = entities;
        this.mapper = mapper;
    }

    /**
     * @param request the facts, as they were stated
     * @param calculation with its trace
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void add(Charge charge, String memberId, Object request, Object calculation) {
        query(
                        "insert into charge (charge_id, kind, management_no, insurance_year, insurance, case_no, ground,"
                                + " amount, assessed_on, due_date, member_id, request, calculation) values (?1,"
                                + " ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, cast(?12 as jsonb), cast(?13 as jsonb))",
                        charge.chargeId(),
                        charge.kind().name(),
                        charge.managementNo().digits(),
                        charge.insuranceYear(),
                        charge.insurance().name(),
                        charge.caseNo(),
                        charge.ground(),
                        charge.amount().amount(),
                        charge.assessedOn(),
                        charge.dueDate(),
                        memberId,
                        json(request),
                        json(calculation))
                .executeUpdate();
    }

    /** Keeps which benefits a recovery rests on. */
    @Transactional(Transactional.TxType.MANDATORY)
    void restOn(Charge recovery, List<String> benefitNos) {
        benefitNos.forEach(benefitNo -> query(
                        "insert into charge_benefit (charge_id, benefit_no, management_no, insurance_year)"
                                + " values (?1, ?2, ?3, ?4)",
                        recovery.chargeId(),
                        benefitNo,
                        recovery.managementNo().digits(),
                        recovery.insuranceYear())
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

    /** Nothing when it is a charge of another kind. */
    Optional<Charge> find(DebtKind kind, UUID chargeId) {
        return rows(COLUMNS + "where c.charge_id = ?1 and c.kind = ?2", chargeId, kind.name()).stream()
                .findFirst();
    }

    Page<Charge> ofWorkplace(DebtKind kind, WorkplaceNumber workplace, UUID after) {
        return Page.of(
                rows(
                        COLUMNS
                                + "where c.kind = ?3 and c.management_no = ?1 and c.charge_id > ?2 order by c.charge_id limit "
                                + (Page.SIZE + 1),
                        workplace.digits(),
                        after == null ? FIRST : after,
                        kind.name()),
                Charge::chargeId);
    }

    /** What was recovered for an accident and not cancelled. */
    Won assessedFor(WorkplaceNumber workplace, String accidentNo) {
        return Won.sum(rows(
                        COLUMNS + "where c.kind = 'BENEFIT_RECOVERY' and c.management_no = ?1 and c.case_no = ?2",
                        workplace.digits(),
                        accidentNo)
                .stream()
                .filter(charge -> charge.cancelledOn() == null)
                .map(Charge::amount)
                .toList());
    }

    /** Fines for one kind of violation that were not cancelled, each with the office's number of its violation. */
    List<Charge> fines(WorkplaceNumber workplace, Violation violation) {
        return rows(
                        COLUMNS + "where c.kind = 'FINE' and c.management_no = ?1 and c.ground = ?2",
                        workplace.digits(),
                        violation.name())
                .stream()
                .filter(charge -> charge.cancelledOn() == null)
                .toList();
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
                        DebtKind.valueOf((String) row[9]),
                        WorkplaceNumber.of((String) row[1]),
                        ((Number) row[2]).intValue(),
                        Insurance.valueOf((String) row[10]),
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

    /** The last day on which something was paid of it, by money or offset; empty when nothing was. */
    Optional<LocalDate> lastPaidOn(Charge charge) {
        String day = (String) entities.createNativeQuery(
                        "select cast(max(t.value_date) as text) from ledger_transaction t join ledger_entry e using (transaction_id)"
                                + " where t.management_no = ?1 and t.origin_id = ?2 and e.account = 'BENEFIT_RECOVERY_DUE'"
                                + " and e.side = 'CREDIT' and t.kind <> 'CHARGE_CANCELLED'")
                .setParameter(1, charge.managementNo().digits())
                .setParameter(2, charge.chargeId())
                .getSingleResult();
        return Optional.ofNullable(day).map(LocalDate::parse);
    }
}
