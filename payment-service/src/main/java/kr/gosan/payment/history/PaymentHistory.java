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

/** Reads what was paid, and which fund and levy got it. It only reads: payments and books belong to their own stores. */
@Singleton
public class PaymentHistory {

    private static final UUID FIRST = new UUID(0, 0);

    private static final String PAYMENTS = """
            select p.payment_id, p.slip_id, p.notice_id, p.amount, p.paid_on, p.late, p.channel,
                   r.reversed_on,
                   s.e_payment_no, s.debt_kind, s.insurance_year, s.insurance, s.period
            from payment p join slip s on s.slip_id = p.slip_id
                 left join payment_reversal r on r.payment_id = p.payment_id
            where p.management_no = :workplace
              and p.payment_id > :after
              and (cast(:slip as uuid) is null or p.slip_id = cast(:slip as uuid))
              and (cast(:year as integer) is null or s.insurance_year = cast(:year as integer))
              and (cast(:insurance as text) is null or s.insurance = cast(:insurance as text))
              and (cast(:from as date) is null or p.paid_on >= cast(:from as date))
              and (cast(:to as date) is null or p.paid_on <= cast(:to as date))
            order by p.payment_id
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
     * @param insuranceYear as the slip has it
     * @param from first day of payment, inclusive
     * @param to last day of payment, inclusive
     */
    public record Filter(UUID slipId, Integer insuranceYear, Insurance insurance, LocalDate from, LocalDate to) {

        public static Filter ofSlip(UUID slipId) {
            return new Filter(slipId, null, null, null, null);
        }
    }

    /**
     * What of a payment one fund got, and one levy within it.
     *
     * @param fund null for a fine, which belongs to none
     * @param levy null where the fund has none
     */
    public record Share(Fund fund, Levy levy, Won amount) {}

    /** A page of payments in the order they were noticed. */
    public Page<PaidSlip> page(WorkplaceNumber workplace, Filter filter, UUID after) {
        return Page.of(read(workplace, filter, after == null ? FIRST : after, Page.SIZE + 1), PaidSlip::paymentId);
    }

    /** The first payments, in the order they were noticed. */
    public List<PaidSlip> first(WorkplaceNumber workplace, Filter filter, int most) {
        return read(workplace, filter, FIRST, most);
    }

    /** How the books divide a payment; adds up to it. */
    public List<Share> shares(PaidSlip payment) {
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

    private List<PaidSlip> read(WorkplaceNumber workplace, Filter filter, UUID after, int most) {
        Query query = entities.createNativeQuery(PAYMENTS, Object[].class)
                .setParameter("workplace", workplace.digits())
                .setParameter("after", after)
                .setParameter("slip", text(filter.slipId()))
                .setParameter("year", text(filter.insuranceYear()))
                .setParameter("insurance", text(filter.insurance()))
                .setParameter("from", text(filter.from()))
                .setParameter("to", text(filter.to()))
                .setParameter("most", most);
        @SuppressWarnings("unchecked")
        List<Object[]> rows = query.getResultList();
        List<PaidSlip> found = new ArrayList<>();
        rows.forEach(row -> found.add(paid(row)));
        return found;
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    private static LocalDate day(Object value) {
        return value instanceof java.sql.Date day ? day.toLocalDate() : (LocalDate) value;
    }

    private static PaidSlip paid(Object[] row) {
        return new PaidSlip(
                (UUID) row[0],
                (UUID) row[1],
                (UUID) row[2],
                Won.of(((Number) row[3]).longValue()),
                day(row[4]),
                (Boolean) row[5],
                Channel.valueOf((String) row[6]),
                day(row[7]),
                (String) row[8],
                DebtKind.valueOf((String) row[9]),
                ((Number) row[10]).intValue(),
                Insurance.valueOf((String) row[11]),
                ((Number) row[12]).intValue());
    }
}
