package kr.gosan.premium.settlementaudit;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.premium.settlementaudit.rules.AuditState;

/** Keeps settlement audits with the steps taken in them. */
@Singleton
public class SettlementAuditStore {

    /** The most audits one page of a list holds. */
    static final int PAGE = 50;

    private static final String COLUMNS = "id, selection_id, return_id, management_no, insurance_year, state,"
            + " filed_remuneration, estimated_remuneration, deviation_percent, trace, correction_id, filed_employment,"
            + " employment_deviation_percent, deviating";

    private static final String NOTICED = "state not in ('SELECTED', 'DROPPED')";

    private final EntityManager entities;

    public SettlementAuditStore(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Whether the plan notice of an audit has closed the year for what the workplace itself would file or amend
     * (보험료징수법 §19⑤).
     */
    public boolean closes(WorkplaceNumber workplace, int insuranceYear) {
        return !entities.createNativeQuery("select 1 from settlement_audit where management_no = ?1"
                        + " and insurance_year = ?2 and " + NOTICED)
                .setParameter(1, workplace.digits())
                .setParameter(2, insuranceYear)
                .getResultList()
                .isEmpty();
    }

    /** @param source null, and the threshold too, when an operator named the workplace */
    void addSelection(
            UUID id,
            int insuranceYear,
            ExternalFigure.Source source,
            BigDecimal threshold,
            String reason,
            String memberId,
            int checked,
            int selected) {
        entities.createNativeQuery(
                        "insert into audit_selection (id, insurance_year, source, threshold_percent, reason,"
                                + " member_id, checked, selected) values (?1, ?2, cast(?3 as text), cast(?4 as numeric), ?5, ?6, ?7, ?8)")
                .setParameter(1, id)
                .setParameter(2, insuranceYear)
                .setParameter(3, source == null ? null : source.name())
                .setParameter(4, threshold == null ? null : threshold.toPlainString())
                .setParameter(5, reason)
                .setParameter(6, memberId)
                .setParameter(7, checked)
                .setParameter(8, selected)
                .executeUpdate();
    }

    /** Adds an audit in its first state; false when the workplace's year has one. */
    boolean add(SettlementAudit it) {
        return entities.createNativeQuery("insert into settlement_audit (" + COLUMNS
                                + ") values (?1, ?2, ?3, ?4, ?5, ?6, ?7, cast(?8 as bigint), cast(?9 as numeric), ?10, null,"
                                + " ?11, cast(?12 as numeric), ?13)"
                                + " on conflict (management_no, insurance_year) where state <> 'DROPPED' do nothing")
                        .setParameter(1, it.id())
                        .setParameter(2, it.selectionId())
                        .setParameter(3, it.returnId())
                        .setParameter(4, it.managementNo().digits())
                        .setParameter(5, it.insuranceYear())
                        .setParameter(6, it.state().name())
                        .setParameter(7, it.filedRemuneration().amount())
                        .setParameter(8, text(it.estimatedRemuneration()))
                        .setParameter(9, text(it.deviationPercent()))
                        .setParameter(10, it.trace())
                        .setParameter(11, it.filedEmployment().amount())
                        .setParameter(12, text(it.employmentDeviationPercent()))
                        .setParameter(
                                13, it.deviating().stream().map(Insurance::name).collect(Collectors.joining(",")))
                        .executeUpdate()
                == 1;
    }

    /** Nobody else moves the audit on until this transaction ends. */
    Optional<SettlementAudit> lock(UUID id) {
        return query("where id = ?1 for update", List.of(id)).stream().findFirst();
    }

    Optional<SettlementAudit> find(UUID id) {
        return query("where id = ?1", List.of(id)).stream().findFirst();
    }

    /** Newest first, one more than a page when there are more; of all workplaces when null, else only what was noticed. */
    List<SettlementAudit> list(List<WorkplaceNumber> workplaces, UUID before) {
        UUID cursor = before == null ? new UUID(-1, -1) : before;
        return workplaces == null
                ? query("where id < ?1 order by id desc limit " + (PAGE + 1), List.of(cursor))
                : query(
                        "where id < ?1 and management_no in (?2) and " + NOTICED + " order by id desc limit "
                                + (PAGE + 1),
                        List.of(
                                cursor,
                                workplaces.stream().map(WorkplaceNumber::digits).toList()));
    }

    void move(SettlementAudit it, AuditState to, UUID correctionId) {
        entities.createNativeQuery(
                        "update settlement_audit set state = ?2, correction_id = cast(?3 as uuid) where id = ?1")
                .setParameter(1, it.id())
                .setParameter(2, to.name())
                .setParameter(3, correctionId == null ? null : correctionId.toString())
                .executeUpdate();
    }

    void add(SettlementAudit it, AuditState.Step step, LocalDate on, String memberId, String note) {
        entities.createNativeQuery(
                        "insert into settlement_audit_step (audit_id, no, step, happened_on, member_id, note,"
                                + " management_no) values (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
                .setParameter(1, it.id())
                .setParameter(2, it.steps().size() + 1)
                .setParameter(3, step.name())
                .setParameter(4, on)
                .setParameter(5, memberId)
                .setParameter(6, note)
                .setParameter(7, it.managementNo().digits())
                .executeUpdate();
    }

    private static String text(Won won) {
        return won == null ? null : Long.toString(won.amount());
    }

    private static String text(BigDecimal percent) {
        return percent == null ? null : percent.toPlainString();
    }

    @SuppressWarnings("unchecked")
    private List<SettlementAudit> query(String rest, List<Object> values) {
        var query = entities.createNativeQuery("select " + COLUMNS + ", (select reason from audit_selection where"
                + " audit_selection.id = settlement_audit.selection_id) from settlement_audit " + rest);
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        List<Object[]> rows = query.getResultList();
        return rows.stream()
                .map(row -> new SettlementAudit(
                        (UUID) row[0],
                        (UUID) row[1],
                        (UUID) row[2],
                        WorkplaceNumber.of((String) row[3]),
                        (Integer) row[4],
                        AuditState.valueOf((String) row[5]),
                        Arrays.stream(((String) row[13]).split(","))
                                .filter(name -> !name.isEmpty())
                                .map(Insurance::valueOf)
                                .toList(),
                        (String) row[14],
                        Won.of(((Number) row[6]).longValue()),
                        Won.of(((Number) row[11]).longValue()),
                        row[7] == null ? null : Won.of(((Number) row[7]).longValue()),
                        (BigDecimal) row[8],
                        (BigDecimal) row[12],
                        (String) row[9],
                        (UUID) row[10],
                        steps((UUID) row[0])))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<SettlementAudit.Happened> steps(UUID auditId) {
        List<Object[]> rows = entities.createNativeQuery(
                        "select no, step, cast(happened_on as text), note from settlement_audit_step"
                                + " where audit_id = ?1 order by no")
                .setParameter(1, auditId)
                .getResultList();
        return rows.stream()
                .map(row -> new SettlementAudit.Happened(
                        (Integer) row[0],
                        AuditState.Step.valueOf((String) row[1]),
                        LocalDate.parse((String) row[2]),
                        (String) row[3]))
                .toList();
    }
}
