package kr.gosan.payment.clearance;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.payment.arrears.charge.OpenDebt;

/**
 * Whether a workplace has paid in full: nothing is open on the day whose due date lies before it. Not-yet-due instalments do
 * not stand against it, and neither does what is due on the day itself. A slip's figures do not count, only what is still
 * owed: a debt that is overdue is in arrears also before it is handed over.
 */
final class Clearance {

    private Clearance() {}

    /**
     * What stands against it, by due date; nothing when all is paid.
     *
     * @param open everything that is open on the day, with the late charge to that day
     */
    static List<OpenDebt> overdue(List<OpenDebt> open, Set<Insurance> insurances, LocalDate on) {
        return open.stream()
                .filter(debt -> insurances.contains(debt.debt().insurance()))
                .filter(debt -> on.isAfter(debt.terms().dueDate()))
                .toList();
    }
}
