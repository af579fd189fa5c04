package kr.gosan.payment.ledger;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.book.Levy;
import kr.gosan.payment.book.LevyWeights;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.DebtKind;

/**
 * By which weights the money of a debt is divided over premium and levies (보험료징수법 §31③): what a slip demands for the
 * year gone by, with its surcharge, by the confirmed premium's; the rest by the estimate's; as they are in force when the
 * money comes. Where a return told no weights all is premium, and so is what is no premium (급여징수금).
 */
@Singleton
public class LevyStore {

    private static final String SUMS = "select levy, coalesce(sum(amount) filter (where side = 'DEBIT'), 0),"
            + " coalesce(sum(amount) filter (where side = 'CREDIT'), 0)";

    private final EntityManager entities;

    LevyStore(EntityManager entities) {
        this.entities = entities;
    }

    private enum Stage {
        CONFIRMED,
        ESTIMATED
    }

    /** Keeps what a return or a correction of it tells, once. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void take(LevyNews news) {
        news.insurances().stream()
                .filter(part -> part.insurance() == Insurance.IA && part.levies() != null)
                .map(LevyNews.OfInsurance::levies)
                .forEach(levies -> {
                    keep(news, Stage.CONFIRMED, levies.confirmed());
                    keep(news, Stage.ESTIMATED, levies.estimated());
                });
    }

    private void keep(LevyNews news, Stage stage, LevyWeights weights) {
        if (weights == null) {
            return;
        }
        entities.createNativeQuery(
                        "insert into levy_weights (origin_id, stage, return_id, management_no, insurance_year,"
                                + " accident_premium, wage_claim, asbestos) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
                                + " on conflict (origin_id, stage) do nothing")
                .setParameter(1, news.adjustmentId() == null ? news.returnId() : news.adjustmentId())
                .setParameter(2, stage.name())
                .setParameter(3, news.returnId())
                .setParameter(4, news.managementNo().digits())
                .setParameter(5, news.insuranceYear())
                .setParameter(6, weights.accidentPremium())
                .setParameter(7, weights.wageClaim())
                .setParameter(8, weights.asbestos())
                .executeUpdate();
    }

    /** The weights of money that comes in for the debt. */
    LevyWeights received(Debt debt) {
        if (debt.returnId() == null) {
            return LevyWeights.PREMIUM_ONLY;
        }
        Object[] row = (Object[]) entities.createNativeQuery("""
                        select c.accident_premium, c.wage_claim, c.asbestos, e.accident_premium ea, e.wage_claim ew,
                               e.asbestos es, s.confirmed, s.estimated
                          from (select 1) as one
                          left join lateral (select * from levy_weights where return_id = ?1 and stage = 'CONFIRMED'
                                              order by seq desc limit 1) c on true
                          left join lateral (select * from levy_weights where return_id = ?1 and stage = 'ESTIMATED'
                                              order by seq desc limit 1) e on true
                          left join lateral (select greatest(l.confirmed_additional, 0) + l.charge as confirmed,
                                                    greatest(l.estimate - l.lump_sum_discount - slip.e_filing_reduction
                                                             + least(l.confirmed_additional, 0), 0) as estimated
                                               from slip join slip_line l using (slip_id)
                                              where slip.origin_id = ?2 and slip.insurance = 'IA' and slip.period = ?3
                                                and slip.debt_kind = ?4
                                              order by slip.slip_id desc limit 1) s on true
                        """)
                .setParameter(1, debt.returnId())
                .setParameter(2, debt.originId())
                .setParameter(3, debt.period())
                .setParameter(4, debt.kind().name())
                // Weights and slip lines are written at once, and nothing else is read here.
                .setFlushMode(FlushModeType.COMMIT)
                .getSingleResult();
        Optional<LevyWeights> confirmed = weights(row, 0);
        Optional<LevyWeights> estimated = weights(row, 3);
        if (confirmed.isEmpty() || estimated.isEmpty()) {
            return confirmed.or(() -> estimated).orElse(LevyWeights.PREMIUM_ONLY);
        }
        // Without a slip, what is owed for a correction stems from the year gone by.
        boolean unknown = row[6] == null;
        Won first = unknown ? Won.of(debt.kind() == DebtKind.CORRECTION ? 1 : 0) : won(row[6]);
        Won second = unknown ? Won.ZERO : won(row[7]);
        return LevyWeights.mixed(first, confirmed.get(), second, estimated.get());
    }

    /** The weights of the estimate of a return, as they are in force; all is premium where none were told. */
    public LevyWeights ofEstimate(UUID returnId) {
        List<?> rows = entities.createNativeQuery("select accident_premium, wage_claim, asbestos from levy_weights"
                        + " where return_id = ?1 and stage = 'ESTIMATED' order by seq desc limit 1")
                .setParameter(1, returnId)
                .getResultList();
        return rows.stream()
                .findFirst()
                .flatMap(row -> weights((Object[]) row, 0))
                .orElse(LevyWeights.PREMIUM_ONLY);
    }

    /**
     * The weights of money that goes out: by what came in for the debt. Where that is less than goes out, the money came in for
     * other debts: of the return that is corrected, or, where a new return finds it, of the year that return confirms. Where
     * nothing came in there either, as money that comes in.
     */
    LevyWeights givenBack(Debt debt, Won amount) {
        Map<Levy, BigDecimal> own = got(
                "t.origin_id = ?2 and t.period = ?3 and t.debt_kind = ?4",
                debt.managementNo(),
                List.of(debt.originId(), debt.period(), debt.kind().name()));
        if (sum(own).compareTo(BigDecimal.valueOf(amount.amount())) >= 0) {
            return weights(own).orElseGet(() -> received(debt));
        }
        if (debt.returnId() == null) {
            return received(debt);
        }
        // What was refunded before does not change what the money came in as.
        String source = "t.return_id is not null and t.kind not in ('REFUND_PAID', 'REFUND_RETURNED') and ";
        Map<Levy, BigDecimal> there = debt.kind() == DebtKind.CORRECTION
                ? got(source + "t.return_id = ?2", debt.managementNo(), List.of(debt.returnId()))
                : got(source + "t.insurance_year = ?2", debt.managementNo(), List.of(debt.insuranceYear() - 1));
        return weights(there).orElseGet(() -> received(debt));
    }

    /** What came in less what went out by levy; zero where nothing did. */
    private Map<Levy, BigDecimal> got(String where, WorkplaceNumber workplace, List<Object> parameters) {
        Map<Levy, BigDecimal> got = new EnumMap<>(Levy.class);
        for (Levy levy : Levy.values()) {
            got.put(levy, BigDecimal.ZERO);
        }
        Query query = entities.createNativeQuery("select e.levy, sum(case e.side when 'DEBIT' then e.amount"
                        + " else -e.amount end) from ledger_transaction t join ledger_entry e using (transaction_id)"
                        + " where t.management_no = ?1 and t.insurance = 'IA' and e.levy is not null and " + where
                        + " group by e.levy")
                .setParameter(1, workplace.digits());
        for (int i = 0; i < parameters.size(); i++) {
            query.setParameter(i + 2, parameters.get(i));
        }
        for (Object row : query.getResultList()) {
            Object[] sum = (Object[]) row;
            got.put(Levy.valueOf((String) sum[0]), (BigDecimal) sum[1]);
        }
        return got;
    }

    private static BigDecimal sum(Map<Levy, BigDecimal> got) {
        return got.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Empty where nothing is left, or more went out of a levy than came in for it. */
    private static Optional<LevyWeights> weights(Map<Levy, BigDecimal> got) {
        return sum(got).signum() == 0 || got.values().stream().anyMatch(sum -> sum.signum() < 0)
                ? Optional.empty()
                : Optional.of(new LevyWeights(
                        got.get(Levy.ACCIDENT_PREMIUM), got.get(Levy.WAGE_CLAIM), got.get(Levy.ASBESTOS)));
    }

    /**
     * Money of industrial-accident insurance by levy.
     *
     * @param received what came in, in won
     * @param givenBack what went out: reversed and refunded, in won
     */
    public record LevySum(Levy levy, Won received, Won givenBack) {

        public Won balance() {
            return received.minus(givenBack);
        }
    }

    /** Every levy for which money of the workplace ever moved. */
    public List<LevySum> ofWorkplace(WorkplaceNumber workplace) {
        return sums(entities.createNativeQuery(
                        SUMS + " from ledger_entry where management_no = ?1 and levy is not null" + " group by levy")
                .setParameter(1, workplace.digits())
                .getResultList());
    }

    /** Money by levy over all workplaces, between two value dates, both inclusive: what the funds settle by. */
    public List<LevySum> between(LocalDate first, LocalDate last) {
        return sums(
                entities.createNativeQuery(SUMS + " from ledger_transaction t join ledger_entry using (transaction_id)"
                                + " where t.value_date between ?1 and ?2 and levy is not null group by levy")
                        .setParameter(1, first)
                        .setParameter(2, last)
                        .getResultList());
    }

    private static List<LevySum> sums(List<?> rows) {
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new LevySum(Levy.valueOf((String) row[0]), won(row[1]), won(row[2])))
                .sorted(Comparator.comparing(LevySum::levy))
                .toList();
    }

    private static Optional<LevyWeights> weights(Object[] row, int from) {
        return row[from] == null
                ? Optional.empty()
                : Optional.of(new LevyWeights(
                        (BigDecimal) row[from], (BigDecimal) row[from + 1], (BigDecimal) row[from + 2]));
    }

    private static Won won(Object number) {
        return Won.of(((Number) number).longValue());
    }
}
