package kr.gosan.coverage.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kr.gosan.coverage.law.Term;
import kr.gosan.coverage.law.Terms;
import kr.gosan.coverage.law.Timeliness;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.number.BusinessNumber;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.workplace.EmployerKind;
import kr.gosan.kernel.workplace.WorkplaceKind;

/**
 * The establishment of a workplace (보험관계 성립, 보험료징수법 §7, §11). Head office and collective are established each for
 * itself: a business may have office staff before its first works, or works and no office staff.
 *
 * @param worksEndOn planned last day of a single work; empty for every other kind
 */
public record Establishment(
        WorkplaceNumber number,
        BusinessNumber business,
        WorkplaceKind kind,
        EmployerKind employerKind,
        LocalDate establishedOn,
        Optional<LocalDate> worksEndOn) {

    /**
     * @param today the day of the report, for the workplace
     * @throws kr.gosan.kernel.time.BusinessCalendar.DayNotCovered when the holiday table does not reach the deadline
     */
    public Decision<Timeliness> decide(LocalDate today, LawBook law) {
        boolean selfEmployed = kind == WorkplaceKind.SELF_EMPLOYED_BEFORE_2012;
        List<Refusal> reasons = reasons(today, selfEmployed);
        if (!reasons.isEmpty()) {
            return new Decision.Refused<>(reasons);
        }
        Term needed = selfEmployed ? Term.SELF_EMPLOYED_SCHEME : Term.ESTABLISHMENT_REPORT_DAYS;
        return switch (Terms.on(law, establishedOn, needed)) {
            case Terms.Answer.Unknown unknown -> new Decision.LawUnknown<>(unknown.lookUp());
            case Terms.Answer.Known(Terms terms) -> selfEmployed ? approved(today, terms) : reported(today, terms);
        };
    }

    private List<Refusal> reasons(LocalDate today, boolean selfEmployed) {
        List<Refusal> reasons = new ArrayList<>();
        // The employer names the number here. Anybody could take another's if it did not have to be its own.
        if (!number.digits().startsWith(business.digits())) {
            reasons.add(Refusal.of("managementNo", "number-of-another-business"));
        }
        if (establishedOn.isAfter(today)) {
            reasons.add(Refusal.of("establishedOn", "in-the-future", today));
        }
        if (worksEndOn.filter(end -> !end.isAfter(establishedOn)).isPresent()) {
            reasons.add(Refusal.of("worksEndOn", "works-end-not-after-establishment", establishedOn));
        }
        if (selfEmployed && employerKind != EmployerKind.SOLE_PROPRIETOR) {
            reasons.add(Refusal.of("employerKind", "self-employed-is-a-person"));
        }
        return reasons;
    }

    private Decision<Timeliness> reported(LocalDate today, Terms terms) {
        return new Decision.Accepted<>(Timeliness.ofEstablishment(establishedOn, today, terms), terms);
    }

    /**
     * The self-employed of the old standing did not report: they asked to be insured and were approved, years before the
     * holiday table begins. So there is no deadline to judge.
     */
    private static Decision<Timeliness> approved(LocalDate today, Terms terms) {
        return terms.of(Term.SELF_EMPLOYED_SCHEME) == 0
                ? new Decision.Accepted<>(Timeliness.withoutDeadline(today), terms)
                : new Decision.Refused<>(List.of(Refusal.of(
                        "establishedOn",
                        "self-employed-approved-too-late",
                        terms.applied().getFirst().appliesFrom())));
    }
}
