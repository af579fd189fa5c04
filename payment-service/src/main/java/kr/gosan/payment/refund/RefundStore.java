package kr.gosan.payment.refund;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.Page;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.DebtKind;
import kr.gosan.payment.refund.rules.RefundCause;
import kr.gosan.payment.refund.rules.RefundState;

/** Refunds with everything that happened to them: steps are added, and only the state moves on. */
@Singleton
public class RefundStore {

    private static final String COLUMNS =
            "select refund_id, management_no, insurance_year, debt_kind, origin_id, return_id,"
                    + " insurance, period, cause, cause_id, cast(arisen_on as text), cast(interest_from as text),"
                    + " cast(payable_until as text), state, step from refund ";
    private static final UUID FIRST = new UUID(0, 0);

    private final EntityManager entities;
    private final RefundSteps steps;

    RefundStore(EntityManager entities, RefundSteps steps) {
        this.entities = entities;
        this.steps = steps;
    }

    /** What became of a part of the money. */
    enum Use {
        OFFSET,
        DROPPED,
        INTEREST
    }

    /** Opens a refund; nothing happens when its cause has opened it before. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean open(Refund refund, Object detail) {
        Debt debt = refund.debt();
        int added = query(
                        "insert into refund (refund_id, management_no, insurance_year, debt_kind, origin_id, return_id,"
                                + " insurance, period, cause, cause_id, arisen_on, interest_from, payable_until, state, step)"
                                + " values (?1, ?2, ?3, ?4, ?5, cast(?6 as uuid), ?7, ?8, ?9, ?10, ?11, cast(?12 as date),"
                                + " cast(?13 as date), ?14, 1) on conflict do nothing",
                        refund.refundId(),
                        debt.managementNo().digits(),
                        debt.insuranceYear(),
                        debt.kind().name(),
                        debt.originId(),
                        debt.returnId() == null ? null : debt.returnId().toString(),
                        debt.insurance().name(),
                        debt.period(),
                        refund.cause().name(),
                        refund.causeId(),
                        refund.arisenOn(),
                        refund.interestFrom().map(LocalDate::toString).orElse(null),
                        refund.payableUntil().map(LocalDate::toString).orElse(null),
                        refund.state().name())
                .executeUpdate();
        if (added == 0) {
            return false;
        }
        refund.owed()
                .forEach((fund, amount) -> query(
                                "insert into refund_fund (refund_id, fund, management_no, insurance_year, amount)"
                                        + " values (?1, ?2, ?3, ?4, ?5)",
                                refund.refundId(),
                                fund.name(),
                                debt.managementNo().digits(),
                                debt.insuranceYear(),
                                amount.amount())
                        .executeUpdate());
        RefundState.Cause cause =
                refund.state() == RefundState.WAITING ? RefundState.Cause.CREDIT_ARISEN : RefundState.Cause.TOO_SMALL;
        steps.add(refund, new RefundSteps.Step(1, cause, refund.state(), null, refund.arisenOn(), detail));
        return true;
    }

    /**
     * Moves a locked refund on; throws {@link IllegalStateException} when the cause does not lead from its state.
     *
     * @param memberId null where nobody decided
     * @return the refund as it is now, its money not counted again
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Refund move(Refund refund, RefundState.Cause cause, String memberId, LocalDate on, Object detail) {
        RefundState to = RefundState.edge(Optional.of(refund.state()), cause)
                .orElseThrow(() -> new IllegalStateException(refund.state() + " knows no " + cause))
                .to();
        int moved = query(
                        "update refund set state = ?1, step = step + 1 where refund_id = ?2 and step = ?3",
                        to.name(),
                        refund.refundId(),
                        refund.step())
                .executeUpdate();
        if (moved != 1) {
            throw new IllegalStateException("refund " + refund.refundId() + " was not locked");
        }
        steps.add(refund, new RefundSteps.Step(refund.step() + 1, cause, to, memberId, on, detail));
        return find(refund.refundId()).orElseThrow();
    }

    /** Keeps what became of parts of the money, with the step that is about to be made. */
    @Transactional(Transactional.TxType.MANDATORY)
    void use(Refund refund, Use kind, Map<Fund, Won> amounts) {
        int line = ((Number) query(
                                "select count(*) from refund_use where refund_id = ?1 and step = ?2",
                                refund.refundId(),
                                refund.step() + 1)
                        .getSingleResult())
                .intValue();
        for (Map.Entry<Fund, Won> part : sorted(amounts).entrySet()) {
            if (part.getValue().isPositive()) {
                query(
                                "insert into refund_use (refund_id, step, line, management_no, insurance_year, kind, fund,"
                                        + " amount) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                                refund.refundId(),
                                refund.step() + 1,
                                line++,
                                refund.debt().managementNo().digits(),
                                refund.debt().insuranceYear(),
                                kind.name(),
                                part.getKey().name(),
                                part.getValue().amount())
                        .executeUpdate();
            }
        }
    }

    public Optional<Refund> find(UUID refundId) {
        return rows(COLUMNS + "where refund_id = ?1", refundId).stream().findFirst();
    }

    /** The refund, held until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<Refund> lock(UUID refundId) {
        return rows(COLUMNS + "where refund_id = ?1 for update", refundId).stream()
                .findFirst();
    }

    /** The workplace's refunds, in the order of their ids. */
    public Page<Refund> ofWorkplace(WorkplaceNumber workplace, UUID after) {
        return Page.of(
                rows(
                        COLUMNS + "where management_no = ?1 and refund_id > ?2 order by refund_id limit "
                                + (Page.SIZE + 1),
                        workplace.digits(),
                        after == null ? FIRST : after),
                Refund::refundId);
    }

    /** Refunds in one state, in the order of their ids; a page of them, of every workplace. */
    List<UUID> idsIn(RefundState state, UUID after) {
        return query(
                        "select refund_id from refund where state = ?1 and refund_id > ?2 order by refund_id limit "
                                + Page.SIZE,
                        state.name(),
                        after == null ? FIRST : after)
                .getResultList()
                .stream()
                .map(UUID.class::cast)
                .toList();
    }

    public List<RefundStep> steps(UUID refundId) {
        return steps.of(refundId);
    }

    /**
     * What refunds say the insurer still owes an insurance's employer: every part that was not offset, dropped or paid.
     * By itself, without the ledger, so that the two can be compared.
     */
    public Won open(WorkplaceNumber workplace, Insurance insurance) {
        List<Refund> refunds = rows(
                COLUMNS + "where management_no = ?1 and insurance = ?2 and state not in ('PAID', 'SENT')",
                workplace.digits(),
                insurance.name());
        return Won.sum(refunds.stream().map(Refund::leftInAll).toList());
    }

    @SuppressWarnings("unchecked")
    private List<Refund> rows(String sql, Object... values) {
        List<Object[]> rows = query(sql, values).getResultList();
        return rows.stream().map(this::refund).toList();
    }

    private Refund refund(Object[] row) {
        UUID refundId = (UUID) row[0];
        Map<Fund, Won> owed = amounts("select fund, amount from refund_fund where refund_id = ?1", refundId);
        Map<Fund, Won> left = sorted(owed);
        amounts(
                        "select fund, cast(sum(case kind when 'INTEREST' then amount else -amount end) as bigint)"
                                + " from refund_use where refund_id = ?1 group by fund",
                        refundId)
                .forEach((fund, amount) -> left.merge(fund, amount, Won::plus));
        Won interest = Won.sum(amounts(
                        "select fund, cast(sum(amount) as bigint) from refund_use where refund_id = ?1"
                                + " and kind = 'INTEREST' group by fund",
                        refundId)
                .values());
        return new Refund(
                refundId,
                new Debt(
                        DebtKind.valueOf((String) row[3]),
                        WorkplaceNumber.of((String) row[1]),
                        ((Number) row[2]).intValue(),
                        (UUID) row[4],
                        (UUID) row[5],
                        Insurance.valueOf((String) row[6]),
                        ((Number) row[7]).intValue()),
                RefundCause.valueOf((String) row[8]),
                (UUID) row[9],
                LocalDate.parse((String) row[10]),
                Optional.ofNullable((String) row[11]).map(LocalDate::parse),
                Optional.ofNullable((String) row[12]).map(LocalDate::parse),
                owed,
                left,
                interest,
                RefundState.valueOf((String) row[13]),
                ((Number) row[14]).intValue());
    }

    @SuppressWarnings("unchecked")
    private Map<Fund, Won> amounts(String sql, UUID refundId) {
        Map<Fund, Won> amounts = new EnumMap<>(Fund.class);
        ((List<Object[]>) query(sql, refundId).getResultList())
                .forEach(row -> amounts.put(Fund.valueOf((String) row[0]), Won.of(((Number) row[1]).longValue())));
        return amounts;
    }

    private static Map<Fund, Won> sorted(Map<Fund, Won> amounts) {
        Map<Fund, Won> all = new EnumMap<>(Fund.class);
        all.putAll(amounts);
        return all;
    }

    private Query query(String sql, Object... values) {
        Query query = entities.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query;
    }
}
