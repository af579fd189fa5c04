package kr.gosan.payment.reconciliation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.Page;
import kr.gosan.payment.institution.Institution;
import kr.gosan.payment.reconciliation.rules.Difference;
import kr.gosan.payment.reconciliation.rules.Movement;

/** Comparisons that were made, with everything they found. The latest of a day counts. */
@Singleton
public class ReconciliationStore {

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
     * @param lines movements in the file that concern payments
     * @param total their amounts, reversals too
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
    Reconciliation keep(DailyFile file, List<Difference> differences, String by, Instant at) {
        ReconciliationEntity row = new ReconciliationEntity();
        row.institution = file.institution();
        row.day = file.day();
        row.runBy = by;
        row.runAt = at;
        row.lines = file.movements().size();
        row.total = Won.sum(file.movements().stream().map(Movement::amount).toList())
                .amount();
        row.fees =
                Won.sum(file.movements().stream().map(Movement::fee).toList()).amount();
        row.differences = differences.size();
        row.latest = true;
        row.persistAndFlush();
        int line = 0;
        for (Difference difference : differences) {
            entities.createNativeQuery(
                            "insert into reconciliation_difference (reconciliation_id, line, kind,"
                                    + " transaction_id, theirs, ours) values (?1, ?2, ?3, ?4, cast(?5 as jsonb), cast(?6 as jsonb))")
                    .setParameter(1, row.reconciliationId)
                    .setParameter(2, line++)
                    .setParameter(3, difference.kind().name())
                    .setParameter(4, difference.transactionId())
                    .setParameter(5, json(difference.theirs()))
                    .setParameter(6, json(difference.ours()))
                    .executeUpdate();
        }
        return reconciliation(row);
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

    boolean isCompared(Institution institution, LocalDate day) {
        return ReconciliationEntity.count("institution = ?1 and day = ?2", institution, day) > 0;
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
