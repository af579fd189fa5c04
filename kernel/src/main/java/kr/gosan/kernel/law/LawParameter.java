package kr.gosan.kernel.law;

import java.time.LocalDate;
import java.util.List;

/**
 * One legal parameter through time. A look-up never answers with "the nearest" value: before the first value, after
 * {@code verifiedThrough} (inclusive) or on an unknown figure it is refused.
 *
 * @param id dotted name, such as {@code employment.unemployment.rate}
 * @param basis the article that fixes the parameter, such as {@code 보험료징수법 시행령 §12①}
 * @param values in order of {@code appliesFrom}, at least one
 */
public record LawParameter(
        String id, LawValue.Unit unit, String basis, LocalDate verifiedThrough, List<LawValue> values) {

    public LawParameter {
        values = List.copyOf(values);
        if (id.isBlank() || basis.isBlank() || values.isEmpty()) {
            throw new IllegalArgumentException("a parameter has an id, a basis and values: " + id);
        }
        for (int i = 1; i < values.size(); i++) {
            if (!values.get(i).appliesFrom().isAfter(values.get(i - 1).appliesFrom())) {
                throw new IllegalArgumentException(id + ": values overlap or are out of order at "
                        + values.get(i).appliesFrom());
            }
        }
        if (verifiedThrough.isBefore(values.getLast().appliesFrom())) {
            throw new IllegalArgumentException(id + ": the last value starts after verified_through");
        }
    }

    public LookUp on(LocalDate date) {
        if (date.isBefore(values.getFirst().appliesFrom())) {
            return new LookUp.Refused(id, date, LookUp.Reason.BEFORE_FIRST_VALUE);
        }
        if (date.isAfter(verifiedThrough)) {
            return new LookUp.Refused(id, date, LookUp.Reason.AFTER_VERIFIED_THROUGH);
        }
        LawValue value = values.getFirst();
        for (LawValue candidate : values) {
            if (!candidate.appliesFrom().isAfter(date)) {
                value = candidate;
            }
        }
        if (value.figure().isEmpty()) {
            return new LookUp.Refused(id, date, LookUp.Reason.FIGURE_UNKNOWN);
        }
        return new LookUp.Found(new AppliedParameter(
                id, unit, basis, value.figure().get(), value.appliesFrom(), value.standing(), value.source()));
    }

    /** The days in {@code (from, to]} on which the value changes: where a period must be split. */
    public List<LocalDate> changesWithin(LocalDate from, LocalDate to) {
        return values.stream()
                .map(LawValue::appliesFrom)
                .filter(day -> day.isAfter(from) && !day.isAfter(to))
                .toList();
    }
}
