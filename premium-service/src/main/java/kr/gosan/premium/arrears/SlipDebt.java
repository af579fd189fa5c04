package kr.gosan.premium.arrears;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import kr.gosan.kernel.money.Won;

/**
 * What is to be paid on a slip, and what was.
 *
 * @param name begins the names of its steps, such as {@code ia.period-0}
 * @param statutoryDueDate before the business calendar moves it
 * @param payable with the lump-sum discount taken off
 * @param lumpSumDiscount owed after all when the slip is not paid in full in time (보험료징수법 §17④); zero without one
 * @param payments by day
 */
public record SlipDebt(
        String name, LocalDate statutoryDueDate, Won payable, Won lumpSumDiscount, List<Payment> payments) {

    /** Money on the slip. */
    public record Payment(Won amount, LocalDate paidOn) {}

    public SlipDebt {
        payments =
                payments.stream().sorted(Comparator.comparing(Payment::paidOn)).toList();
    }

    /** What was paid up to a day, that day included. */
    Won paidBy(LocalDate day) {
        return Won.sum(payments.stream()
                .filter(each -> !each.paidOn().isAfter(day))
                .map(Payment::amount)
                .toList());
    }

    /** The discount that is void on a day because the slip was not paid in full by {@code dueDate}. */
    Won lostDiscount(LocalDate dueDate, LocalDate on) {
        return on.isAfter(dueDate) && paidBy(dueDate).compareTo(payable) < 0 ? lumpSumDiscount : Won.ZERO;
    }
}
