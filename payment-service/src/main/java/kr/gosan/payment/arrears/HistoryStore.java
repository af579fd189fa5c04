package kr.gosan.payment.arrears;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.arrears.charge.DebtHistory;
import kr.gosan.payment.arrears.charge.DebtHistory.Movement;
import kr.gosan.payment.book.Account;
import kr.gosan.payment.book.Posting;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.DebtKind;

/** Reads out of the ledger what was booked on each debt. */
@Singleton
public class HistoryStore {

    private static final String MOVEMENTS = """
            select t.debt_kind, t.insurance_year, t.origin_id, t.return_id, t.insurance, t.period,
                   t.kind, e.account, e.fund, cast(t.value_date as text),
                   cast(coalesce(sum(e.amount) filter (where e.side = 'DEBIT'), 0) as bigint),
                   cast(coalesce(sum(e.amount) filter (where e.side = 'CREDIT'), 0) as bigint)
              from ledger_transaction t join ledger_entry e using (transaction_id)
             where t.management_no = ?1 and t.origin_id is not null
               and (cast(?2 as uuid) is null or t.origin_id = ?2)
               and e.account in ('RECEIVABLE', 'ARREARS', 'SURCHARGE_DUE', 'LATE_CHARGE_DUE', 'LATE_CHARGE',
                                 'BENEFIT_RECOVERY_DUE', 'FINE_DUE', 'COLLECTION_COST_DUE', 'EXCESS')
             group by 1, 2, 3, 4, 5, 6, 7, 8, 9, t.value_date
             order by t.value_date, 2, 3, 5, 6""";

    private final EntityManager entities;

    HistoryStore(EntityManager entities) {
        this.entities = entities;
    }

    /** Of every debt the workplace ever had. */
    List<DebtHistory> of(WorkplaceNumber workplace) {
        return histories(workplace, null);
    }

    /** Of one debt; empty when nothing was booked on it. */
    Optional<DebtHistory> of(Debt debt) {
        return histories(debt.managementNo(), debt.originId()).stream()
                .filter(history -> history.debt().equals(debt))
                .findFirst();
    }

    @SuppressWarnings("unchecked")
    private List<DebtHistory> histories(WorkplaceNumber workplace, UUID originId) {
        List<Object[]> rows = entities.createNativeQuery(MOVEMENTS)
                .setParameter(1, workplace.digits())
                .setParameter(2, originId)
                .getResultList();
        Map<Debt, List<Movement>> movements = new LinkedHashMap<>();
        for (Object[] row : rows) {
            Debt debt = new Debt(
                    DebtKind.valueOf((String) row[0]),
                    workplace,
                    ((Number) row[1]).intValue(),
                    (UUID) row[2],
                    (UUID) row[3],
                    Insurance.valueOf((String) row[4]),
                    ((Number) row[5]).intValue());
            movements
                    .computeIfAbsent(debt, first -> new ArrayList<>())
                    .add(new Movement(
                            Posting.Kind.valueOf((String) row[6]),
                            Account.valueOf((String) row[7]),
                            Optional.ofNullable((String) row[8]).map(Fund::valueOf),
                            LocalDate.parse((String) row[9]),
                            won(row[10]),
                            won(row[11])));
        }
        return movements.entrySet().stream()
                .map(entry -> new DebtHistory(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Won won(Object sum) {
        return Won.of(((Number) sum).longValue());
    }
}
