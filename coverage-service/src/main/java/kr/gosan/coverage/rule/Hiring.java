package kr.gosan.coverage.rule;

import java.time.LocalDate;
import java.util.Optional;
import kr.gosan.kernel.number.WorkplaceNumber;

/**
 * What an acquisition report says, as far as the law asks.
 *
 * @param establishedOn since when the workplace exists
 * @param extinctOn first day on which it exists no more; empty while it does
 * @param acquiredOn first day of employment, or the day of establishment for those who were there before (고용보험법 §13)
 * @param weeklyHours contractual hours a week
 * @param contractEndsOn last day of a fixed-term contract; empty when the contract has no end
 * @param today the day of the report, for the workplace
 */
public record Hiring(
        WorkplaceNumber workplace,
        LocalDate establishedOn,
        Optional<LocalDate> extinctOn,
        LocalDate birthDate,
        boolean foreigner,
        LocalDate acquiredOn,
        int weeklyHours,
        Optional<LocalDate> contractEndsOn,
        LocalDate today) {

    /** At a workplace that still exists. */
    public Hiring(
            WorkplaceNumber workplace,
            LocalDate establishedOn,
            LocalDate birthDate,
            boolean foreigner,
            LocalDate acquiredOn,
            int weeklyHours,
            Optional<LocalDate> contractEndsOn,
            LocalDate today) {
        this(
                workplace,
                establishedOn,
                Optional.empty(),
                birthDate,
                foreigner,
                acquiredOn,
                weeklyHours,
                contractEndsOn,
                today);
    }
}
