package kr.gosan.payment.correction;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.arrears.InsuranceLock;
import kr.gosan.payment.book.FundAccount;
import kr.gosan.payment.correction.plan.Standing;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.DueDates;
import kr.gosan.payment.debt.FiledInsurance;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.payment.debt.PaymentPeriod;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.debt.SlipState;
import kr.gosan.payment.ledger.LedgerStore;
import kr.gosan.payment.slip.FiledReturnStore;
import kr.gosan.payment.slip.SlipStore;

/** Reads every debt of a workplace as it stands, and holds it: whoever pays meanwhile waits. */
@Singleton
class Standings {

    /** The day of what is settled: long past, and on no calendar. */
    private static final LocalDate SETTLED = LocalDate.EPOCH;

    private final FiledReturnStore returns;
    private final SlipStore slips;
    private final LedgerStore ledger;
    private final InsuranceLock lock;

    Standings(FiledReturnStore returns, SlipStore slips, LedgerStore ledger, InsuranceLock lock) {
        this.returns = returns;
        this.slips = slips;
        this.ledger = ledger;
        this.lock = lock;
    }

    /** Insurances and slips are locked before the ledger is read: no payment, collection or refund comes between. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Standing> hold(WorkplaceNumber workplace, DueDates dueDates) {
        lock.hold(workplace);
        Map<Debt, Slip> live = new HashMap<>();
        slips.lockOf(workplace).forEach(slip -> live.put(slip.debt(), slip));
        Map<Debt, LocalDate> statutory = new LinkedHashMap<>();
        for (FiledReturn filed : returns.ofWorkplace(workplace)) {
            for (FiledInsurance insurance : filed.insurances()) {
                for (PaymentPeriod period : insurance.periods()) {
                    statutory.put(filed.debt(insurance, period), period.statutoryDueDate());
                }
            }
        }
        Map<Debt, Map<FundAccount, Won>> balances = ledger.debts(workplace);
        balances.keySet().forEach(debt -> statutory.computeIfAbsent(debt, this::dueBySlips));
        List<Standing> standings = new ArrayList<>();
        statutory.forEach((debt, day) -> {
            Optional<Slip> slip = Optional.ofNullable(live.get(debt));
            standings.add(new Standing(
                    debt,
                    slip.map(found -> found.figures().statutoryDueDate()).orElse(day),
                    slip.map(Slip::dueDate).orElseGet(() -> day.equals(SETTLED) ? day : dueDates.of(day)),
                    slip,
                    balances.getOrDefault(debt, Map.of())));
        });
        return standings;
    }

    /** What is no period of a return fell due when its slips did; without any it is settled, and no day matters. */
    private LocalDate dueBySlips(Debt debt) {
        return slips.ofDebt(debt).stream()
                .filter(slip -> slip.state() != SlipState.CANCELLED)
                .map(slip -> slip.figures().statutoryDueDate())
                .findFirst()
                .orElse(SETTLED);
    }
}
