package kr.gosan.payment.charge;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.book.Levy;
import kr.gosan.payment.book.LevyWeights;
import kr.gosan.payment.charge.rules.PremiumDue;
import kr.gosan.payment.debt.DueDates;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.payment.ledger.LevyStore;
import kr.gosan.payment.slip.DueDateExtensionStore;
import kr.gosan.payment.slip.FiledReturnStore;

/**
 * The instalments of the industrial-accident estimates of a day's year and of the years before, as the ledger had them that
 * day. What is unpaid of a debt counts as unpaid confirmed premium first: only the rest is unpaid estimate, in the employer's
 * favour. What of an instalment is premium and what levies follows from the estimate as its return or the latest correction
 * told it (보험료징수법 §31③).
 */
@Singleton
class PremiumsDue {

    private final EntityManager entities;
    private final FiledReturnStore returns;
    private final DueDateExtensionStore extensions;
    private final LevyStore levies;

    PremiumsDue(EntityManager entities, FiledReturnStore returns, DueDateExtensionStore extensions, LevyStore levies) {
        this.entities = entities;
        this.returns = returns;
        this.extensions = extensions;
        this.levies = levies;
    }

    private record Booked(UUID returnId, int period, Won premium, Won confirmed, Won unpaid) {}

    List<PremiumDue> on(WorkplaceNumber workplace, LocalDate day) {
        Map<UUID, List<Booked>> booked =
                booked(workplace, day).stream().collect(Collectors.groupingBy(Booked::returnId));
        DueDates dueDates = extensions.of(workplace);
        List<PremiumDue> due = new ArrayList<>();
        for (FiledReturn filed : returns.ofWorkplace(workplace)) {
            List<Booked> ofReturn = booked.getOrDefault(filed.returnId(), List.of());
            if (ofReturn.isEmpty()) {
                continue;
            }
            LevyWeights weights = levies.ofEstimate(filed.returnId());
            filed.insurances().stream()
                    .filter(part -> part.insurance() == Insurance.IA)
                    .flatMap(part -> part.periods().stream())
                    .forEach(period -> ofReturn.stream()
                            .filter(it -> it.period() == period.period())
                            .forEach(it -> due.add(new PremiumDue(
                                    filed.returnId(),
                                    filed.insuranceYear() + 1,
                                    period.period(),
                                    period.statutoryDueDate(),
                                    dueDates.of(period.statutoryDueDate()),
                                    it.premium(),
                                    weights.divide(it.premium()).get(Levy.ACCIDENT_PREMIUM),
                                    it.unpaid()
                                            .minus(it.confirmed().max(Won.ZERO))
                                            .max(Won.ZERO)
                                            .min(it.premium())))));
        }
        return due;
    }

    @SuppressWarnings("unchecked")
    private List<Booked> booked(WorkplaceNumber workplace, LocalDate day) {
        List<Object[]> rows = entities.createNativeQuery("""
                        select t.return_id, t.period,
                               cast(greatest(0, coalesce(sum(case e.side when 'CREDIT' then e.amount else -e.amount end)
                                   filter (where e.account in ('ESTIMATED_PREMIUM', 'E_FILING_REDUCTION',
                                                               'AUTO_DEBIT_REDUCTION')), 0)) as bigint),
                               cast(coalesce(sum(case e.side when 'CREDIT' then e.amount else -e.amount end)
                                   filter (where e.account = 'CONFIRMED_PREMIUM'), 0) as bigint),
                               cast(coalesce(sum(case e.side when 'DEBIT' then e.amount else -e.amount end)
                                   filter (where e.account in ('RECEIVABLE', 'ARREARS')), 0) as bigint)
                          from ledger_transaction t join ledger_entry e using (transaction_id)
                         where t.management_no = ?1 and t.insurance = 'IA' and t.debt_kind = 'PERIOD'
                           and t.insurance_year <= ?2 and t.value_date <= ?3
                         group by t.return_id, t.period order by 1, 2""")
                .setParameter(1, workplace.digits())
                .setParameter(2, day.getYear() - 1)
                .setParameter(3, day)
                .getResultList();
        return rows.stream()
                .map(row ->
                        new Booked((UUID) row[0], ((Number) row[1]).intValue(), won(row[2]), won(row[3]), won(row[4])))
                .toList();
    }

    private static Won won(Object sum) {
        return Won.of(((Number) sum).longValue());
    }
}
