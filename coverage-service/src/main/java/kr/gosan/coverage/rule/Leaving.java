package kr.gosan.coverage.rule;

import java.time.LocalDate;
import kr.gosan.kernel.number.WorkplaceNumber;

/**
 * What a loss report says, as far as the law asks (고용보험법 §14).
 *
 * @param field the field of the report that gives the day
 * @param event the day it happened, which the deadline counts from
 * @param lossDate first day no longer insured
 * @param today the day of the report, for the workplace
 */
public record Leaving(WorkplaceNumber workplace, String field, LocalDate event, LocalDate lossDate, LocalDate today) {

    /** Separation or death: insured status ends the day after. */
    public static Leaving separated(WorkplaceNumber workplace, LocalDate separationDate, LocalDate today) {
        return new Leaving(workplace, "separationDate", separationDate, separationDate.plusDays(1), today);
    }

    /** Still employed but no longer covered: insured status ends on the very day. */
    public static Leaving excluded(WorkplaceNumber workplace, LocalDate excludedFrom, LocalDate today) {
        return new Leaving(workplace, "excludedFrom", excludedFrom, excludedFrom, today);
    }
}
