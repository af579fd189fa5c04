package kr.gosan.payment.charge.rules;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import kr.gosan.kernel.money.Won;

/**
 * An establishment notice that was neglected (보험료징수법 §26① 1호), as the operator states it.
 *
 * @param noticeDueOn last day of the notice
 * @param notifiedOn empty when it has not been given yet
 * @param premium the industrial-accident premium that was to be paid for the neglected period, zero or more
 */
public record LateEstablishment(LocalDate noticeDueOn, Optional<LocalDate> notifiedOn, Won premium) {

    public LateEstablishment {
        Objects.requireNonNull(noticeDueOn, "noticeDueOn");
        if (premium.isNegative()) {
            throw new IllegalArgumentException("a premium is not negative: " + premium);
        }
    }

    /** From the day after the last day of the notice to the day it was given, both included. */
    boolean covers(LocalDate accident) {
        return accident.isAfter(noticeDueOn)
                && notifiedOn.filter(accident::isAfter).isEmpty();
    }
}
