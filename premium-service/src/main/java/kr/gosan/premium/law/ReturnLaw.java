package kr.gosan.premium.law;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.workplace.WorkplaceKind;

/**
 * Every legal figure and date one return needs, looked up once: with it the calculation is pure arithmetic and cannot
 * fail for want of a figure.
 *
 * @param insuranceYear the year whose premium is confirmed; the estimate is for the next
 * @param fixedMonthly monthly remuneration where the law fixes it; empty where the filer states the base
 * @param confirmed empty when the workplace was established in the estimate year and has nothing to confirm
 * @param estimated empty when the insurance relation ended and nothing is to be estimated
 */
public record ReturnLaw(
        int insuranceYear,
        Workplace workplace,
        Optional<YearRates> confirmed,
        Optional<YearRates> estimated,
        Map<ReturnTerm, AppliedParameter> terms,
        Optional<AppliedParameter> fixedMonthly,
        Schedule schedule) {

    public ReturnLaw {
        terms = java.util.Collections.unmodifiableMap(new EnumMap<>(terms));
    }

    public AppliedParameter the(ReturnTerm term) {
        return terms.get(term);
    }

    /** Neither the clients of an agency nor the self-employed get the e-filing reduction (보험료징수법 시행령 §30의3). */
    public boolean eFilingReducible() {
        return !workplace.mandated() && workplace.kind() != WorkplaceKind.SELF_EMPLOYED_BEFORE_2012;
    }

    /** Every parameter version in use, once: what a stored return keeps beside its inputs. */
    public List<AppliedParameter> parameters() {
        Stream<AppliedParameter> rates = Stream.concat(confirmed.stream(), estimated.stream())
                .flatMap(year -> year.periods().values().stream())
                .flatMap(List::stream)
                .flatMap(period -> period.rate().parameters().stream());
        return Stream.of(rates, terms.values().stream(), fixedMonthly.stream())
                .flatMap(each -> each)
                .distinct()
                .toList();
    }
}
