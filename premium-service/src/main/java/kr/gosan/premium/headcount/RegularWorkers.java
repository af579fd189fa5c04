package kr.gosan.premium.headcount;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.law.Terms;
import kr.gosan.kernel.workplace.EmployeeScale;

/**
 * The regular workers of a year (상시근로자 수, 보험료징수법 시행령 §2②) and what they mean for the next: the sum of the workers at
 * the end of each month, divided by the months of business. All businesses of the employer count together.
 *
 * <p>Means are compared with the limits exactly, as sum against limit × months; the means shown are truncated to two
 * decimals.
 *
 * @param withoutDaily the mean without daily workers, which decides on priority support in construction
 * @param prioritySupport whether the enterprise is priority-supported (우선지원대상기업) by number of workers alone
 * @param scale the scale that follows from the count alone, and by which the rate of the employment-stability fund is chosen
 * @param stabilityRate that rate in the year after
 * @param rateKeptYears insurance years in which an employer that grew keeps the lower rate; 0 where the law has no such rule
 * @param supportKeptYears years in which an employer that grew out of priority support keeps it
 */
public record RegularWorkers(
        int year,
        int months,
        BigDecimal mean,
        BigDecimal withoutDaily,
        boolean prioritySupport,
        EmployeeScale scale,
        AppliedParameter stabilityRate,
        int rateKeptYears,
        int supportKeptYears,
        List<AppliedParameter> law) {

    private static final int DECIMALS = 2;
    private static final String PRIORITY = "headcount.priority-support-limit";
    private static final String PRIORITY_YEARS = "headcount.priority-support-years";
    private static final String TRANSITION = "employment.stability.transition-years";
    private static final String MEDIUM = "headcount.scale-150";
    private static final String LARGE = "headcount.scale-1000";

    /** Workers at the end of a month: all of them, and the daily ones among them. */
    public record Heads(Month month, int workers, int daily) {}

    /** Either the mean and its consequences, or each look-up that had no answer. */
    public sealed interface Answer {

        record Known(RegularWorkers workers) implements Answer {}

        record Unknown(List<LookUp.Refused> refusals) implements Answer {}
    }

    /** @param heads one for each month of business in the year, at least one */
    public static Answer of(int year, List<Heads> heads, LawBook book) {
        LocalDate nextYear = LocalDate.of(year + 1, Month.JANUARY, 1);
        Terms terms = Terms.from(book)
                .on(nextYear, PRIORITY, MEDIUM, LARGE, PRIORITY_YEARS)
                .ifInForce(nextYear, TRANSITION);
        if (!terms.areKnown()) {
            return new Answer.Unknown(terms.refusals());
        }
        long all = heads.stream().mapToLong(Heads::workers).sum();
        long daily = heads.stream().mapToLong(Heads::daily).sum();
        int months = heads.size();
        boolean priority = all - daily <= (long) terms.the(PRIORITY).whole() * months;
        EmployeeScale scale = scale(all, months, priority, terms);
        String rate = switch (scale) {
            case UNDER_150 -> "employment.stability.rate.under-150";
            case PRIORITY_150_OR_MORE -> "employment.stability.rate.priority-150-or-more";
            case FROM_150_UNDER_1000 -> "employment.stability.rate.from-150-under-1000";
            case FROM_1000_OR_GOVERNMENT -> "employment.stability.rate.from-1000-or-government";
        };
        terms.on(nextYear, rate);
        return terms.areKnown()
                ? new Answer.Known(new RegularWorkers(
                        year,
                        months,
                        mean(all, months),
                        mean(all - daily, months),
                        priority,
                        scale,
                        terms.the(rate),
                        terms.find(TRANSITION).map(AppliedParameter::whole).orElse(0),
                        terms.the(PRIORITY_YEARS).whole(),
                        terms.parameters()))
                : new Answer.Unknown(terms.refusals());
    }

    private static EmployeeScale scale(long sum, int months, boolean priority, Terms terms) {
        if (sum < (long) terms.the(MEDIUM).whole() * months) {
            return EmployeeScale.UNDER_150;
        }
        if (priority) {
            return EmployeeScale.PRIORITY_150_OR_MORE;
        }
        return sum < (long) terms.the(LARGE).whole() * months
                ? EmployeeScale.FROM_150_UNDER_1000
                : EmployeeScale.FROM_1000_OR_GOVERNMENT;
    }

    private static BigDecimal mean(long sum, int months) {
        BigDecimal mean = BigDecimal.valueOf(sum)
                .divide(BigDecimal.valueOf(months), DECIMALS, RoundingMode.FLOOR)
                .stripTrailingZeros();
        return mean.scale() < 0 ? mean.setScale(0) : mean;
    }
}
