package kr.gosan.coverage.rule;

import java.time.LocalDate;
import java.util.Optional;
import kr.gosan.kernel.number.WorkplaceNumber;

/**
 * One stretch of insured status (피보험자격) of a person at a workplace.
 *
 * @param acquiredOn first insured day
 * @param lossDate first day no longer insured, later than {@code acquiredOn}; empty while the person is employed
 */
public record InsuredPeriod(WorkplaceNumber workplace, LocalDate acquiredOn, Optional<LocalDate> lossDate) {

    public InsuredPeriod {
        if (lossDate.isPresent() && !lossDate.get().isAfter(acquiredOn)) {
            throw new IllegalArgumentException("insured status lasts at least a day");
        }
    }

    public boolean open() {
        return lossDate.isEmpty();
    }

    /** Whether any day from {@code day} on is insured here. */
    boolean reaches(LocalDate day) {
        return lossDate.isEmpty() || lossDate.get().isAfter(day);
    }

    /** Whether it began before {@code day} and at most {@code gap} uninsured days lie between its end and that day. */
    boolean leadsTo(LocalDate day, int gap) {
        return acquiredOn.isBefore(day)
                && (lossDate.isEmpty() || !lossDate.get().plusDays(gap).isBefore(day));
    }
}
