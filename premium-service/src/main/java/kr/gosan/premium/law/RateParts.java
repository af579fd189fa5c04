package kr.gosan.premium.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.workplace.WorkplaceKind;

/**
 * Which parameters make up the rate of a row on a day (보험료징수법 §14).
 *
 * <ul>
 *   <li>Workers in general: industry rate, or in its place the experience rate of the year, with commute, wage-claim and
 *       asbestos levy. The asbestos levy is owed by every construction employer, in other kinds of business from a number
 *       of regular workers on (석면피해구제법 §31): logging pays it when so many were counted.
 *   <li>Equipment operators pay neither the wage-claim nor the asbestos levy (source document p.8, note ②). Until the rate
 *       by job begins in the law data (보험료징수법 §48의6, from July 2023) their industry rate is that of the workplace.
 *   <li>Workers sent abroad: their own industry rate and the commute rate.
 *   <li>A self-employed person approved before 2012-01-21 pays for the stability fund only.
 * </ul>
 */
final class RateParts {

    /** In the place of a parameter of the law: the workplace's own rate of the year. */
    static final String EXPERIENCE = "accident.experience-rate";

    static final String WAGE_CLAIM = "accident.wage-claim-rate";
    static final String ASBESTOS = "accident.asbestos-rate";
    private static final String COMMUTE = "accident.commute-rate";
    private static final String ASBESTOS_WORKERS = "headcount.asbestos-levy";
    private static final String OVERSEAS = "accident.industry-rate.overseas-dispatch";
    private static final String EQUIPMENT_JOB = "accident.job-rate.construction-equipment";
    private static final String UNEMPLOYMENT = "employment.unemployment.rate";

    private final LawBook book;
    private final Workplace workplace;

    RateParts(LawBook book, Workplace workplace) {
        this.book = book;
        this.workplace = workplace;
    }

    /** The rows a return of such a workplace has. */
    static Set<ReturnRow> rows(WorkplaceKind kind) {
        return kind == WorkplaceKind.SELF_EMPLOYED_BEFORE_2012
                ? EnumSet.of(ReturnRow.STABILITY)
                : EnumSet.allOf(ReturnRow.class);
    }

    /** In the order in which they are written. */
    List<String> on(ReturnRow row, LocalDate day) {
        return switch (row) {
            case GENERAL -> general(day);
            case EQUIPMENT -> List.of(byJob(day) ? EQUIPMENT_JOB : industry(day), COMMUTE);
            case OVERSEAS -> List.of(OVERSEAS, COMMUTE);
            case UNEMPLOYMENT -> List.of(UNEMPLOYMENT);
            case STABILITY -> List.of(stability(day));
        };
    }

    /** All that may make the row's rate change in mid-year. */
    Stream<String> everRelevant(ReturnRow row, LocalDate from, LocalDate to) {
        Stream<String> starting = row == ReturnRow.EQUIPMENT ? Stream.of(EQUIPMENT_JOB) : Stream.empty();
        return Stream.of(on(row, from).stream(), on(row, to).stream(), starting)
                .flatMap(each -> each)
                .distinct();
    }

    private boolean byJob(LocalDate day) {
        return book.parameter(EQUIPMENT_JOB)
                .map(rate -> !day.isBefore(rate.values().getFirst().appliesFrom()))
                .orElse(false);
    }

    private String industry(LocalDate day) {
        if (workplace.experienceRates().containsKey(day.getYear())) {
            return EXPERIENCE;
        }
        return switch (workplace.kind()) {
            case CONSTRUCTION_HQ -> "accident.industry-rate.construction-hq";
            case CONSTRUCTION_COLLECTIVE, CONSTRUCTION_SINGLE -> "accident.industry-rate.construction";
            case LOGGING -> "accident.industry-rate.logging";
            case SELF_EMPLOYED_BEFORE_2012 -> throw new IllegalStateException("no industrial-accident insurance");
        };
    }

    private List<String> general(LocalDate day) {
        List<String> parts = new ArrayList<>(List.of(industry(day), COMMUTE, WAGE_CLAIM));
        asbestos(day).ifPresent(parts::add);
        return parts;
    }

    /** A limit that is not known stands in the place of the levy, and is refused by its name. */
    private Optional<String> asbestos(LocalDate day) {
        if (workplace.kind() != WorkplaceKind.LOGGING) {
            return Optional.of(ASBESTOS);
        }
        return workplace.sizeIn(day.getYear()).flatMap(size -> switch (book.on(ASBESTOS_WORKERS, day)) {
            case LookUp.Found it ->
                size.regularWorkers().compareTo(it.parameter().figure()) >= 0
                        ? Optional.of(ASBESTOS)
                        : Optional.empty();
            case LookUp.Refused it -> Optional.of(ASBESTOS_WORKERS);
        });
    }

    private String stability(LocalDate day) {
        return switch (workplace.scaleIn(day.getYear())) {
            case UNDER_150 -> "employment.stability.rate.under-150";
            case PRIORITY_150_OR_MORE -> "employment.stability.rate.priority-150-or-more";
            case FROM_150_UNDER_1000 -> "employment.stability.rate.from-150-under-1000";
            case FROM_1000_OR_GOVERNMENT -> "employment.stability.rate.from-1000-or-government";
        };
    }
}
