package kr.gosan.premium.calculation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.trace.Step;
import kr.gosan.kernel.trace.TraceLine;
import kr.gosan.premium.law.RatePeriod;
import kr.gosan.premium.law.ReturnRow;

/**
 * A year's base divided over the rate periods of the year. The parts the filer states stand when they are exactly the
 * rate periods and add up to the base. Otherwise the base is divided by calendar months, as the source document divides
 * 120,000,000 into 60,000,000 and 60,000,000 (p.11): later periods get whole won, the first one the remainder. A month in
 * which the workplace starts counts whole; a month in which a rate changes counts for the period it begins in.
 *
 * @param parts one for each rate period, adding up to {@code base}
 * @param stated whether the parts are the filer's own
 */
public record BaseSplit(
        String step, ReturnRow row, Won base, List<RatePeriod> periods, List<Won> parts, boolean stated) {

    static BaseSplit of(
            String step, ReturnRow row, Won base, List<RatePeriod> periods, List<Remuneration.Part> statedParts) {
        boolean stated = fits(statedParts, periods) && sum(statedParts).equals(base);
        List<Won> parts = stated
                ? statedParts.stream().map(Remuneration.Part::remuneration).toList()
                : byMonths(base, months(periods));
        return new BaseSplit(step, row, base, periods, parts, stated);
    }

    /** Whether the parts are exactly the rate periods, in order. */
    static boolean fits(List<Remuneration.Part> parts, List<RatePeriod> periods) {
        return parts.stream()
                .map(part -> List.of(part.from(), part.to()))
                .toList()
                .equals(periods.stream()
                        .map(period -> List.of(period.from(), period.to()))
                        .toList());
    }

    static Won sum(List<Remuneration.Part> parts) {
        return Won.sum(parts.stream().map(Remuneration.Part::remuneration).toList());
    }

    private static List<Won> byMonths(Won base, List<Long> months) {
        long all = months.stream().mapToLong(Long::longValue).sum();
        List<Won> parts = new ArrayList<>();
        for (long share : months) {
            parts.add(Won.of(Math.floorDiv(base.times(share).amount(), all)));
        }
        Won later = Won.sum(parts.subList(1, parts.size()));
        parts.set(0, base.minus(later));
        return Collections.unmodifiableList(parts);
    }

    private static List<Long> months(List<RatePeriod> periods) {
        List<Long> months = new ArrayList<>();
        YearMonth start = YearMonth.from(periods.getFirst().from());
        for (RatePeriod period : periods) {
            YearMonth next = YearMonth.from(period.to()).plusMonths(1);
            months.add(ChronoUnit.MONTHS.between(start, next));
            start = next;
        }
        return months;
    }

    Insurance insurance() {
        return row.fund().insurance();
    }

    TraceLine trace() {
        String how = stated ? "as stated" : "by months " + months(periods) + ", whole won, remainder in the first";
        Step line =
                Step.of(step + ".split", "보험료징수법 §13, 근로복지공단 2022 신고 안내 p.11 ⑧").in("remuneration", base);
        for (int i = 0; i < parts.size(); i++) {
            LocalDate from = periods.get(i).from();
            line.in(from + "/" + periods.get(i).to(), parts.get(i));
        }
        return line.gives(Formula.sum(parts) + " (" + how + ")", base);
    }
}
