package kr.gosan.premium.law;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.time.BusinessCalendar;

/** Answers what the law says for one return: all of it, or the list of what it does not know. */
public final class PremiumLaw {

    private static final String COMMUTE = "accident.commute-rate";
    private static final String WAGE_CLAIM = "accident.wage-claim-rate";
    private static final String ASBESTOS = "accident.asbestos-rate";
    private static final String UNEMPLOYMENT = "employment.unemployment.rate";

    private final LawBook book;

    public PremiumLaw(LawBook book) {
        this.book = book;
    }

    /** Either everything a return needs, or each look-up that had no answer. */
    public sealed interface Answer {

        record Known(ReturnLaw law) implements Answer {}

        record Unknown(List<LookUp.Refused> refusals) implements Answer {}
    }

    /**
     * Resolves the law of the return that confirms {@code insuranceYear} and estimates the next.
     *
     * @throws IllegalArgumentException when the workplace is established only after the estimate year
     */
    public Answer forReturn(int insuranceYear, Workplace workplace) {
        int estimateYear = insuranceYear + 1;
        if (workplace.establishedOn().getYear() > estimateYear) {
            throw new IllegalArgumentException("no workplace yet in " + estimateYear);
        }
        Reading reading = new Reading();
        Optional<YearRates> confirmed = workplace.establishedOn().getYear() > insuranceYear
                ? Optional.empty()
                : Optional.of(reading.year(insuranceYear, workplace));
        YearRates estimated = reading.year(estimateYear, workplace);
        Map<ReturnTerm, AppliedParameter> terms = reading.terms(estimated.from());
        if (!reading.refusals.isEmpty()) {
            return new Answer.Unknown(reading.refusals.stream().distinct().toList());
        }
        try {
            Schedule schedule = Schedule.of(workplace.establishedOn(), estimateYear, terms);
            return new Answer.Known(new ReturnLaw(insuranceYear, confirmed, estimated, terms, schedule));
        } catch (BusinessCalendar.DayNotCovered e) {
            return new Answer.Unknown(List.of(
                    new LookUp.Refused("business-calendar", estimated.to(), LookUp.Reason.AFTER_VERIFIED_THROUGH)));
        }
    }

    /**
     * The parameters of a row's rate. Equipment operators pay neither the wage-claim nor the asbestos levy (source
     * document p.8, note ②; until 2023-06-30).
     */
    private static List<String> parts(ReturnRow row, Workplace workplace) {
        String industry = switch (workplace.kind()) {
            case CONSTRUCTION_HQ -> "accident.industry-rate.construction-hq";
            case CONSTRUCTION_COLLECTIVE -> "accident.industry-rate.construction";
            case CONSTRUCTION_SINGLE, LOGGING, SELF_EMPLOYED_BEFORE_2012 ->
                throw new IllegalArgumentException("no rates yet for " + workplace.kind());
        };
        String stability = switch (workplace.employeeScale()) {
            case UNDER_150 -> "employment.stability.rate.under-150";
            case PRIORITY_150_OR_MORE -> "employment.stability.rate.priority-150-or-more";
            case FROM_150_UNDER_1000 -> "employment.stability.rate.from-150-under-1000";
            case FROM_1000_OR_GOVERNMENT -> "employment.stability.rate.from-1000-or-government";
        };
        return switch (row) {
            case GENERAL -> List.of(industry, COMMUTE, WAGE_CLAIM, ASBESTOS);
            case EQUIPMENT -> List.of(industry, COMMUTE);
            case UNEMPLOYMENT -> List.of(UNEMPLOYMENT);
            case STABILITY -> List.of(stability);
        };
    }

    /** One pass over the book that gathers what is missing instead of stopping at it. */
    private final class Reading {

        private final List<LookUp.Refused> refusals = new ArrayList<>();

        YearRates year(int year, Workplace workplace) {
            LocalDate newYear = LocalDate.of(year, Month.JANUARY, 1);
            LocalDate from = workplace.establishedOn().isAfter(newYear) ? workplace.establishedOn() : newYear;
            LocalDate to = LocalDate.of(year, Month.DECEMBER, 31);
            Map<ReturnRow, List<RatePeriod>> periods = new EnumMap<>(ReturnRow.class);
            for (ReturnRow row : ReturnRow.values()) {
                periods.put(row, periods(parts(row, workplace), from, to));
            }
            return new YearRates(from, to, periods);
        }

        /** A new period starts on every day on which any part of the rate changes. */
        private List<RatePeriod> periods(List<String> parts, LocalDate from, LocalDate to) {
            TreeSet<LocalDate> starts = new TreeSet<>(List.of(from));
            parts.forEach(
                    id -> book.parameter(id).ifPresent(parameter -> starts.addAll(parameter.changesWithin(from, to))));
            List<RatePeriod> periods = new ArrayList<>();
            for (LocalDate start : starts) {
                LocalDate next = starts.higher(start);
                LocalDate end = next == null ? to : next.minusDays(1);
                List<AppliedParameter> rate = new ArrayList<>();
                // Known on the first day but no longer verified on the last is not known.
                parts.forEach(id -> find(id, start).ifPresent(value -> {
                    rate.add(value);
                    find(id, end);
                }));
                periods.add(new RatePeriod(start, end, new ComposedRate(rate)));
            }
            return periods;
        }

        Map<ReturnTerm, AppliedParameter> terms(LocalDate date) {
            Map<ReturnTerm, AppliedParameter> terms = new EnumMap<>(ReturnTerm.class);
            for (ReturnTerm term : ReturnTerm.values()) {
                find(term.parameterId(), date).ifPresent(value -> terms.put(term, value));
            }
            return terms;
        }

        private Optional<AppliedParameter> find(String id, LocalDate date) {
            return switch (book.on(id, date)) {
                case LookUp.Found found -> Optional.of(found.parameter());
                case LookUp.Refused refused -> {
                    refusals.add(refused);
                    yield Optional.empty();
                }
            };
        }
    }
}
