package kr.gosan.coverage.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The mandates of one workplace (보험사무 위탁, 보험료징수법 §33): one agency at a time.
 *
 * @param periods all there ever were, in order
 */
public record Mandates(List<Period> periods) {

    public Mandates {
        periods = List.copyOf(periods);
    }

    /**
     * @param from first day of the mandate
     * @param endedOn first day without it; empty while it lasts
     */
    public record Period(LocalDate from, Optional<LocalDate> endedOn) {

        boolean reaches(LocalDate day) {
            return endedOn.isEmpty() || endedOn.get().isAfter(day);
        }
    }

    /** Why a mandate cannot be given from that day on; empty when it can. */
    public List<Refusal> give(LocalDate from, LocalDate establishedOn, LocalDate today) {
        List<Refusal> reasons = new ArrayList<>();
        if (from.isAfter(today)) {
            reasons.add(Refusal.of("from", "in-the-future", today));
        }
        if (from.isBefore(establishedOn)) {
            reasons.add(Refusal.of("from", "mandate-before-establishment", establishedOn));
        }
        periods.stream()
                .filter(period -> period.endedOn().isEmpty())
                .findFirst()
                .ifPresentOrElse(
                        open -> reasons.add(Refusal.of("agencyBusinessNumber", "mandate-in-force", open.from())),
                        () -> periods.stream()
                                .filter(period -> period.reaches(from))
                                .map(period -> period.endedOn().orElseThrow())
                                .max(LocalDate::compareTo)
                                .ifPresent(end -> reasons.add(Refusal.of("from", "overlaps-earlier-mandate", end))));
        return reasons;
    }

    /** Why this mandate cannot end on that day; empty when it can. It may end on its first day: then it never was. */
    public static List<Refusal> end(Period mandate, LocalDate on, LocalDate today) {
        List<Refusal> reasons = new ArrayList<>();
        mandate.endedOn().ifPresent(day -> reasons.add(Refusal.of("on", "mandate-already-ended", day)));
        if (on.isAfter(today)) {
            reasons.add(Refusal.of("on", "in-the-future", today));
        }
        if (on.isBefore(mandate.from())) {
            reasons.add(Refusal.of("on", "ends-before-mandate", mandate.from()));
        }
        return reasons;
    }
}
