package kr.gosan.payment.reconciliation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.Page;
import kr.gosan.payment.institution.Institution;
import kr.gosan.payment.reconciliation.rules.Comparison;
import kr.gosan.payment.reconciliation.rules.Difference;
import kr.gosan.payment.reconciliation.rules.Movement;
import org.hibernate.Session;

/** Comparisons that were made, with everything they found. The latest of a day counts. */
@Singleton
public class ReconciliationStore {

    private static final int AT_ONCE = 1_000;
    private static final UUID LAST = new UUID(-1, -1);

    private final EntityManager entities;
    private final ObjectMapper mapper;

    ReconciliationStore(EntityManager entities, ObjectMapper mapper) {
        this.entities = entities;
        this.mapper = mapper;
    }

    /**
     * One comparison.
     *
     * @param lines movements in the file
     * @param total their amounts, reversals and transfers too
     * @param latest a later comparison of the day has not taken its place
     */
    public record Reconciliation(
            UUID reconciliationId,
            Institution institution,
            LocalDate day,
            int lines,
            Won total,
            Won fees,
            int differences,
            boolean latest) {}

    /** One difference of a comparison, by its line. */
    public record Found(int line, Difference.Kind kind, String transactionId, Movement theirs, Movement ours) {}

    @Transactional(Transactional.TxType.MANDATORY)
    Reconciliation keep(DailyFile file, Comparison.Found found, String by, Instant at) {
        ReconciliationEntity row = new ReconciliationEntity();
        row.institution = file.institution();
        row.day = file.day();
        row.runBy = by;
        row.runAt = at;
        row.lines = found.lines();
        row.total = found.total().amount();
        row.fees = found.fees().amount();
        row.differences = found.differences().size();
        row.latest = true;
        row.persistAndFlush();
        // A file of another day differs in every line.
        entities.unwrap(Session.class)
                .doWork(connection -> keep(connection, row.reconciliationId, found.differences()));
        return reconciliation(row);
    }

    private void keep(Connection connection, UUID id, List<Difference> differences) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into reconciliation_difference (reconciliation_id, line, kind, transaction_id, theirs, ours)"
                        + " values (?, ?, ?, ?, cast(? as jsonb), cast(? as jsonb))")) {
            int line = 0;
            for (Difference difference : differences) {
                insert.setObject(1, id);
                insert.setInt(2, line++);
                insert.setString(3, difference.kind().name());
                insert.setString(4, difference.transactionId());
                insert.setString(5, json(difference.theirs()));
                insert.setString(6, json(difference.ours()));
                insert.addBatch();
                if (line % AT_ONCE == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /** Latest first; a page of them, of an institution and a day where they are given. */
    Page<Reconciliation> list(Institution institution, LocalDate day, UUID before) {
        List<Reconciliation> rows = ReconciliationEntity.<ReconciliationEntity>find(
                        "(?1 is null or institution = ?1) and (cast(?2 as LocalDate) is null or day = ?2)"
                                + " and reconciliationId < ?3 order by reconciliationId desc",
                        institution,
                        day,
                        before == null ? LAST : before)
                .range(0, Page.SIZE)
                .list()
                .stream()
                .map(ReconciliationStore::reconciliation)
                .toList();
        return Page.of(rows, Reconciliation::reconciliationId);
    }

    /** The days, both ends with them, that were compared after they were over: what came later in a day counts too. */
    SortedSet<LocalDate> compared(Institution institution, LocalDate from, LocalDate to) {
        return new TreeSet<>(entities.createNativeQuery(
                        "select distinct day from reconciliation where institution = ?1 and day between ?2 and ?3"
                                + " and run_at >= cast(day + 1 as timestamp) at time zone 'Asia/Seoul'",
                        LocalDate.class)
                .setParameter(1, institution.name())
                .setParameter(2, from)
                .setParameter(3, to)
                .getResultList());
    }

    Optional<Reconciliation> find(UUID id) {
        return ReconciliationEntity.<ReconciliationEntity>findByIdOptional(id).map(ReconciliationStore::reconciliation);
    }

    /** @param after the last line of the page before; −1 for the first page */
    @SuppressWarnings("unchecked")
    List<Found> differences(UUID id, int after) {
        List<Object[]> rows = entities.createNativeQuery("select line, kind, transaction_id, cast(theirs as text),"
                        + " cast(ours as text) from reconciliation_difference where reconciliation_id = ?1 and line > ?2"
                        + " order by line limit " + (Page.SIZE + 1))
                .setParameter(1, id)
                .setParameter(2, after)
                .getResultList();
        return rows.stream()
                .map(row -> new Found(
                        (Integer) row[0],
                        Difference.Kind.valueOf((String) row[1]),
                        (String) row[2],
                        movement((String) row[3]),
                        movement((String) row[4])))
                .toList();
    }

    private static Reconciliation reconciliation(ReconciliationEntity row) {
        return new Reconciliation(
                row.reconciliationId,
                row.institution,
                row.day,
                row.lines,
                Won.of(row.total),
                Won.of(row.fees),
                row.differences,
                row.latest);
    }

    private String json(Movement movement) {
        try {
            return movement == null ? null : mapper.writeValueAsString(movement);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Movement movement(String json) {
        try {
            return json == null ? null : mapper.readValue(json, Movement.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
