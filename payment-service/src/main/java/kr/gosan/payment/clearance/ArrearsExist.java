package kr.gosan.payment.clearance;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.arrears.charge.OpenDebt;
import kr.gosan.payment.debt.DebtKind;
import kr.gosan.platform.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The problem {@code arrears-exist}: why there is no certificate.
 *
 * @param asOf the day up to which late charges are counted
 * @param arrears what is overdue, by due date
 * @param total of them all
 */
@Schema(name = "ArrearsExistProblem")
record ArrearsExist(@JsonUnwrapped Problem problem, LocalDate asOf, List<Overdue> arrears, Won total) {

    /**
     * A debt whose due date has passed.
     *
     * @param period 0 for a lump sum and for what has no periods
     * @param withCollector whether the National Health Insurance Service collects it: its notice is paid, not the slip
     * @param items what is open on it, such as PREMIUM, LATE_CHARGE, SURCHARGE, BENEFIT_RECOVERY, FINE
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Overdue(
            DebtKind debtKind,
            UUID originId,
            UUID returnId,
            int insuranceYear,
            Insurance insurance,
            int period,
            LocalDate dueDate,
            boolean withCollector,
            Map<String, Won> items,
            Won open) {

        static Overdue of(OpenDebt debt) {
            Map<String, Won> items = new TreeMap<>();
            debt.amounts().keySet().forEach(item -> items.put(item.name(), debt.sum(item)));
            if (debt.fine().isPositive()) {
                items.put("FINE", debt.fine());
            }
            return new Overdue(
                    debt.debt().kind(),
                    debt.debt().originId(),
                    debt.debt().returnId(),
                    debt.debt().insuranceYear(),
                    debt.debt().insurance(),
                    debt.debt().period(),
                    debt.terms().dueDate(),
                    debt.terms().withCollector(),
                    items,
                    debt.total());
        }
    }

    static ArrearsExist of(Problem problem, LocalDate asOf, List<OpenDebt> debts) {
        return new ArrearsExist(
                problem,
                asOf,
                debts.stream().map(Overdue::of).toList(),
                Won.sum(debts.stream().map(OpenDebt::total).toList()));
    }
}
