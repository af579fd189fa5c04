package kr.gosan.premium.deadline;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.law.Terms;
import kr.gosan.premium.eligibility.Condition;
import kr.gosan.premium.law.Schedule;

/**
 * From which instalment on automatic debit works (개산보험료 자동이체): never a lump sum or the first instalment, and only when
 * applied for early enough: by May 6 for the instalment of May 15; for later ones the same lead time is assumed. The lead
 * time is one of the office, so neither the calendar nor an extension moves it.
 */
public final class AutoDebit {

    static final String BASIS = "보험료징수법 시행령 §30의4";

    private static final String QUARTER_2 = "auto-debit.last-day.quarter-2";
    private static final String LEAD = "auto-debit.lead-days";

    private AutoDebit() {}

    /** @param day empty when the law data does not tell it */
    public record LastDay(Optional<LocalDate> day, List<LookUp.Refused> unknown) {}

    /** The last day to apply, inclusive, for debit from that instalment on. */
    public static LastDay lastDay(Schedule.InstalmentPeriod period, LawBook book) {
        LocalDate due = period.statutoryDueDate();
        boolean quarter2 = due.getMonth().compareTo(Month.JUNE) <= 0;
        String id = quarter2 ? QUARTER_2 : LEAD;
        Terms terms = Terms.from(book).on(due, id);
        return new LastDay(
                terms.find(id)
                        .map(figure ->
                                quarter2 ? figure.monthDay().atYear(due.getYear()) : due.minusDays(figure.whole())),
                terms.refusals());
    }

    /** The conditions of debit from an instalment on; the schedule is that of the estimate year. */
    public static List<Condition> conditions(int fromPeriod, Schedule schedule, LocalDate appliedOn, LawBook book) {
        Optional<Schedule.InstalmentPeriod> period = schedule.instalments().stream()
                .filter(each -> each.number() == fromPeriod && each.number() > 1)
                .findFirst();
        Condition exists = Condition.of("later-instalment", period.isPresent(), BASIS, fromPeriod);
        if (period.isEmpty()) {
            return List.of(exists);
        }
        Optional<LocalDate> lastDay = lastDay(period.get(), book).day();
        Condition inTime = lastDay.map(day ->
                        Condition.of("auto-debit-in-time", !appliedOn.isAfter(day), BASIS, appliedOn, day, fromPeriod))
                .orElseGet(() -> Condition.open("auto-debit-in-time", BASIS, appliedOn, "–", fromPeriod));
        return List.of(exists, inTime);
    }
}
