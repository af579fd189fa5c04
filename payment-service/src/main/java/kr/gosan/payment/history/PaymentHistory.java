package kr.gosan.payment.history;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.Page;
import kr.gosan.payment.book.Levy;
import kr.gosan.payment.debt.Channel;
import kr.gosan.payment.debt.DebtKind;

/**
 * Reads what was paid, in whichever way, and given back, and which fund and levy got it. It only reads: payments and books belong
 * to their own stores.
 */
@Singleton
public class PaymentHistory {

    private static final UUID FIRST = new UUID(0, 0);

    /** What is not in the books of slips is in the ledger: the cash that moved, and of offsets what of the excess was used. */
    private static final String PAYMENTS = """
            with line as (
                select 'SLIP' as kind, p.payment_id as id, p.slip_id, p.notice_id, p.amount, p.paid_on as day, p.late,
                       p.channel, r.reversed_on, s.e_payment_no, s.debt_kind, s.insurance_year, s.insurance, s.period
                from payment p join slip s on s.slip_id = p.slip_id
                     left join payment_reversal r on r.payment_id = p.payment_id
                where p.management_no = :workplace
                  and (cast(:slip as uuid) is null or p.slip_id = cast(:slip as uuid))
                union all
                select case when c.outcome = 'FROM_SUSPENSE' then 'FROM_SUSPENSE'
                            when t.kind = 'ARREARS_COLLECTED' then 'COLLECTED'
                            when t.kind = 'OVERPAYMENT_OFFSET' then 'OFFSET'
                            when t.kind = 'REFUND_PAID' then 'REFUNDED' else 'REFUND_RETURNED' end,
                       t.transaction_id, null, null,
                       (select cast(sum(case when (e.side = 'CREDIT') = (t.kind = 'REFUND_PAID') then e.amount
                                             else -e.amount end) as bigint)
                        from ledger_entry e
                        where e.transaction_id = t.transaction_id
                          and e.account = case t.kind when 'OVERPAYMENT_OFFSET' then 'EXCESS' else 'CASH' end),
                       t.value_date, false, null, back.collected_on, null,
                       t.debt_kind, t.insurance_year, t.insurance, t.period
                from ledger_transaction t
                     left join arrears_collection c on t.kind = 'ARREARS_COLLECTED' and c.collection_id = t.cause_id
                     left join arrears_collection back on c.outcome = 'ACCEPTED' and back.outcome = 'REVERSAL'
                          and back.reverses = c.nhis_transaction_id
                where t.management_no = :workplace
                  and t.kind in ('ARREARS_COLLECTED', 'OVERPAYMENT_OFFSET', 'REFUND_PAID', 'REFUND_RETURNED')
                  and (cast(:slip as uuid) is null or exists (
                      select from slip s where s.slip_id = cast(:slip as uuid) and s.management_no = t.management_no
                         and s.debt_kind = t.debt_kind and s.origin_id = t.origin_id and s.insurance = t.insurance
                         and s.period = t.period))
            )
            select id, slip_id, notice_id, amount, day, late, channel, reversed_on, e_payment_no, debt_kind,
                   insurance_year, insurance, period, kind
            from line
            where id > :after and amount > 0
              and (cast(:kind as text) is null or kind = cast(:kind as text))
              and (cast(:year as integer) is null or insurance_year = cast(:year as integer))
              and (cast(:insurance as text) is null or insurance = cast(:insurance as text))
              and (cast(:from as date) is null or day >= cast(:from as date))
              and (cast(:to as date) is null or day <= cast(:to as date))
            order by id
            limit :most
            """;

    private static final String SHARES = """
            select e.fund, e.levy, sum(e.amount)
            from ledger_transaction t join ledger_entry e on e.transaction_id = t.transaction_id
            where t.notice_id = :notice and t.kind = 'PAYMENT_RECEIVED' and e.account = 'CASH' and e.side = 'DEBIT'
            group by e.fund, e.levy
            order by e.fund desc, min(e.line)
            """;

    private final EntityManager entities;

    PaymentHistory(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Which payments are meant; null means any.
     *
     * @param slipId the slip that was paid, or whose debt was paid in another way
     * @param insuranceYear as the slip has it
     * @param from first day of payment, inclusive
     * @param to last day of payment, inclusive
     */
    public record Filter(
            UUID slipId,
            Integer insuranceYear,
            Insurance insurance,
            LocalDate from,
            LocalDate to,
            PaymentLine.Kind kind) {

        /** Payments of a slip itself. */
        public static Filter ofSlip(UUID slipId) {
            return new Filter(slipId, null, null, null, null, PaymentLine.Kind.SLIP);
        }
    }

    /**
     * What of a payment one fund got, and one levy within it.
     *
     * @param fund null for a fine, which belongs to none
     * @param levy null where the fund has none
     */
    public record Share(Fund fund, Levy levy, Won amount) {}

    /** A page of payments in the order they were noticed or booked. */
    public Page<PaymentLine> page(WorkplaceNumber workplace, Filter filter, UUID after) {
        return Page.of(read(workplace, filter, after == null ? FIRST : after, Page.SIZE + 1), PaymentLine::paymentId);
    }

    /** The first payments, in the order they were noticed or booked. */
    public List<PaymentLine> first(WorkplaceNumber workplace, Filter filter, int most) {
        return read(workplace, filter, FIRST, most);
    }

    /** How the books divide a payment; adds up to it. */
    public List<Share> shares(PaymentLine payment) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery(SHARES, Object[].class)
                .setParameter("notice", payment.noticeId())
                .getResultList();
        return rows.stream()
                .map(row -> new Share(
                        row[0] == null ? null : Fund.valueOf((String) row[0]),
                        row[1] == null ? null : Levy.valueOf((String) row[1]),
                        Won.of(((Number) row[2]).longValue())))
                .toList();
    }

    private List<PaymentLine> read(WorkplaceNumber workplace, Filter filter, UUID after, int most) {
        Query query = entities.createNativeQuery(PAYMENTS, Object[].class)
                .setParameter("workplace", workplace.digits())
                .setParameter("after", after)
                .setParameter("slip", text(filter.slipId()))
                .setParameter("year", text(filter.insuranceYear()))
                .setParameter("insurance", text(filter.insurance()))
                .setParameter("from", text(filter.from()))
                .setParameter("to", text(filter.to()))
                .setParameter("kind", text(filter.kind()))
                .setParameter("most", most);
        @SuppressWarnings("unchecked")
        List<Object[]> rows = query.getResultList();
        List<PaymentLine> found = new ArrayList<>();
        rows.forEach(row -> found.add(paid(row)));
        return found;
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    private static LocalDate day(Object value) {
        return value instanceof java.sql.Date day ? day.toLocalDate() : (LocalDate) value;
    }

    private static PaymentLine paid(Object[] row) {
        return new PaymentLine(
                PaymentLine.Kind.valueOf((String) row[13]),
                (UUID) row[0],
                (UUID) row[1],
                (UUID) row[2],
                Won.of(((Number) row[3]).longValue()),
                day(row[4]),
                (Boolean) row[5],
                row[6] == null ? null : Channel.valueOf((String) row[6]),
                day(row[7]),
                (String) row[8],
                DebtKind.valueOf((String) row[9]),
                ((Number) row[10]).intValue(),
                Insurance.valueOf((String) row[11]),
                ((Number) row[12]).intValue());
    }
}
