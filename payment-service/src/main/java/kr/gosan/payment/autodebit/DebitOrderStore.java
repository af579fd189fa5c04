package kr.gosan.payment.autodebit;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.Page;
import kr.gosan.payment.account.Purpose;
import kr.gosan.payment.debt.EPaymentNumber;

/** The orders of automatic debit. */
@Singleton
class DebitOrderStore {

    private static final UUID FIRST = new UUID(0, 0);
    private static final String COLUMNS =
            "select request_id, cast(due_date as text), management_no, insurance_year, slip_id,"
                    + " state, registration_id, purpose, amount, reduction, fee, ordered_at, transaction_id, reason, notice_id"
                    + " from debit_order where ";

    private final EntityManager entities;

    DebitOrderStore(EntityManager entities) {
        this.entities = entities;
    }

    /** Orders of a state, and what they come to; an amount is known once an order was sent. */
    record Sum(long orders, Won amount) {}

    /** Writes the order of a slip, unless the slip has one that is under way or was in this run. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean plan(LocalDate dueDate, UUID slipId, WorkplaceNumber workplace, int insuranceYear) {
        return query(
                                "insert into debit_order (request_id, due_date, management_no, insurance_year, slip_id, state)"
                                        + " values (?1, ?2, ?3, ?4, ?5, 'PLANNED') on conflict do nothing",
                                DebitOrder.requestId(slipId, dueDate),
                                dueDate,
                                workplace.digits(),
                                insuranceYear,
                                slipId)
                        .executeUpdate()
                == 1;
    }

    /**
     * The next planned order that nobody else holds, held until the transaction ends.
     *
     * @param aside those that are not meant
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<DebitOrder> lockPlanned(LocalDate dueDate, Set<UUID> aside) {
        return rows(
                        "due_date = ?1 and state = 'PLANNED' and cast(request_id as text) <> all(string_to_array(?2, ','))"
                                + " order by request_id limit 1 for update skip locked",
                        dueDate,
                        aside.stream().map(UUID::toString).collect(Collectors.joining(",")))
                .stream()
                .findFirst();
    }

    /** The order, held until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<DebitOrder> lock(UUID requestId) {
        return rows("request_id = ?1 for update", requestId).stream().findFirst();
    }

    /** The order a debit of a slip was for, if it may still be its answer; held until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<DebitOrder> lock(EPaymentNumber slip, Purpose purpose, Won amount, String transactionId) {
        return rows(
                        "slip_id = (select slip_id from slip where e_payment_no = ?1) and purpose = ?2 and amount = ?3"
                                + " and (state = 'SENT' or state = 'DEBITED' and transaction_id = ?4) for update",
                        slip.toString(),
                        purpose.name(),
                        amount.amount(),
                        transactionId)
                .stream()
                .findFirst();
    }

    /** The number of the order's slip; read without the slip, which would be remembered as it was before it is held. */
    EPaymentNumber number(DebitOrder order) {
        return EPaymentNumber.of((String) query("select e_payment_no from slip where slip_id = ?1", order.slipId())
                .getSingleResult());
    }

    /** Orders whose answer is not known; a page of them. */
    List<DebitOrder> sent(LocalDate dueDate, UUID after, int count) {
        return rows(
                "due_date = ?1 and state = 'SENT' and request_id > ?2 order by request_id limit ?3",
                dueDate,
                after == null ? FIRST : after,
                count);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void send(DebitOrder planned, DebitOrder.Message message) {
        query(
                        "update debit_order set state = 'SENT', registration_id = ?2, purpose = ?3, amount = ?4,"
                                + " reduction = ?5, fee = ?6, ordered_at = ?7 where request_id = ?1",
                        planned.requestId(),
                        message.registrationId(),
                        message.purpose().name(),
                        message.amount().amount(),
                        message.reduction().amount(),
                        message.fee().amount(),
                        message.orderedAt().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void skip(DebitOrder planned, OrderState.Skip why, Instant now) {
        query(
                        "update debit_order set state = 'SKIPPED', reason = ?2, closed_at = ?3 where request_id = ?1",
                        planned.requestId(),
                        why.name(),
                        now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void refuse(DebitOrder sent, String why, Instant now) {
        query(
                        "update debit_order set state = 'REFUSED', reason = ?2, closed_at = ?3 where request_id = ?1",
                        sent.requestId(),
                        why,
                        now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void debited(DebitOrder sent, String transactionId, UUID noticeId, Instant now) {
        query(
                        "update debit_order set state = 'DEBITED', transaction_id = ?2, notice_id = ?3, closed_at = ?4"
                                + " where request_id = ?1",
                        sent.requestId(),
                        transactionId,
                        noticeId,
                        now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** How a run stands. */
    Map<OrderState, Sum> sums(LocalDate dueDate) {
        Map<OrderState, Sum> sums = new EnumMap<>(OrderState.class);
        for (Object row : query(
                        "select state, count(*), cast(coalesce(sum(amount), 0) as bigint) from debit_order"
                                + " where due_date = ?1 group by state",
                        dueDate)
                .getResultList()) {
            Object[] sum = (Object[]) row;
            sums.put(
                    OrderState.valueOf((String) sum[0]),
                    new Sum(((Number) sum[1]).longValue(), Won.of(((Number) sum[2]).longValue())));
        }
        return sums;
    }

    /** @param state null for all */
    Page<DebitOrder> ofRun(LocalDate dueDate, OrderState state, UUID after) {
        return page(
                "due_date = ?3 and (?4 is null or state = ?4)", after, dueDate, state == null ? null : state.name());
    }

    Page<DebitOrder> ofWorkplace(WorkplaceNumber workplace, UUID after) {
        return page("management_no = ?3", after, workplace.digits());
    }

    private Page<DebitOrder> page(String condition, UUID after, Object... values) {
        List<Object> all = new ArrayList<>();
        all.add(after == null ? FIRST : after);
        all.add(Page.SIZE + 1);
        for (Object value : values) {
            all.add(value);
        }
        return Page.of(
                rows(
                        condition.replace("?4", "cast(?4 as text)")
                                + " and request_id > ?1 order by request_id limit ?2",
                        all.toArray()),
                DebitOrder::requestId);
    }

    @SuppressWarnings("unchecked")
    private List<DebitOrder> rows(String condition, Object... values) {
        List<Object[]> rows = query(COLUMNS + condition, values).getResultList();
        return rows.stream().map(DebitOrderStore::order).toList();
    }

    private Query query(String sql, Object... values) {
        Query query = entities.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query;
    }

    private static DebitOrder order(Object[] row) {
        return new DebitOrder(
                (UUID) row[0],
                LocalDate.parse((String) row[1]),
                WorkplaceNumber.of((String) row[2]),
                ((Number) row[3]).intValue(),
                (UUID) row[4],
                OrderState.valueOf((String) row[5]),
                row[6] == null
                        ? Optional.empty()
                        : Optional.of(new DebitOrder.Message(
                                (UUID) row[6],
                                Purpose.valueOf((String) row[7]),
                                won(row[8]),
                                won(row[9]),
                                won(row[10]),
                                instant(row[11]))),
                Optional.ofNullable((String) row[12]),
                Optional.ofNullable((String) row[13]),
                Optional.ofNullable((UUID) row[14]));
    }

    private static Won won(Object amount) {
        return Won.of(((Number) amount).longValue());
    }

    private static Instant instant(Object time) {
        return time instanceof Instant instant ? instant : ((OffsetDateTime) time).toInstant();
    }
}
