package kr.gosan.premium.amendment;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.premium.amendment.rules.Figures;
import kr.gosan.premium.amendment.rules.RemainingInstalments.Billed;
import kr.gosan.premium.law.ReturnRow;

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
            List<Billed> billed = new ArrayList<>();
            insurance
                    .path("periods")
                    .forEach(it -> billed.add(new Billed(
                            it.required("period").asInt(), day(it, "statutoryDueDate"), won(it, "estimate"))));
            boolean atOnce = billed.stream().anyMatch(it -> it.period() == 0);
            instalments.put(Insurance.valueOf(insurance.required("insurance").asText()), atOnce ? List.of() : billed);
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

    private static LocalDate day(JsonNode node, String field) {
        return LocalDate.parse(node.required(field).asText());
    }
}
