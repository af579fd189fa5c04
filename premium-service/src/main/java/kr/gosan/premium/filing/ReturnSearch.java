package kr.gosan.premium.filing;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.number.WorkplaceNumber;

/** Finds returns by what is known of them. */
@Singleton
public class ReturnSearch {

    /** The most returns one page of a list holds. */
    static final int PAGE = 50;

    private static final String GRANTED = """
            (w.owner_member_id = ?
             or exists (select 1 from workplace_mandate m
                         where m.management_no = w.management_no and m.agency_member_id = ?
                           and m.given_from is not null and m.ended_on is null))""";

    private final EntityManager entities;

    public ReturnSearch(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Which returns to find; every condition given must hold, a null is none.
     *
     * @param memberId only of workplaces this member may act for; null for those of all
     * @param text part of the workplace's name or number
     * @param before only returns older than this one
     */
    record Query(
            String memberId,
            WorkplaceNumber workplace,
            Integer insuranceYear,
            ReturnState state,
            LocalDate filedFrom,
            LocalDate filedTo,
            String text,
            String clientReference,
            UUID before) {}

    /** Newest first. */
    ReturnView.Page page(Query query) {
        List<ReturnView.Summary> found = list(query);
        List<ReturnView.Summary> page = found.subList(0, Math.min(found.size(), PAGE));
        return new ReturnView.Page(
                page, found.size() > page.size() ? page.getLast().id() : null);
    }

    /** One more than a page when there are more. */
    @SuppressWarnings("unchecked")
    private List<ReturnView.Summary> list(Query query) {
        Conditions where = new Conditions();
        where.and(GRANTED, query.memberId(), query.memberId());
        where.and(
                "r.management_no = ?",
                query.workplace() == null ? null : query.workplace().digits());
        where.and("r.insurance_year = ?", query.insuranceYear());
        where.and("r.state = ?", query.state() == null ? null : query.state().name());
        where.and("r.filed_on >= ?", query.filedFrom());
        where.and("r.filed_on <= ?", query.filedTo());
        where.and("r.client_reference = ?", query.clientReference());
        where.and("r.id < ?", query.before());
        if (query.text() != null) {
            String number = query.text().replace("-", "");
            where.and(
                    "(strpos(lower(w.name), lower(?)) > 0 or strpos(w.management_no, ?) > 0)",
                    query.text(),
                    // A text of hyphens only is no number.
                    number.isEmpty() ? query.text() : number);
        }
        jakarta.persistence.Query found = entities.createNativeQuery(
                "select r.id, r.state, r.management_no, w.name, r.insurance_year, r.client_reference,"
                        + " cast(r.filed_on as text)"
                        + " from premium_return r join workplace w on w.management_no = r.management_no"
                        + where.sql() + " order by r.id desc");
        where.bind(found);
        List<Object[]> rows = found.setMaxResults(PAGE + 1).getResultList();
        return rows.stream()
                .map(row -> new ReturnView.Summary(
                        (UUID) row[0],
                        ReturnState.valueOf((String) row[1]),
                        WorkplaceNumber.of((String) row[2]),
                        (String) row[3],
                        ((Number) row[4]).intValue(),
                        (String) row[5],
                        row[6] == null ? null : LocalDate.parse((String) row[6])))
                .toList();
    }

    /** The conditions in use, with their values by number. */
    private static final class Conditions {

        private final StringBuilder sql = new StringBuilder(" where true");
        private final List<Object> values = new ArrayList<>();

        /** Nothing when the first value is null. */
        void and(String condition, Object... given) {
            if (given[0] == null) {
                return;
            }
            String numbered = condition;
            for (Object value : given) {
                values.add(value);
                numbered = numbered.replaceFirst("\\?(?!\\d)", "?" + values.size());
            }
            sql.append(" and ").append(numbered);
        }

        String sql() {
            return sql.toString();
        }

        void bind(jakarta.persistence.Query query) {
            for (int i = 0; i < values.size(); i++) {
                query.setParameter(i + 1, values.get(i));
            }
        }
    }
}
