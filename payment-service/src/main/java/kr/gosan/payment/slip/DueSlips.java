package kr.gosan.payment.slip;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.debt.SlipState;

/** Slips that a day has come for, found without being held: whoever acts on one holds it then, and looks again. */
@Singleton
public class DueSlips {

    private static final UUID FIRST = new UUID(0, 0);
    private static final int PAGE = 500;

    private final EntityManager entities;

    DueSlips(EntityManager entities) {
        this.entities = entities;
    }

    /** The days of a slip, as they are when nobody holds it. */
    record Due(UUID slipId, WorkplaceNumber managementNo, LocalDate statutoryDueDate, LocalDate dueDate) {}

    /** Slips that count and whose statutory due date lies between two days, inclusive, in order of their ids; a page of them. */
    List<Due> due(LocalDate first, LocalDate last, UUID after) {
        return entities
                .createQuery(
                        "select slipId, managementNo, statutoryDueDate, dueDate from SlipEntity"
                                + " where statutoryDueDate between ?1 and ?2 and slipId > ?3 and state <> ?4 order by slipId",
                        Object[].class)
                .setParameter(1, first)
                .setParameter(2, last)
                .setParameter(3, after == null ? FIRST : after)
                .setParameter(4, SlipState.CANCELLED)
                .setMaxResults(PAGE)
                .getResultList()
                .stream()
                .map(row -> new Due(
                        (UUID) row[0], WorkplaceNumber.of((String) row[1]), (LocalDate) row[2], (LocalDate) row[3]))
                .toList();
    }

    /** Where a slip is found that has to be looked at. @param lastDay null for one that was paid */
    public record Found(UUID slipId, WorkplaceNumber managementNo, Insurance insurance, LocalDate lastDay) {

        /** Whether a day may close it, as far as can be said without holding it. */
        public boolean isOverOn(LocalDate day) {
            return lastDay == null || lastDay.isBefore(day);
        }
    }

    /**
     * Slips that the end of a day may close, in order of their ids: still to be paid though their last day lies before it, or
     * paid late and not looked at since. Fines are not among them: their authority collects them itself.
     *
     * @param workplace null for every workplace
     * @param before null for every day
     * @param after the last id of the page before; null for the first page
     */
    @SuppressWarnings("unchecked")
    public List<Found> toHandOver(WorkplaceNumber workplace, LocalDate before, UUID after) {
        List<Object[]> rows = entities.createNativeQuery("select slip_id, management_no, insurance,"
                        + " cast(case when state = 'ISSUED' then last_day end as text) from slip s"
                        + " where slip_id > ?1 and debt_kind <> 'FINE'"
                        + " and (cast(?2 as text) is null or management_no = ?2)"
                        + " and (state = 'ISSUED' and (cast(?3 as date) is null or last_day < cast(?3 as date))"
                        + " or state = 'PAID'"
                        + " and exists (select 1 from payment p where p.slip_id = s.slip_id and p.late)"
                        + " and coalesce((select change from arrears_message m where m.slip_id = s.slip_id"
                        + " order by no desc limit 1), 'TAKEN_BACK') = 'TAKEN_BACK')"
                        + " order by slip_id limit " + PAGE)
                .setParameter(1, after == null ? FIRST : after)
                .setParameter(2, workplace == null ? null : workplace.digits())
                .setParameter(3, before == null ? null : before.toString())
                .getResultList();
        return found(rows);
    }

    /**
     * Slips of fines still to be paid though their last day lies before a day, in order of their ids.
     *
     * @param before null for every day
     * @param after the last id of the page before; null for the first page
     */
    @SuppressWarnings("unchecked")
    public List<Found> openFines(LocalDate before, UUID after) {
        List<Object[]> rows = entities.createNativeQuery("select slip_id, management_no, insurance,"
                        + " cast(last_day as text) from slip where slip_id > ?1 and debt_kind = 'FINE'"
                        + " and state = 'ISSUED' and (cast(?2 as date) is null or last_day < cast(?2 as date))"
                        + " order by slip_id limit " + PAGE)
                .setParameter(1, after == null ? FIRST : after)
                .setParameter(2, before == null ? null : before.toString())
                .getResultList();
        return found(rows);
    }

    private static List<Found> found(List<Object[]> rows) {
        return rows.stream()
                .map(row -> new Found(
                        (UUID) row[0],
                        WorkplaceNumber.of((String) row[1]),
                        Insurance.valueOf((String) row[2]),
                        row[3] == null ? null : LocalDate.parse((String) row[3])))
                .toList();
    }
}
