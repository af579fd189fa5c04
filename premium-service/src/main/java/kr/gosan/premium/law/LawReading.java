package kr.gosan.premium.law;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LookUp;

/** One pass over the book for one workplace that gathers what is missing instead of stopping at it. */
final class LawReading {

    private static final String WAGE_CLAIM_SHARE = "accident.wage-claim-share.retirement-pension";

    private final LawBook book;
    private final Workplace workplace;
    private final RateParts parts;
    private final List<LookUp.Refused> refusals = new ArrayList<>();

    LawReading(LawBook book, Workplace workplace) {
        this.book = book;
        this.workplace = workplace;
        this.parts = new RateParts(book, workplace);
    }

    /** What had no answer, each once. */
    List<LookUp.Refused> refusals() {
        return refusals.stream().distinct().toList();
    }

    /** From the first to the last day of the relation in the year. */
    YearRates confirmed(int year, Set<ReturnRow> needed) {
        return year(year, needed, workplace.extinctOn());
    }

    /** As confirmed, but works with a planned end are estimated up to it. */
    YearRates estimated(int year, Set<ReturnRow> needed) {
        return year(year, needed, workplace.endsBefore(LocalDate.ofYearDay(year, 1)));
    }

    private YearRates year(int year, Set<ReturnRow> needed, Optional<LocalDate> endsBefore) {
        LocalDate newYear = LocalDate.ofYearDay(year, 1);
        LocalDate yearEnd = LocalDate.of(year, Month.DECEMBER, 31);
        LocalDate from = workplace.establishedOn().isAfter(newYear) ? workplace.establishedOn() : newYear;
        LocalDate to =
                endsBefore.map(day -> day.minusDays(1)).filter(yearEnd::isAfter).orElse(yearEnd);
        Map<ReturnRow, List<RatePeriod>> periods = new EnumMap<>(ReturnRow.class);
        for (ReturnRow row : RateParts.rows(workplace.kind())) {
            int missing = refusals.size();
            List<RatePeriod> known = periods(row, from, to);
            if (needed.contains(row)) {
                periods.put(row, known);
            } else if (refusals.size() > missing) {
                refusals.subList(missing, refusals.size()).clear();
            } else if (RowsNeeded.USUAL.confirmed().contains(row)) {
                periods.put(row, known);
            }
        }
        return new YearRates(from, to, periods);
    }

    /** A new period starts on every day on which any part of the rate changes. */
    private List<RatePeriod> periods(ReturnRow row, LocalDate from, LocalDate to) {
        TreeSet<LocalDate> starts = new TreeSet<>(List.of(from));
        parts.everRelevant(row, from, to)
                .flatMap(id -> book.parameter(id).stream())
                .forEach(parameter -> starts.addAll(parameter.changesWithin(from, to)));
        if (row == ReturnRow.GENERAL) {
            workplace
                    .wageClaimReducedFrom()
                    .filter(day -> day.isAfter(from) && !day.isAfter(to))
                    .ifPresent(starts::add);
        }
        List<RatePeriod> periods = new ArrayList<>();
        for (LocalDate start : starts) {
            LocalDate next = starts.higher(start);
            LocalDate end = next == null ? to : next.minusDays(1);
            periods.add(new RatePeriod(start, end, rate(row, start, end)));
        }
        return periods;
    }

    private ComposedRate rate(ReturnRow row, LocalDate start, LocalDate end) {
        List<AppliedParameter> found = new ArrayList<>();
        // Known on the first day but no longer verified on the last is not known.
        parts.on(row, start)
                .forEach(id -> find(id, start).ifPresent(value -> {
                    found.add(value);
                    find(id, end);
                }));
        boolean reduced = row == ReturnRow.GENERAL
                && workplace
                        .wageClaimReducedFrom()
                        .map(day -> !start.isBefore(day))
                        .orElse(false);
        return new ComposedRate(found, reduced ? find(WAGE_CLAIM_SHARE, start) : Optional.empty());
    }

    Map<ReturnTerm, AppliedParameter> terms(LocalDate day) {
        Map<ReturnTerm, AppliedParameter> terms = new EnumMap<>(ReturnTerm.class);
        for (ReturnTerm term : ReturnTerm.values()) {
            find(term.parameterId(), day).ifPresent(value -> terms.put(term, value));
        }
        return terms;
    }

    Optional<AppliedParameter> find(String id, LocalDate day) {
        if (id.equals(RateParts.EXPERIENCE)) {
            return Optional.of(workplace.experienceRates().get(day.getYear()));
        }
        return switch (book.on(id, day)) {
            case LookUp.Found found -> Optional.of(found.parameter());
            case LookUp.Refused refused -> {
                refusals.add(refused);
                yield Optional.empty();
            }
        };
    }
}
