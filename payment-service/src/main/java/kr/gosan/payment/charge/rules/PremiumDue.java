package kr.gosan.payment.charge.rules;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import kr.gosan.kernel.money.Won;

/**
 * An instalment of the industrial-accident estimate of the accident's year or an earlier one, or the whole of it, as the
 * books had it on the day of the accident.
 *
 * @param returnId the return it was estimated in
 * @param year the insurance year it is the estimate of
 * @param period 0 for a lump sum, else 1 to 4
 * @param statutoryDueDate tells the quarter it belongs to
 * @param dueDate the last day to pay, as holidays and extensions moved it
 * @param premium what was to be paid, its levies included, zero or more
 * @param accidentPremium what of it is industrial-accident premium without wage-claim and asbestos levies; zero to {@code
 *     premium}
 * @param unpaid on the day of the accident, that day's payments taken off; zero to {@code premium}
 */
public record PremiumDue(
        UUID returnId,
        int year,
        int period,
        LocalDate statutoryDueDate,
        LocalDate dueDate,
        Won premium,
        Won accidentPremium,
        Won unpaid) {

    public PremiumDue {
        Objects.requireNonNull(statutoryDueDate, "statutoryDueDate");
        Objects.requireNonNull(dueDate, "dueDate");
        if (premium.isNegative() || unpaid.isNegative() || unpaid.compareTo(premium) > 0) {
            throw new IllegalArgumentException("unpaid " + unpaid + " of " + premium);
        }
        if (accidentPremium.isNegative() || accidentPremium.compareTo(premium) > 0) {
            throw new IllegalArgumentException(accidentPremium + " of " + premium);
        }
    }

    /** Whether payment was neglected that day: its last day had passed, and something was unpaid. */
    boolean isOverdueOn(LocalDate day) {
        return day.isAfter(dueDate) && unpaid.isPositive();
    }

    /** Whether it belongs to the quarter of that day or an earlier one; of the year the estimate is for. */
    boolean isUpToQuarterOf(LocalDate day) {
        return quarters(statutoryDueDate) <= quarters(day);
    }

    private static int quarters(LocalDate day) {
        return day.getYear() * 4 + (day.getMonthValue() - 1) / 3;
    }
}
