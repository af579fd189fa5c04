package kr.gosan.premium.remuneration;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.money.Rounding;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.trace.Step;
import kr.gosan.kernel.trace.TraceLine;
import kr.gosan.premium.calculation.Formula;
import kr.gosan.premium.calculation.MonthlyBases;

/**
 * The base of construction works by labour ratio (노무비율), where what was or will be paid is hard to tell (보험료징수법
 * 시행령 §11②). Fractions of a won are dropped, once for each product.
 *
 * <ul>
 *   <li>Estimated: total cost of the works × general ratio, at most 90 % of the contract sum.
 *   <li>Confirmed: direct payroll + subcontracts, without those approved as employers, × ratio of subcontracts.
 * </ul>
 *
 * @param remuneration the base
 * @param months the base divided evenly over the months of the works (월할): whole won, the remainder in the first
 */
public record WorksRemuneration(Won remuneration, List<Won> months, List<TraceLine> trace) {

    private static final String BASIS = "보험료징수법 시행령 §11②";
    private static final String MONTHS = "근로복지공단 2022 신고 안내 p.7 ④ 2)";

    /**
     * Works to come.
     *
     * @param totalCost 총공사금액, materials supplied by the client included
     * @param contractSum what was agreed to be paid
     */
    public record Planned(Won totalCost, Won contractSum) {}

    /**
     * Works done.
     *
     * @param subcontracts paid to subcontractors who are not approved as employers
     */
    public record Done(Won directPayroll, Won subcontracts) {}

    /** Either the base, or each look-up that had no answer. */
    public sealed interface Answer {

        record Known(WorksRemuneration remuneration) implements Answer {}

        record Unknown(List<LookUp.Refused> refusals) implements Answer {}
    }

    public WorksRemuneration {
        months = List.copyOf(months);
        trace = List.copyOf(trace);
    }

    /** @param months over how many months the base is divided, at least one */
    public static Answer estimated(int insuranceYear, Planned works, int months, LawBook law) {
        RemunerationLaw.Reading reading = new RemunerationLaw.Reading(law);
        Optional<AppliedParameter> ratio = reading.ofYear(RemunerationLaw.GENERAL_LABOUR_RATIO, insuranceYear);
        Optional<AppliedParameter> cap = reading.ofYear(RemunerationLaw.LABOUR_COST_CAP, insuranceYear);
        if (!reading.refusals().isEmpty()) {
            return new Answer.Unknown(reading.refusals());
        }
        List<TraceLine> trace = new ArrayList<>();
        Won byRatio = product("remuneration.works.ratio", "totalCost", works.totalCost(), ratio.get(), trace);
        Won most = product("remuneration.works.cap", "contractSum", works.contractSum(), cap.get(), trace);
        Won base = byRatio.min(most);
        trace.add(Step.of("remuneration.works", BASIS)
                .gives("the smaller of " + byRatio + " and " + most + " = " + base, base));
        return new Answer.Known(divided(base, months, trace));
    }

    /** @param months over how many months the base is divided, at least one */
    public static Answer confirmed(int insuranceYear, Done works, int months, LawBook law) {
        RemunerationLaw.Reading reading = new RemunerationLaw.Reading(law);
        List<TraceLine> trace = new ArrayList<>();
        Won labour = works.subcontracts().isZero()
                ? Won.ZERO
                : reading.ofYear(RemunerationLaw.SUBCONTRACT_LABOUR_RATIO, insuranceYear)
                        .map(ratio -> product(
                                "remuneration.works.subcontracts", "subcontracts", works.subcontracts(), ratio, trace))
                        .orElse(Won.ZERO);
        if (!reading.refusals().isEmpty()) {
            return new Answer.Unknown(reading.refusals());
        }
        List<Won> parts = List.of(works.directPayroll(), labour);
        Won base = Won.sum(parts);
        trace.add(Step.of("remuneration.works", BASIS).gives(Formula.sum(parts), base));
        return new Answer.Known(divided(base, months, trace));
    }

    /**
     * Heads of each month, estimated as its remuneration ÷ the mean monthly wage in construction, half up; empty where the
     * mean of the year is not known.
     */
    public Optional<List<Long>> heads(int insuranceYear, LawBook law) {
        return new RemunerationLaw.Reading(law)
                .ofYear(RemunerationLaw.CONSTRUCTION_MEAN, insuranceYear)
                .map(mean -> months.stream()
                        .map(month -> MonthlyBases.heads(month, mean.won()))
                        .toList());
    }

    private static Won product(String step, String input, Won amount, AppliedParameter ratio, List<TraceLine> trace) {
        BigDecimal exact = ratio.rate().of(amount);
        Won result = Rounding.TRUNCATE_BELOW_ONE_WON.apply(exact);
        trace.add(Step.of(step, BASIS)
                .in(input, amount)
                .using(ratio)
                .wholeWon()
                .gives(Formula.truncated(amount, ratio.rate(), result), result));
        return result;
    }

    private static WorksRemuneration divided(Won base, int months, List<TraceLine> trace) {
        List<Won> parts = MonthlyBases.evenly(base, months);
        trace.add(Step.of("remuneration.works.months", MONTHS)
                .in("months", Integer.toString(months))
                .gives(base + " ÷ " + months + ", whole won, remainder in the first = " + parts.getFirst(), base));
        return new WorksRemuneration(base, parts, trace);
    }
}
