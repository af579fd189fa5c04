package kr.gosan.premium.filing;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.premium.calculation.PaymentPeriod;
import kr.gosan.premium.calculation.PaymentPlan;
import kr.gosan.premium.calculation.ReturnCalculation;

/**
 * What is to be paid for a return and what has been. The rows are there from the filing on, so a payment can be taken in
 * even when the news of its slip comes later.
 */
@Singleton
public class SlipStore {

    private final EntityManager entities;
    private final SlipArrearsStore arrears;
    private final SlipFigures figures;

    public SlipStore(EntityManager entities, SlipArrearsStore arrears, SlipFigures figures) {
        this.entities = entities;
        this.arrears = arrears;
        this.figures = figures;
    }

    /** One slip to come for each period with something payable, written at once. */
    void expect(PremiumReturn filed, ReturnCalculation calculation) {
        StringJoiner rows = new StringJoiner(", ");
        List<Object> values = new ArrayList<>();
        for (PaymentPlan plan : calculation.plans().values()) {
            for (PaymentPeriod period : plan.periods()) {
                if (period.payable().isPositive()) {
                    rows.add("(?, ?, ?, ?, ?, ?, ?)");
                    values.addAll(List.of(
                            filed.id(),
                            filed.id(),
                            plan.insurance().name(),
                            period.period(),
                            filed.managementNo().digits(),
                            period.payable().amount(),
                            period.statutoryDueDate()));
                }
            }
        }
        if (values.isEmpty()) {
            return;
        }
        Query insert = entities.createNativeQuery(
                "insert into slip (origin_id, return_id, insurance, period, management_no, payable, statutory_due_date) values "
                        + rows);
        for (int i = 0; i < values.size(); i++) {
            insert.setParameter(i + 1, values.get(i));
        }
        insert.executeUpdate();
    }

    /** Notes the slip that was issued, in the place of an earlier one too; false when nothing is payable there. */
    boolean issued(SlipKey key, Issued slip) {
        return of(key, """
                        update slip set slip_id = ?4, e_payment_no = ?5, payable = ?6, due_date = ?7, ended = null,
                               figures = coalesce(cast(cast(?8 as text) as jsonb), figures)
                         where origin_id = ?1 and insurance = ?2 and period = ?3""")
                        .setParameter(4, slip.slipId().toString())
                        .setParameter(5, slip.ePaymentNo())
                        .setParameter(6, slip.payable().amount())
                        .setParameter(7, slip.dueDate())
                        .setParameter(8, figures.json(slip.funds()))
                        .executeUpdate()
                == 1;
    }

    /** Notes a slip where nothing was payable when the return was filed: a correction changed that, or has its own slip. */
    void added(PremiumReturn filed, SlipKey key, Issued slip) {
        of(key, """
                        insert into slip (origin_id, insurance, period, return_id, management_no, payable,
                                          statutory_due_date, slip_id, e_payment_no, due_date, figures)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?7, cast(cast(?10 as text) as jsonb))""")
                .setParameter(4, filed.id())
                .setParameter(5, filed.managementNo().digits())
                .setParameter(6, slip.payable().amount())
                .setParameter(7, slip.dueDate())
                .setParameter(8, slip.slipId().toString())
                .setParameter(9, slip.ePaymentNo())
                .setParameter(10, figures.json(slip.funds()))
                .executeUpdate();
    }

    /** Notes that a slip was cancelled and none took its place; not when another has taken it already. */
    void ended(SlipKey key, UUID slipId, String why, List<SlipFigures.Row> now) {
        of(key, """
                        update slip set payable = 0, ended = ?5,
                               figures = coalesce(cast(cast(?6 as text) as jsonb), figures)
                         where origin_id = ?1 and insurance = ?2 and period = ?3 and (slip_id is null or slip_id = ?4)""")
                .setParameter(4, slipId.toString())
                .setParameter(5, why)
                .setParameter(6, figures.json(now))
                .executeUpdate();
    }

    /** Notes that there will be no slip: too little is payable; false when nothing is payable there. */
    boolean dropped(SlipKey key) {
        return of(
                                key,
                                "update slip set payable = 0, ended = 'DROPPED' where origin_id = ?1 and insurance = ?2 and period = ?3")
                        .executeUpdate()
                == 1;
    }

    /** Takes in that a payment was taken back, once; it may not have been told yet. */
    void reversed(SlipKey key, WorkplaceNumber workplace, Reversed reversed) {
        of(key, """
                        insert into slip_payment_reversal (origin_id, insurance, period, payment_id, management_no,
                                                           reversed_on)
                        values (?1, ?2, ?3, ?4, ?5, ?6) on conflict do nothing""")
                .setParameter(4, reversed.paymentId())
                .setParameter(5, workplace.digits())
                .setParameter(6, reversed.on())
                .executeUpdate();
    }

    /** Notes the later due date of a slip; false when there is none. */
    boolean moved(SlipKey key, LocalDate dueDate) {
        return of(key, "update slip set due_date = ?4 where origin_id = ?1 and insurance = ?2 and period = ?3")
                        .setParameter(4, dueDate)
                        .executeUpdate()
                == 1;
    }

    private Query of(SlipKey key, String sql) {
        return entities.createNativeQuery(sql)
                .setParameter(1, key.originId())
                .setParameter(2, key.insurance().name())
                .setParameter(3, key.period());
    }

    /** What payment-service tells of a slip. @param funds its rows; null where they were not told */
    record Issued(UUID slipId, String ePaymentNo, Won payable, LocalDate dueDate, List<SlipFigures.Row> funds) {}

    /** A payment that was taken back. */
    record Reversed(String paymentId, LocalDate on) {}

    /** A payment of a slip. @param amount what it settles: the money, and what was let off for automatic debit */
    record Paid(String paymentId, Won amount, LocalDate paidOn, String channel) {}

    /** Whether there is something payable there. */
    boolean exists(SlipKey key) {
        return !of(key, "select 1 from slip where origin_id = ?1 and insurance = ?2 and period = ?3")
                .getResultList()
                .isEmpty();
    }

    /** Takes in a payment; false when it is known already. */
    boolean paid(SlipKey key, WorkplaceNumber workplace, Paid payment) {
        return of(key, """
                        insert into slip_payment (origin_id, insurance, period, payment_id, management_no, amount, paid_on,
                                                  channel)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) on conflict (payment_id) do nothing""")
                        .setParameter(4, payment.paymentId())
                        .setParameter(5, workplace.digits())
                        .setParameter(6, payment.amount().amount())
                        .setParameter(7, payment.paidOn())
                        .setParameter(8, payment.channel())
                        .executeUpdate()
                == 1;
    }

    /** The slips of a return in the order they fall due, those of corrections last, with what is paid on each. */
    @SuppressWarnings("unchecked")
    List<SlipView> of(UUID returnId) {
        Map<SlipKey, SlipArrears> with = arrears.of(returnId);
        List<Object[]> rows =
                entities.createNativeQuery("""
                        select s.insurance, s.period, s.slip_id, s.e_payment_no, s.payable, s.statutory_due_date,
                               s.due_date, coalesce(sum(p.amount), 0), max(p.paid_on), s.ended, s.origin_id,
                               cast(s.figures as text)
                          from slip s
                          left join (select * from slip_payment where payment_id not in
                                            (select payment_id from slip_payment_reversal)) p
                                 using (origin_id, insurance, period)
                         where s.return_id = ?1
                         group by s.origin_id, s.insurance, s.period
                         order by s.origin_id <> s.return_id, s.insurance desc, s.period, s.origin_id
                        """).setParameter(1, returnId).getResultList();
        return rows.stream().map(row -> view(returnId, row, with)).toList();
    }

    private SlipView view(UUID returnId, Object[] row, Map<SlipKey, SlipArrears> with) {
        UUID origin = (UUID) row[10];
        SlipKey key = new SlipKey(origin, Insurance.valueOf((String) row[0]), ((Number) row[1]).intValue());
        SlipArrears arrearsOf = with.getOrDefault(key, SlipArrears.NONE);
        LocalDate byBank = day(row[8]);
        LocalDate last = arrearsOf
                .collectedOn()
                .filter(day -> arrearsOf.withCollector() && (byBank == null || day.isAfter(byBank)))
                .orElse(byBank);
        return new SlipView(
                key.insurance(),
                key.period(),
                origin.equals(returnId) ? null : origin,
                row[2] == null ? null : UUID.fromString((String) row[2]),
                (String) row[3],
                won(row[4]),
                day(row[5]),
                day(row[6]),
                arrearsOf.withCollector() ? won(row[7]).plus(arrearsOf.collected()) : won(row[7]),
                last,
                (String) row[9],
                arrearsOf.withCollector() ? arrearsOf.owed() : null,
                figures.rows((String) row[11]),
                arrearsOf);
    }

    private static Won won(Object number) {
        return Won.of(((Number) number).longValue());
    }

    private static LocalDate day(Object date) {
        return date == null ? null : LocalDate.parse(date.toString());
    }
}
