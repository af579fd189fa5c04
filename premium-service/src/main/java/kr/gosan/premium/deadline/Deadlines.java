package kr.gosan.premium.deadline;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.law.Terms;
import kr.gosan.kernel.workplace.WorkplaceKind;
import kr.gosan.premium.law.Lapse;
import kr.gosan.premium.law.PremiumLaw;
import kr.gosan.premium.law.RowsNeeded;
import kr.gosan.premium.law.Schedule;
import kr.gosan.premium.law.Workplace;

/**
 * Every deadline of a workplace that falls into the year of a day or later: passed ones of the year included.
 *
 * @param deadlines by last day; those without one at the end
 * @param unknown what the law data does not tell: the deadlines that rest on it are missing
 */
public record Deadlines(List<Deadline> deadlines, List<LookUp.Refused> unknown) {

    private static final RowsNeeded NO_RATES = new RowsNeeded(Set.of(), Set.of());

    public static Deadlines of(Workplace workplace, LocalDate on, PremiumLaw law, List<Extension> extensions) {
        Gathering all = new Gathering(workplace, law, extensions);
        // Of the oldest year nothing but an amendment is left, whose premium lapses this year.
        int oldest = on.getYear() - 3;
        if (workplace.existsIn(oldest)) {
            all.amendment(oldest);
        }
        for (int year = on.getYear() - 2; year <= on.getYear(); year++) {
            boolean due = year < on.getYear() || endsIn(workplace, year);
            if (due && (workplace.existsIn(year) || workplace.existsIn(year + 1))) {
                all.returnOf(year);
            }
        }
        LocalDate newYear = LocalDate.of(on.getYear(), Month.JANUARY, 1);
        return new Deadlines(
                all.found.stream()
                        .filter(each -> each.day()
                                .map(day -> !day.due().isBefore(newYear))
                                .orElse(true))
                        .sorted(Comparator.comparing(
                                each -> each.day().map(DueDay::due).orElse(LocalDate.MAX)))
                        .toList(),
                all.unknown.stream().distinct().toList());
    }

    private static boolean endsIn(Workplace workplace, int year) {
        return workplace.extinctOn().filter(day -> day.getYear() == year).isPresent();
    }

    /** Gathers the deadlines of one return after the other. */
    private static final class Gathering {

        private final Workplace workplace;
        private final PremiumLaw law;
        private final List<Extension> extensions;
        private final List<Deadline> found = new ArrayList<>();
        private final List<LookUp.Refused> unknown = new ArrayList<>();

        Gathering(Workplace workplace, PremiumLaw law, List<Extension> extensions) {
            this.workplace = workplace;
            this.law = law;
            this.extensions = extensions;
        }

        void returnOf(int insuranceYear) {
            switch (law.forReturn(insuranceYear, workplace, NO_RATES)) {
                case PremiumLaw.Answer.Unknown it -> unknown.addAll(it.refusals());
                case PremiumLaw.Answer.Known it -> {
                    Schedule schedule = it.law().schedule();
                    boolean extinction = endsIn(workplace, insuranceYear);
                    add(
                            extinction ? Deadline.Act.EXTINCTION_RETURN : Deadline.Act.RETURN,
                            insuranceYear,
                            schedule.statutoryDueDate(),
                            extinction ? "보험료징수법 §19①" : "보험료징수법 §17①, §19①");
                    amendment(insuranceYear);
                    instalments(insuranceYear + 1, schedule);
                    claim(insuranceYear, schedule);
                    support(insuranceYear);
                }
            }
        }

        /** Neither the calendar nor an extension moves the lapse of a right. */
        void amendment(int insuranceYear) {
            found.add(new Deadline(
                    Deadline.Act.AMENDED_RETURN,
                    insuranceYear,
                    Optional.empty(),
                    Lapse.lastDay(insuranceYear, workplace, law.book()).map(DueDay::fixed),
                    "보험료징수법 §19⑤, §41①"));
        }

        private void instalments(int year, Schedule schedule) {
            for (Schedule.InstalmentPeriod period : schedule.instalments()) {
                if (period.number() > 1) {
                    found.add(new Deadline(
                            Deadline.Act.INSTALMENT,
                            year,
                            Optional.of(period.number()),
                            Optional.of(DueDay.of(period.statutoryDueDate(), extensions)),
                            "보험료징수법 §17③, 시행령 §22"));
                    AutoDebit.LastDay lastDay = AutoDebit.lastDay(period, law.book());
                    unknown.addAll(lastDay.unknown());
                    lastDay.day()
                            .ifPresent(day -> found.add(new Deadline(
                                    Deadline.Act.AUTO_DEBIT,
                                    year,
                                    Optional.of(period.number()),
                                    Optional.of(DueDay.fixed(day)),
                                    AutoDebit.BASIS)));
                }
            }
        }

        /** The year runs from the last day on which the return was in time; its own end is moved by the calendar. */
        private void claim(int insuranceYear, Schedule schedule) {
            Terms terms = Terms.from(law.book()).on(schedule.statutoryDueDate(), "correction-claim.years");
            unknown.addAll(terms.refusals());
            terms.find("correction-claim.years")
                    .ifPresent(years -> add(
                            Deadline.Act.CORRECTION_CLAIM,
                            insuranceYear,
                            DueDay.of(schedule.statutoryDueDate(), extensions)
                                    .due()
                                    .plusYears(years.whole()),
                            years.basis()));
        }

        private void support(int insuranceYear) {
            if (workplace.kind() == WorkplaceKind.SELF_EMPLOYED_BEFORE_2012 || !workplace.existsIn(insuranceYear)) {
                return;
            }
            LocalDate newYear = LocalDate.of(insuranceYear + 1, Month.JANUARY, 1);
            Terms terms = Terms.from(law.book()).on(newYear, "support.last-application-day");
            unknown.addAll(terms.refusals());
            terms.find("support.last-application-day")
                    .ifPresent(day -> add(
                            Deadline.Act.SUPPORT_APPLICATION,
                            insuranceYear,
                            day.monthDay().atYear(insuranceYear + 1),
                            day.basis()));
        }

        private void add(Deadline.Act act, int insuranceYear, LocalDate statutory, String basis) {
            found.add(new Deadline(
                    act, insuranceYear, Optional.empty(), Optional.of(DueDay.of(statutory, extensions)), basis));
        }
    }
}
