package kr.gosan.coverage.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kr.gosan.coverage.law.Term;
import kr.gosan.coverage.law.Terms;
import kr.gosan.coverage.law.Timeliness;
import kr.gosan.kernel.law.LawBook;

/**
 * The end of a workplace's insurance relation (보험관계 소멸, 보험료징수법 §10, §11): the day after its business, or its works,
 * came to an end.
 *
 * @param alreadyExtinctOn first day without the relation, when its end was reported before
 * @param endedOn last day of the business or of the works
 * @param stillInsured whether anybody is insured at the workplace beyond that day
 */
public record Extinction(
        LocalDate establishedOn, Optional<LocalDate> alreadyExtinctOn, LocalDate endedOn, boolean stillInsured) {

    /** @param extinctOn first day without the relation (소멸일) */
    public record Extinguished(LocalDate extinctOn, Timeliness timeliness, Set<Warning> warnings) {}

    /**
     * @param today the day of the report, for the workplace
     * @throws kr.gosan.kernel.time.BusinessCalendar.DayNotCovered when the holiday table does not reach the deadline
     */
    public Decision<Extinguished> decide(LocalDate today, LawBook law) {
        List<Refusal> reasons = new ArrayList<>();
        alreadyExtinctOn.ifPresent(day -> reasons.add(Refusal.of("endedOn", "already-extinct", day)));
        if (endedOn.isAfter(today)) {
            reasons.add(Refusal.of("endedOn", "in-the-future", today));
        }
        if (endedOn.isBefore(establishedOn)) {
            reasons.add(Refusal.of("endedOn", "ended-before-establishment", establishedOn));
        }
        if (!reasons.isEmpty()) {
            return new Decision.Refused<>(reasons);
        }
        LocalDate extinctOn = endedOn.plusDays(1);
        return switch (Terms.on(law, extinctOn, Term.EXTINCTION_REPORT_DAYS)) {
            case Terms.Answer.Unknown unknown -> new Decision.LawUnknown<>(unknown.lookUp());
            case Terms.Answer.Known(Terms terms) ->
                new Decision.Accepted<>(
                        new Extinguished(
                                extinctOn,
                                Timeliness.ofExtinction(extinctOn, today, terms),
                                stillInsured ? Set.of(Warning.PERSONS_STILL_INSURED) : Set.of()),
                        terms);
        };
    }
}
