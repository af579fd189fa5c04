package kr.gosan.premium.filing;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

    public SlipStore(EntityManager entities) {
        this.entities = entities;
    }

    /** One slip to come for each period with something payable, written at once. */
    void expect(PremiumReturn filed, ReturnCalculation calculation) {
        StringJoiner rows = new StringJoiner(", ");
        List<Object> values = new ArrayList<>();
        for (PaymentPlan plan : calculation.plans().values()) {
            for (PaymentPeriod period : plan.periods()) {
                if (period.payable().isPositive()) {
                    rows.add("(?, ?, ?, ?, ?, ?)");
                    values.addAll(List.of(
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
                "insert into slip (return_id, insurance, period, management_no, payable, statutory_due_date) values "
                        + rows);
        for (int i = 0; i < values.size(); i++) {
            insert.setParameter(i + 1, values.get(i));
        }
        insert.executeUpdate();
    }

    /** Notes the slip that was issued, in the place of an earlier one too; false when nothing is payable there. */
    boolean issued(UUID returnId, Insurance insurance, int period, Issued slip) {
        return entities.createNativeQuery(
                                "update slip set slip_id = ?4, e_payment_no = ?5, payable = ?6, due_date = ?7,"
                                        + " ended = null where return_id = ?1 and insurance = ?2 and period = ?3")
                        .setParameter(1, returnId)
                        .setParameter(2, insurance.name())
                        .setParameter(3, period)
                        .setParameter(4, slip.slipId().toString())
                        .setParameter(5, slip.ePaymentNo())
                        .setParameter(6, slip.payable().amount())
                        .setParameter(7, slip.dueDate())
                        .executeUpdate()
                == 1;
    }

    /** Notes a slip for a period in which nothing was payable when the return was filed: a correction changed that. */
    void added(PremiumReturn filed, Insurance insurance, int period, Issued slip) {
        entities.createNativeQuery(
                        "insert into slip (return_id, insurance, period, management_no, payable,"
                                + " statutory_due_date, slip_id, e_payment_no, due_date) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?6)")
                .setParameter(1, filed.id())
                .setParameter(2, insurance.name())
                .setParameter(3, period)
                .setParameter(4, filed.managementNo().digits())
                .setParameter(5, slip.payable().amount())
                .setParameter(6, slip.dueDate())
                .setParameter(7, slip.slipId().toString())
                .setParameter(8, slip.ePaymentNo())
                .executeUpdate();
    }

    /** Notes that a slip was cancelled and none took its place; not when another has taken it already. */
    void ended(UUID returnId, Insurance insurance, int period, UUID slipId, String why) {
        entities.createNativeQuery("update slip set payable = 0, ended = ?5 where return_id = ?1 and insurance = ?2"
                        + " and period = ?3 and (slip_id is null or slip_id = ?4)")
                .setParameter(1, returnId)
                .setParameter(2, insurance.name())
                .setParameter(3, period)
                .setParameter(4, slipId.toString())
                .setParameter(5, why)
                .executeUpdate();
    }

    /** Takes in that a payment was taken back, once; it may not have been told yet. */
    void reversed(UUID returnId, WorkplaceNumber workplace, Insurance insurance, int period, Reversed reversed) {
        entities.createNativeQuery("insert into slip_payment_reversal (payment_id, return_id, insurance, period,"
                        + " management_no, reversed_on) values (?1, ?2, ?3, ?4, ?5, ?6) on conflict do nothing")
                .setParameter(1, reversed.paymentId())
                .setParameter(2, returnId)
                .setParameter(3, insurance.name())
                .setParameter(4, period)
                .setParameter(5, workplace.digits())
                .setParameter(6, reversed.on())
                .executeUpdate();
    }

    /** Notes the later due date of a slip; false when there is none. */
    boolean moved(UUID returnId, Insurance insurance, int period, LocalDate dueDate) {
        return entities.createNativeQuery(
                                "update slip set due_date = ?4 where return_id = ?1 and insurance = ?2 and period = ?3")
                        .setParameter(1, returnId)
                        .setParameter(2, insurance.name())
                        .setParameter(3, period)
                        .setParameter(4, dueDate)
                        .executeUpdate()
                == 1;
    }

    /** What payment-service tells of a slip. */
    record Issued(UUID slipId, String ePaymentNo, Won payable, LocalDate dueDate) {}

    /** A payment that was taken back. */
    record Reversed(String paymentId, LocalDate on) {}

    /** A payment of a slip. @param amount what it settles: the money, and what was let off for automatic debit */
    record Paid(String paymentId, Won amount, LocalDate paidOn, String channel) {}

    /** Whether there is something payable there. */
    boolean exists(UUID returnId, Insurance insurance, int period) {
        return !entities.createNativeQuery("select 1 from slip where return_id = ?1 and insurance = ?2 and period = ?3")
                .setParameter(1, returnId)
                .setParameter(2, insurance.name())
                .setParameter(3, period)
                .getResultList()
                .isEmpty();
    }

    /** Takes in a payment; false when it is known already. */
    boolean paid(UUID returnId, WorkplaceNumber workplace, Insurance insurance, int period, Paid payment) {
        return entities.createNativeQuery("insert into slip_payment (payment_id, return_id, insurance, period,"
                                + " management_no, amount, paid_on, channel) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
                                + " on conflict (payment_id) do nothing")
                        .setParameter(1, payment.paymentId())
                        .setParameter(2, returnId)
                        .setParameter(3, insurance.name())
                        .setParameter(4, period)
                        .setParameter(5, workplace.digits())
                        .setParameter(6, payment.amount().amount())
                        .setParameter(7, payment.paidOn())
                        .setParameter(8, payment.channel())
                        .executeUpdate()
                == 1;
    }

    /** The slips of a return in the order they fall due, with what is paid on each. */
    @SuppressWarnings("unchecked")
    List<SlipView> of(UUID returnId) {
        List<Object[]> rows =
                entities.createNativeQuery("""
                        select s.insurance, s.period, s.slip_id, s.e_payment_no, s.payable, s.statutory_due_date,
                               s.due_date, coalesce(sum(p.amount), 0), max(p.paid_on), s.ended
                          from slip s
                          left join (select * from slip_payment where payment_id not in
                                            (select payment_id from slip_payment_reversal where return_id = ?1)) p
                                 using (return_id, insurance, period)
                         where s.return_id = ?1
                         group by s.return_id, s.insurance, s.period
                         order by s.insurance desc, s.period
                        """).setParameter(1, returnId).getResultList();
        return rows.stream()
                .map(row -> new SlipView(
                        Insurance.valueOf((String) row[0]),
                        ((Number) row[1]).intValue(),
                        row[2] == null ? null : UUID.fromString((String) row[2]),
                        (String) row[3],
                        won(row[4]),
                        day(row[5]),
                        day(row[6]),
                        won(row[7]),
                        day(row[8]),
                        (String) row[9]))
                .toList();
    }

    private static Won won(Object number) {
        return Won.of(((Number) number).longValue());
    }

    private static LocalDate day(Object date) {
        return date == null ? null : LocalDate.parse(date.toString());
    }
}
