package kr.gosan.premium.amendment.rules;

import java.time.LocalDate;
import java.util.function.UnaryOperator;
import kr.gosan.kernel.time.BusinessCalendar;

/**
 * When a correction claim (경정청구, 보험료징수법 §17⑤⑥, §19⑦, 시행령 §23) may be filed and when it has to be decided. Only
 * a return filed on time can be claimed against, within one year after its deadline; the year ends on the day of the
 * same date (민법 §160), on the next business day when that is free (§161) or when an extension says. It is decided within two months of receipt,
 * counted alike.
 *
 * @param lastDay the last day of the year, inclusive
 */
public record ClaimPeriod(LocalDate lastDay) {

    /**
     * @param returnDueDate the last day on which the return was in time
     * @param lastDays gives for a statutory day the last day that is in time, by the business calendar or an extension
     */
    public static ClaimPeriod after(LocalDate returnDueDate, AmendmentLaw law, UnaryOperator<LocalDate> lastDays) {
        int years = law.the(AmendmentTerm.CLAIM_YEARS).whole();
        return new ClaimPeriod(lastDays.apply(returnDueDate.plusYears(years)));
    }

    public boolean isOpenOn(LocalDate day) {
        return !day.isAfter(lastDay);
    }

    /** The last day for the decision on a claim received that day. */
    public static LocalDate decideBy(LocalDate receivedOn, AmendmentLaw law) {
        int months = law.the(AmendmentTerm.CLAIM_DECISION_MONTHS).whole();
        return BusinessCalendar.korea().extended(receivedOn.plusMonths(months));
    }
}
