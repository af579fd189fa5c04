package kr.gosan.coverage.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kr.gosan.coverage.law.Age;
import kr.gosan.coverage.law.Term;
import kr.gosan.coverage.law.Terms;
import kr.gosan.coverage.law.Timeliness;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.number.WorkplaceNumber;

/** All insured periods of one person, at all workplaces. Periods at one workplace never overlap, and one at most is open. */
public record InsuredHistory(List<InsuredPeriod> periods) {

    public InsuredHistory {
        periods = List.copyOf(periods);
    }

    /**
     * Judges an acquisition report (고용보험법 §13). A report of a day to come is refused: employment that has not begun may
     * never begin.
     *
     * @throws kr.gosan.kernel.time.BusinessCalendar.DayNotCovered when the holiday table does not reach the deadline
     */
    public Decision<Acquired> acquire(Hiring hiring, LawBook law) {
        // A day to come is refused in any case; today's law serves to tell what else is wrong.
        LocalDate lawOf = hiring.acquiredOn().isAfter(hiring.today()) ? hiring.today() : hiring.acquiredOn();
        Terms.Answer answer = Terms.on(
                law,
                lawOf,
                Term.STATUS_REPORT_DAY,
                Term.MINIMUM_AGE,
                Term.SHORT_WEEKLY_HOURS,
                Term.SHORT_HOURS_MONTHS,
                Term.UNEMPLOYMENT_AGE_LIMIT,
                Term.CONTINUITY_GAP);
        return switch (answer) {
            case Terms.Answer.Unknown unknown -> new Decision.LawUnknown<>(unknown.lookUp());
            case Terms.Answer.Known(Terms terms) -> acquire(hiring, terms);
        };
    }

    private Decision<Acquired> acquire(Hiring hiring, Terms terms) {
        List<Refusal> reasons = new ArrayList<>();
        dates(hiring, terms, reasons);
        clash(hiring).ifPresent(reasons::add);
        if (!reasons.isEmpty()) {
            return new Decision.Refused<>(reasons);
        }
        Acquired acquired = new Acquired(
                new InsuredPeriod(hiring.workplace(), hiring.acquiredOn(), Optional.empty()),
                unemploymentInsured(hiring, terms),
                Timeliness.ofStatusChange(hiring.acquiredOn(), hiring.today(), terms),
                warnings(hiring));
        return new Decision.Accepted<>(acquired, terms);
    }

    /**
     * Judges a loss report (고용보험법 §14).
     *
     * @throws kr.gosan.kernel.time.BusinessCalendar.DayNotCovered when the holiday table does not reach the deadline
     */
    public Decision<Lost> lose(Leaving leaving, LawBook law) {
        List<InsuredPeriod> here = at(leaving.workplace());
        List<Refusal> reasons = new ArrayList<>();
        if (leaving.event().isAfter(leaving.today())) {
            reasons.add(Refusal.of(leaving.field(), "in-the-future", leaving.today()));
        }
        Optional<InsuredPeriod> open = here.stream().filter(InsuredPeriod::open).findFirst();
        if (here.isEmpty()) {
            reasons.add(Refusal.of("personId", "not-insured-here"));
        } else if (open.isEmpty()) {
            reasons.add(Refusal.of("personId", "already-lost", lastLossDate(here)));
        } else if (!leaving.lossDate().isAfter(open.get().acquiredOn())) {
            reasons.add(Refusal.of(
                    leaving.field(), "loss-before-acquisition", open.get().acquiredOn()));
        }
        if (!reasons.isEmpty()) {
            return new Decision.Refused<>(reasons);
        }
        return switch (Terms.on(law, leaving.event(), Term.STATUS_REPORT_DAY)) {
            case Terms.Answer.Unknown unknown -> new Decision.LawUnknown<>(unknown.lookUp());
            case Terms.Answer.Known(Terms terms) ->
                new Decision.Accepted<>(
                        new Lost(
                                new InsuredPeriod(
                                        leaving.workplace(), open.get().acquiredOn(), Optional.of(leaving.lossDate())),
                                Timeliness.ofStatusChange(leaving.event(), leaving.today(), terms)),
                        terms);
        };
    }

    private static void dates(Hiring hiring, Terms terms, List<Refusal> reasons) {
        LocalDate day = hiring.acquiredOn();
        if (day.isAfter(hiring.today())) {
            reasons.add(Refusal.of("acquiredOn", "in-the-future", hiring.today()));
        }
        if (day.isBefore(hiring.establishedOn())) {
            reasons.add(Refusal.of("acquiredOn", "before-establishment", hiring.establishedOn()));
        }
        hiring.extinctOn()
                .filter(extinct -> !day.isBefore(extinct))
                .ifPresent(extinct -> reasons.add(Refusal.of("acquiredOn", "after-extinction", extinct)));
        int minimumAge = terms.of(Term.MINIMUM_AGE);
        if (day.isBefore(Age.reached(hiring.birthDate(), minimumAge))) {
            reasons.add(Refusal.of("acquiredOn", "under-age", minimumAge));
        }
        hiring.contractEndsOn().ifPresent(end -> {
            int months = terms.of(Term.SHORT_HOURS_MONTHS);
            boolean brief = end.isBefore(day.plusMonths(months).minusDays(1));
            if (end.isBefore(day)) {
                reasons.add(Refusal.of("contractEndsOn", "contract-ends-before-it-begins"));
            } else if (brief && hiring.weeklyHours() < terms.of(Term.SHORT_WEEKLY_HOURS)) {
                reasons.add(Refusal.of(
                        "weeklyHours", "short-hours-not-insured", terms.of(Term.SHORT_WEEKLY_HOURS), months));
            }
        });
    }

    /** A new period is open-ended, so it meets every period at the same workplace that reaches its first day. */
    private Optional<Refusal> clash(Hiring hiring) {
        List<InsuredPeriod> here = at(hiring.workplace());
        Optional<Refusal> open = here.stream()
                .filter(InsuredPeriod::open)
                .findFirst()
                .map(period -> Refusal.of("residentNumber", "already-insured-here", period.acquiredOn()));
        return open.or(() -> here.stream()
                .filter(period -> period.reaches(hiring.acquiredOn()))
                .findFirst()
                .map(period -> Refusal.of(
                        "acquiredOn",
                        "overlaps-earlier-period",
                        period.acquiredOn(),
                        period.lossDate().orElseThrow())));
    }

    /**
     * Whoever is hired at the age limit or later stays outside the unemployment chapters, except somebody who was insured
     * before it and has been employed without a break since, at whichever workplaces (고용보험법 §10③).
     */
    private boolean unemploymentInsured(Hiring hiring, Terms terms) {
        int gap = terms.of(Term.CONTINUITY_GAP);
        LocalDate continuousSince = hiring.acquiredOn();
        Optional<LocalDate> earlier;
        do {
            LocalDate day = continuousSince;
            earlier = periods.stream()
                    .filter(period -> period.leadsTo(day, gap))
                    .map(InsuredPeriod::acquiredOn)
                    .min(Comparator.naturalOrder());
            continuousSince = earlier.orElse(continuousSince);
        } while (earlier.isPresent());
        return continuousSince.isBefore(Age.reached(hiring.birthDate(), terms.of(Term.UNEMPLOYMENT_AGE_LIMIT)));
    }

    private Set<Warning> warnings(Hiring hiring) {
        Set<Warning> warnings = EnumSet.noneOf(Warning.class);
        // A period here that reaches this day would have been refused: what is left is elsewhere.
        boolean elsewhere = periods.stream().anyMatch(period -> period.reaches(hiring.acquiredOn()));
        if (elsewhere) {
            warnings.add(Warning.INSURED_ELSEWHERE);
        }
        if (hiring.foreigner()) {
            warnings.add(Warning.RESIDENCE_STATUS_NOT_CHECKED);
        }
        return warnings;
    }

    private List<InsuredPeriod> at(WorkplaceNumber workplace) {
        return periods.stream()
                .filter(period -> period.workplace().equals(workplace))
                .toList();
    }

    private static LocalDate lastLossDate(List<InsuredPeriod> closed) {
        return closed.stream()
                .map(period -> period.lossDate().orElseThrow())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
