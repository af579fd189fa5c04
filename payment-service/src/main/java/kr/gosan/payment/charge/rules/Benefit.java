package kr.gosan.payment.charge.rules;

import java.time.LocalDate;
import java.util.Objects;
import kr.gosan.kernel.money.Won;

/**
 * A benefit that was decided for an accident.
 *
 * @param benefitNo the office's own number of the decision; recovered once at most
 * @param amount more than zero
 * @param claimArisenOn when the reason to claim it arose
 */
public record Benefit(String benefitNo, BenefitKind kind, Won amount, LocalDate claimArisenOn) {

    public Benefit {
        Objects.requireNonNull(benefitNo, "benefitNo");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(claimArisenOn, "claimArisenOn");
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a benefit is more than zero: " + amount);
        }
    }
}
