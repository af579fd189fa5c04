package kr.gosan.payment.autodebit;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.Page;

/** The runs, one for each due date, and the slips that are for one. */
@Singleton
class DebitRunStore {

    private static final UUID FIRST = new UUID(0, 0);
    private static final String COLUMNS =
            "select run_id, cast(due_date as text), started_by, started_at from debit_run where ";

    /**
     * Slips that are open, of an instalment whose latest wish (as {@code Accounts.debit}) is to be debited, and not under way yet.
     * The order of a return's year is the estimate's of the year after.
     */
    private static final String DEBITABLE = " from slip s join lateral (select wish from registered_account a"
            + " where a.management_no = s.management_no and a.purpose in ('DEBIT_ACCOUNT', 'DEBIT_CARD')"
            + " and a.insurance_year = s.insurance_year + 1 and a.from_period <= s.period"
            + " order by a.filed_on desc, a.registration_id desc limit 1) mandate on mandate.wish = 'START'"
            + " where s.state = 'ISSUED' and s.debt_kind = 'PERIOD' and s.period > 1";

    private final EntityManager entities;

    DebitRunStore(EntityManager entities) {
        this.entities = entities;
    }

    /** @param startedBy an operator, or this service by its clock */
    record Run(UUID runId, LocalDate dueDate, String startedBy, Instant startedAt) {}

    /** A slip that may be debited. */
    record Debitable(UUID slipId, WorkplaceNumber managementNo, int insuranceYear) {}

    /** The run of the due date, which is new or was there. */
    @Transactional(Transactional.TxType.MANDATORY)
    Run start(LocalDate dueDate, String startedBy, Instant now) {
        query(
                        "insert into debit_run (run_id, due_date, started_by, started_at) values (uuidv7(), ?1, ?2, ?3)"
                                + " on conflict do nothing",
                        dueDate,
                        startedBy,
                        now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
        return runs("due_date = ?1", dueDate).getFirst();
    }

    Optional<Run> find(UUID runId) {
        return runs("run_id = ?1", runId).stream().findFirst();
    }

    /** Latest first would need another cursor: runs come in the order they were started. */
    Page<Run> page(UUID after) {
        return Page.of(
                runs("run_id > ?1 order by run_id limit ?2", after == null ? FIRST : after, Page.SIZE + 1), Run::runId);
    }

    /** Slips that fall due that day and have no order in the run; a page of them in order of their ids. */
    @SuppressWarnings("unchecked")
    List<Debitable> debitable(LocalDate dueDate, UUID after, int count) {
        List<Object[]> rows = query(
                        "select s.slip_id, s.management_no, s.insurance_year" + DEBITABLE
                                + " and s.due_date = ?1 and s.slip_id > ?2"
                                + " and not exists (select from debit_order o where o.slip_id = s.slip_id"
                                + " and (o.due_date = s.due_date or o.state in ('PLANNED', 'SENT', 'DEBITED')))"
                                + " order by s.slip_id limit ?3",
                        dueDate,
                        after == null ? FIRST : after,
                        count)
                .getResultList();
        return debitable(rows);
    }

    /** Slips that fall due on one of some days, inclusive, whose debit on that day was not announced; a page of them. */
    @SuppressWarnings("unchecked")
    List<Debitable> unannounced(LocalDate first, LocalDate last, UUID after, int count) {
        List<Object[]> rows = query(
                        "select s.slip_id, s.management_no, s.insurance_year" + DEBITABLE
                                + " and s.due_date between ?1 and ?2 and s.slip_id > ?3"
                                + " and not exists (select from debit_announcement a where a.slip_id = s.slip_id"
                                + " and a.due_date = s.due_date)"
                                + " order by s.slip_id limit ?4",
                        first,
                        last,
                        after == null ? FIRST : after,
                        count)
                .getResultList();
        return debitable(rows);
    }

    /** Due dates of debitable slips that may be somebody's today: the system's day, or that of a sandbox workplace. */
    @SuppressWarnings("unchecked")
    List<LocalDate> maybeDue(LocalDate today) {
        List<String> days = query(
                        "select distinct cast(s.due_date as text)" + DEBITABLE
                                + " and (s.due_date = ?1 or exists (select from workplace w"
                                + " where w.management_no = s.management_no and w.sandbox_today = s.due_date))",
                        today)
                .getResultList();
        return days.stream().map(LocalDate::parse).sorted().toList();
    }

    /** Due dates of runs in which something is planned or unanswered. */
    @SuppressWarnings("unchecked")
    List<LocalDate> unfinished() {
        List<String> days = query(
                        "select distinct cast(due_date as text) from debit_order where state in ('PLANNED', 'SENT')")
                .getResultList();
        return days.stream().map(LocalDate::parse).sorted().toList();
    }

    /** Remembers the announcement; false when it was made before. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean announce(Debitable slip, LocalDate dueDate, LocalDate on) {
        return query(
                                "insert into debit_announcement (slip_id, due_date, management_no, insurance_year,"
                                        + " announced_on) values (?1, ?2, ?3, ?4, ?5) on conflict do nothing",
                                slip.slipId(),
                                dueDate,
                                slip.managementNo().digits(),
                                slip.insuranceYear(),
                                on)
                        .executeUpdate()
                == 1;
    }

    private static List<Debitable> debitable(List<Object[]> rows) {
        return rows.stream()
                .map(row ->
                        new Debitable((UUID) row[0], WorkplaceNumber.of((String) row[1]), ((Number) row[2]).intValue()))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<Run> runs(String condition, Object... values) {
        List<Object[]> rows = query(COLUMNS + condition, values).getResultList();
        return rows.stream()
                .map(row -> new Run(
                        (UUID) row[0],
                        LocalDate.parse((String) row[1]),
                        (String) row[2],
                        row[3] instanceof Instant instant ? instant : ((OffsetDateTime) row[3]).toInstant()))
                .toList();
    }

    private Query query(String sql, Object... values) {
        Query query = entities.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query;
    }
}
