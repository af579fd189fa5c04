package kr.gosan.premium.law;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kr.gosan.kernel.law.AppliedParameter;

/**
 * Every legal figure and date one return needs, looked up once: with it the calculation is pure arithmetic and cannot
 * fail for want of a figure.
 *
 * @param insuranceYear the year whose premium is confirmed; the estimate is for the next
 * @param confirmed empty when the workplace was established in the estimate year and has nothing to confirm
 */
public record ReturnLaw(
        int insuranceYear,
        Optional<YearRates> confirmed,
        YearRates estimated,
        Map<ReturnTerm, AppliedParameter> terms,
        Schedule schedule) {

    public ReturnLaw {
        terms = java.util.Collections.unmodifiableMap(new EnumMap<>(terms));
    }

    public AppliedParameter the(ReturnTerm term) {
        return terms.get(term);
    }

    /** Every parameter version in use, once: what a stored return keeps beside its inputs. */
    public List<AppliedParameter> parameters() {
        Stream<AppliedParameter> rates = Stream.concat(confirmed.stream(), Stream.of(estimated))
                .flatMap(year -> year.periods().values().stream())
                .flatMap(List::stream)
                .flatMap(period -> period.rate().parts().stream());
        return Stream.concat(rates, terms.values().stream()).distinct().toList();
    }
}
