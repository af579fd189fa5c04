package kr.gosan.premium.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.time.KoreanTime;

/** Keeps batches, what they filed, and the latest answer to each of their rows. */
@Singleton
public class ReturnBatchStore {

    /** The most batches, or answers, one page holds. */
    static final int PAGE = 100;

    private static final String SELECT = """
            select b.id, b.key, b.posted_at, b.rows,
                   count(r.row_no) filter (where r.status = 'FILED'), count(r.row_no) filter (where r.status = 'REFUSED'),
                   count(r.row_no) filter (where r.status = 'INVALID'), count(r.row_no) filter (where r.status = 'FAILED')
              from return_batch b left join return_batch_row r on r.batch_id = b.id
             where b.member_id = ?1 and %s
             group by b.id order by b.id desc limit %d
            """;

    private final EntityManager entities;
    private final ObjectMapper mapper;

    public ReturnBatchStore(EntityManager entities, ObjectMapper mapper) {
        this.entities = entities;
        this.mapper = mapper;
    }

    /** What a batch has filed for a workplace and year; without return while that is being filed. */
    record Filing(byte[] sha256, UUID returnId, String receiptNo) {}

    /** The batch of the member under the key, new or posted again. */
    UUID post(String memberId, String key) {
        return (UUID) entities.createNativeQuery(
                        "insert into return_batch (member_id, key) values (?1, ?2) on conflict (member_id, key)"
                                + " do update set posted_at = now(), rows = null returning id",
                        UUID.class)
                .setParameter(1, memberId)
                .setParameter(2, key)
                .getSingleResult();
    }

    /** The posting was read to its end: answers beyond it are those of an earlier, longer file. */
    void complete(UUID batch, int lastRow, int rows) {
        entities.createNativeQuery("delete from return_batch_row where batch_id = ?1 and row_no > ?2")
                .setParameter(1, batch)
                .setParameter(2, lastRow)
                .executeUpdate();
        entities.createNativeQuery("update return_batch set rows = ?2 where id = ?1")
                .setParameter(1, batch)
                .setParameter(2, rows)
                .executeUpdate();
    }

    /**
     * Claims workplace and year for a row of this batch; a second posting of the same batch waits here for the first.
     *
     * @return empty when it is this transaction's to file, else what was filed before
     */
    Optional<Filing> claim(UUID batch, WorkplaceNumber workplace, int year, byte[] sha256) {
        boolean claimed = entities.createNativeQuery("insert into return_batch_filing (batch_id, management_no,"
                                + " insurance_year, content_sha256) values (?1, ?2, ?3, ?4) on conflict do nothing")
                        .setParameter(1, batch)
                        .setParameter(2, workplace.digits())
                        .setParameter(3, year)
                        .setParameter(4, sha256)
                        .executeUpdate()
                == 1;
        if (claimed) {
            return Optional.empty();
        }
        Object[] row = (Object[])
                entities.createNativeQuery("select content_sha256, return_id, receipt_no from return_batch_filing"
                                + " where batch_id = ?1 and management_no = ?2 and insurance_year = ?3")
                        .setParameter(1, batch)
                        .setParameter(2, workplace.digits())
                        .setParameter(3, year)
                        .getSingleResult();
        return Optional.of(new Filing((byte[]) row[0], (UUID) row[1], (String) row[2]));
    }

    /** Completes the claim, in the transaction of the filing. */
    void filed(UUID batch, RowAnswer answer) {
        entities.createNativeQuery("update return_batch_filing set return_id = ?4, receipt_no = ?5"
                        + " where batch_id = ?1 and management_no = ?2 and insurance_year = ?3")
                .setParameter(1, batch)
                .setParameter(2, answer.managementNo().digits())
                .setParameter(3, answer.insuranceYear())
                .setParameter(4, answer.returnId())
                .setParameter(5, answer.receiptNo())
                .executeUpdate();
        put(batch, answer);
    }

    /** Keeps the latest answer to a row. */
    void put(UUID batch, RowAnswer answer) {
        entities.createNativeQuery(
                        "insert into return_batch_row (batch_id, row_no, management_no, insurance_year, status,"
                                + " answer) values (?1, ?2, cast(?3 as text), cast(?4 as integer), ?5, ?6)"
                                + " on conflict (batch_id, row_no) do update set management_no = excluded.management_no,"
                                + " insurance_year = excluded.insurance_year, status = excluded.status, answer = excluded.answer")
                .setParameter(1, batch)
                .setParameter(2, answer.row())
                .setParameter(
                        3,
                        answer.managementNo() == null
                                ? null
                                : answer.managementNo().digits())
                .setParameter(4, answer.insuranceYear())
                .setParameter(5, answer.status().name())
                .setParameter(6, json(answer))
                .executeUpdate();
    }

    Optional<ReturnBatchView> find(String memberId, UUID batch) {
        return views(entities.createNativeQuery(SELECT.formatted("b.id = ?2", 1))
                        .setParameter(1, memberId)
                        .setParameter(2, batch)
                        .getResultList())
                .stream()
                .findFirst();
    }

    /** Newest first, one more than a page when there are more. */
    List<ReturnBatchView> list(String memberId, UUID before) {
        return views(entities.createNativeQuery(
                        SELECT.formatted("(cast(?2 as uuid) is null or b.id < cast(?2 as uuid))", PAGE + 1))
                .setParameter(1, memberId)
                .setParameter(2, before == null ? null : before.toString())
                .getResultList());
    }

    /** In the order of the file, at most a page, and one more when there are more. */
    @SuppressWarnings("unchecked")
    List<RowAnswer> answers(UUID batch, int afterRow) {
        List<String> rows = entities.createNativeQuery("select answer from return_batch_row"
                        + " where batch_id = ?1 and row_no > ?2 order by row_no limit " + (PAGE + 1))
                .setParameter(1, batch)
                .setParameter(2, afterRow)
                .getResultList();
        return rows.stream().map(this::answer).toList();
    }

    @SuppressWarnings("unchecked")
    private static List<ReturnBatchView> views(List<?> rows) {
        return ((List<Object[]>) rows)
                .stream()
                        .map(row -> new ReturnBatchView(
                                (UUID) row[0],
                                (String) row[1],
                                KoreanTime.timeOf((Instant) row[2]),
                                row[3] != null,
                                (Integer) row[3],
                                number(row[4]),
                                number(row[5]),
                                number(row[6]),
                                number(row[7])))
                        .toList();
    }

    private static int number(Object count) {
        return ((Number) count).intValue();
    }

    private String json(RowAnswer answer) {
        try {
            return mapper.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private RowAnswer answer(String json) {
        try {
            return mapper.readValue(json, RowAnswer.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored answer cannot be read", e);
        }
    }
}
