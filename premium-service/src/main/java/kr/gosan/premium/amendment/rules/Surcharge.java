package kr.gosan.premium.amendment.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Rounding;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.trace.Step;
import kr.gosan.kernel.trace.TraceLine;

/**
 * 가산금 (보험료징수법 §24, 시행령 §32): 10 % of the confirmed premium that must be collected because it was not filed in
 * time or not truly, of each fund by itself, parts below 10 won dropped. Not levied when it comes to less than 3,000 won
 * in an insurance, or under force majeure. An amended return before the settlement-audit notice pays half of what is
 * levied: the minimum is tested before halving, and each half is truncated again.
 *
 * @param byFund what each fund pays, zero or more
 */
public record Surcharge(Map<Fund, Won> byFund, List<TraceLine> trace) {

    /** How much of the surcharge is due. */
    public enum Measure {
        /** Nothing was filed late or untruly: estimates, claims, changes of a rate. */
        NONE,
        /** An amended return before the settlement-audit notice. */
        HALVED,
        FULL
    }

    private static final String BASIS = "보험료징수법 §24; 시행령 §32; 국고금 관리법 §47";

    public Surcharge {
        byFund = Collections.unmodifiableMap(new EnumMap<>(byFund));
        trace = List.copyOf(trace);
    }

    /**
     * @param due the confirmed premium that must be collected, by fund, zero or more
     * @param forceMajeure 천재지변 or what equals it: nothing is levied
     */
    public static Surcharge of(Map<Fund, Won> due, Measure measure, boolean forceMajeure, AmendmentLaw law) {
        Map<Fund, Won> byFund = new EnumMap<>(Fund.class);
        List<TraceLine> trace = new ArrayList<>();
        for (Insurance insurance : Insurance.values()) {
            levy(insurance, due, measure, forceMajeure, law, byFund, trace);
        }
        return new Surcharge(byFund, trace);
    }

    private static void levy(
            Insurance insurance,
            Map<Fund, Won> due,
            Measure measure,
            boolean forceMajeure,
            AmendmentLaw law,
            Map<Fund, Won> byFund,
            List<TraceLine> trace) {
        AppliedParameter rate = law.the(AmendmentTerm.SURCHARGE_RATE);
        Won minimum = law.the(AmendmentTerm.SURCHARGE_MINIMUM).won();
        Map<Fund, Won> whole = new EnumMap<>(Fund.class);
        for (Fund fund : Fund.of(insurance)) {
            whole.put(fund, part(due.getOrDefault(fund, Won.ZERO), rate));
        }
        Won total = Won.sum(whole.values());
        boolean levied = measure != Measure.NONE && !forceMajeure && total.compareTo(minimum) >= 0;
        AppliedParameter reduction = law.the(AmendmentTerm.SURCHARGE_REDUCTION);
        whole.forEach((fund, surcharge) -> {
            BigDecimal exact = BigDecimal.valueOf(surcharge.amount());
            BigDecimal reduced =
                    measure == Measure.HALVED ? exact.subtract(reduction.rate().of(surcharge)) : exact;
            Won paid = levied ? Rounding.TRUNCATE_BELOW_TEN_WON.apply(reduced) : Won.ZERO;
            byFund.put(fund, paid);
            if (measure != Measure.NONE && due.getOrDefault(fund, Won.ZERO).isPositive()) {
                trace.add(line(
                        fund, due.get(fund), surcharge, paid, reason(levied, forceMajeure, measure, total, law), law));
            }
        });
    }

    private static Won part(Won due, AppliedParameter rate) {
        return Rounding.TRUNCATE_BELOW_TEN_WON.apply(rate.rate().of(due));
    }

    private static String reason(boolean levied, boolean forceMajeure, Measure measure, Won total, AmendmentLaw law) {
        if (forceMajeure) {
            return "; not levied: force majeure";
        }
        if (!levied) {
            return "; not levied: " + total + " < "
                    + law.the(AmendmentTerm.SURCHARGE_MINIMUM).won();
        }
        return measure == Measure.HALVED
                ? " − " + law.the(AmendmentTerm.SURCHARGE_REDUCTION).rate()
                : "";
    }

    private static TraceLine line(Fund fund, Won due, Won surcharge, Won paid, String reason, AmendmentLaw law) {
        AppliedParameter rate = law.the(AmendmentTerm.SURCHARGE_RATE);
        return Step.of(StepName.of(fund, "surcharge"), BASIS)
                .in("due", due)
                .using(rate)
                .using(law.the(AmendmentTerm.SURCHARGE_MINIMUM))
                .using(law.the(AmendmentTerm.SURCHARGE_REDUCTION))
                .truncated()
                .gives(due + " × " + rate.rate() + " → " + surcharge + reason + " → " + paid, paid);
    }
}
