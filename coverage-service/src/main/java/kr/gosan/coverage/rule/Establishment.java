package kr.gosan.coverage.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kr.gosan.coverage.law.Term;
import kr.gosan.coverage.law.Terms;
import kr.gosan.coverage.law.Timeliness;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.number.BusinessNumber;
import kr.gosan.kernel.number.WorkplaceNumber;

/**
 * The establishment of a workplace (보험관계 성립, 보험료징수법 §7, §11). Head office and collective are established each for
 * itself: a business may have office staff before its first works, or works and no office staff.
 */
public record Establishment(WorkplaceNumber number, BusinessNumber business, LocalDate establishedOn) {

    /**
     * @param today the day of the report, for the workplace
     * @throws kr.gosan.kernel.time.BusinessCalendar.DayNotCovered when the holiday table does not reach the deadline
     */
    public Decision<Timeliness> decide(LocalDate today, LawBook law) {
        List<Refusal> reasons = new ArrayList<>();
        // The employer names the number here. Anybody could take another's if it did not have to be its own.
        if (!number.digits().startsWith(business.digits())) {
            reasons.add(Refusal.of("managementNo", "number-of-another-business"));
        }
        if (establishedOn.isAfter(today)) {
            reasons.add(Refusal.of("establishedOn", "in-the-future", today));
        }
        if (!reasons.isEmpty()) {
            return new Decision.Refused<>(reasons);
        }
        return switch (Terms.on(law, establishedOn, Term.ESTABLISHMENT_REPORT_DAYS)) {
            case Terms.Answer.Unknown unknown -> new Decision.LawUnknown<>(unknown.lookUp());
            case Terms.Answer.Known(Terms terms) ->
                new Decision.Accepted<>(Timeliness.ofEstablishment(establishedOn, today, terms), terms);
        };
    }
}
