package kr.gosan.premium.calculator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.trace.TraceLine;
import kr.gosan.premium.remuneration.EquipmentRemuneration;
import kr.gosan.premium.remuneration.LoggingRemuneration;
import kr.gosan.premium.remuneration.WorksRemuneration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the smaller calculators answer: the base, how it is divided, and how it came about. */
final class EstimateViews {

    private EstimateViews() {}

    /** @param periods the year, divided where the standard or the rate of such operators changes */
    @Schema(name = "EquipmentRemuneration")
    record Equipment(
            Won remuneration,
            List<EquipmentRemuneration.Period> periods,
            List<TraceLine> trace,
            List<AppliedParameter> law) {

        static Equipment of(int insuranceYear, EquipmentRemuneration it, LawBook law) {
            List<TraceLine> trace = it.trace();
            return new Equipment(it.total(), it.periods(insuranceYear, law), trace, parameters(trace));
        }
    }

    /** @param heads estimated; missing where the year's mean wage is not known */
    @Schema(name = "WorksRemuneration")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Works(
            Won remuneration, List<Won> months, List<Long> heads, List<TraceLine> trace, List<AppliedParameter> law) {

        static Works of(int insuranceYear, WorksRemuneration it, LawBook law) {
            return new Works(
                    it.remuneration(),
                    it.months(),
                    it.heads(insuranceYear, law).orElse(null),
                    it.trace(),
                    parameters(it.trace()));
        }
    }

    @Schema(name = "LoggingRemuneration")
    record Logging(Won remuneration, LocalDate ratioAppliesFrom, List<TraceLine> trace, List<AppliedParameter> law) {

        static Logging of(LoggingRemuneration it) {
            return new Logging(it.remuneration(), it.perCubicMetre().appliesFrom(), it.trace(), parameters(it.trace()));
        }
    }

    private static List<AppliedParameter> parameters(List<TraceLine> trace) {
        return trace.stream()
                .flatMap(line -> line.parameters().stream())
                .distinct()
                .toList();
    }
}
