package kr.gosan.premium.amendment;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.premium.amendment.rules.Figures;
import kr.gosan.premium.amendment.rules.RemainingInstalments.Billed;
import kr.gosan.premium.law.ReturnRow;
import kr.gosan.premium.law.Schedule;

/**
 * What a correction has to know of the return as it was filed, read from its stored calculation.
 *
 * @param statutoryDueDate the deadline as the law names it
 * @param dueDate the last day that is in time, as far as it was known when the return was filed
 * @param additional by fund, what the return adds to the previous estimate; below zero what was paid too much
 * @param instalments by insurance, in order of their due dates; empty for one that is paid at once
 */
record FiledFigures(
        LocalDate filedOn,
        LocalDate statutoryDueDate,
        LocalDate dueDate,
        boolean filedInTime,
        Figures figures,
        Map<Fund, Won> additional,
        Map<Insurance, List<Billed>> instalments) {

    static FiledFigures of(JsonNode calculation) {
        Map<Fund, Won> confirmed = new EnumMap<>(Fund.class);
        Map<Fund, Won> estimated = new EnumMap<>(Fund.class);
        Map<Fund, Won> additional = new EnumMap<>(Fund.class);
        Map<Insurance, List<Billed>> instalments = new EnumMap<>(Insurance.class);
        for (JsonNode insurance : calculation.path("insurances")) {
            insurance.path("settlement").forEach(it -> {
                Fund fund = Fund.valueOf(it.required("fund").asText());
                confirmed.put(fund, won(it, "confirmed"));
                additional.put(fund, won(it, "additional").minus(won(it, "excess")));
            });
            insurance
                    .at("/estimated/lines")
                    .forEach(it -> estimated.merge(
                            ReturnRow.valueOf(it.required("row").asText()).fund(), won(it, "premium"), Won::plus));
            instalments.put(
                    Insurance.valueOf(insurance.required("insurance").asText()), billed(calculation, insurance));
        }
        Map<Fund, Figures.FundFigures> funds = new EnumMap<>(Fund.class);
        for (Fund fund : Fund.values()) {
            funds.put(
                    fund,
                    new Figures.FundFigures(
                            confirmed.getOrDefault(fund, Won.ZERO), estimated.getOrDefault(fund, Won.ZERO)));
        }
        return new FiledFigures(
                day(calculation, "filedOn"),
                day(calculation, "statutoryDueDate"),
                day(calculation, "dueDate"),
                calculation.required("filedInTime").asBoolean(),
                new Figures(funds),
                additional,
                instalments);
    }

    /** An instalment that was filed. */
    Billed billed(Insurance insurance, int period) {
        return instalments.get(insurance).stream()
                .filter(it -> it.period() == period)
                .findFirst()
                .orElseThrow();
    }

    private static List<Billed> billed(JsonNode calculation, JsonNode insurance) {
        List<Billed> billed = new ArrayList<>();
        for (JsonNode it : insurance.path("periods")) {
            int period = it.required("period").asInt();
            if (period == 0) {
                return List.of();
            }
            billed.add(new Billed(
                    period,
                    day(it, "statutoryDueDate"),
                    yearOfEstimate(calculation).get(period - 1).share(),
                    won(it, "estimate")));
        }
        return billed;
    }

    /** The parts of the year that is estimated, as it was known when the return was filed. */
    private static List<Schedule.Part> yearOfEstimate(JsonNode calculation) {
        LocalDate newYear =
                LocalDate.ofYearDay(calculation.required("insuranceYear").asInt() + 1, 1);
        LocalDate yearEnd = newYear.plusYears(1).minusDays(1);
        JsonNode workplace = calculation.required("workplace");
        LocalDate established = day(workplace, "establishedOn");
        LocalDate last = Stream.of(
                        dayIfAny(workplace, "extinctOn").map(day -> day.minusDays(1)),
                        dayIfAny(workplace, "worksEndOn"))
                .flatMap(Optional::stream)
                .findFirst()
                .filter(day -> !day.isBefore(newYear) && day.isBefore(yearEnd))
                .orElse(yearEnd);
        return Schedule.parts(established, established.isAfter(newYear) ? established : newYear, last);
    }

    /**
     * The same with the deadline as it is now: an extension that was declared after the filing counts for it as well.
     *
     * @param lastDays gives for a statutory due date the last day that is in time
     */
    FiledFigures extended(UnaryOperator<LocalDate> lastDays) {
        LocalDate now = lastDays.apply(statutoryDueDate);
        LocalDate latest = now.isAfter(dueDate) ? now : dueDate;
        return new FiledFigures(
                filedOn,
                statutoryDueDate,
                latest,
                filedInTime || !filedOn.isAfter(latest),
                figures,
                additional,
                instalments);
    }

    private static Won won(JsonNode node, String field) {
        return Won.of(node.required(field).asLong());
    }

    private static Optional<LocalDate> dayIfAny(JsonNode node, String field) {
        return node.hasNonNull(field) ? Optional.of(day(node, field)) : Optional.empty();
    }

    private static LocalDate day(JsonNode node, String field) {
        return LocalDate.parse(node.required(field).asText());
    }
}
