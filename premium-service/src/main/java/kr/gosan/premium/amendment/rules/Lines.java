package kr.gosan.premium.amendment.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Rounding;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.trace.TraceLine;

/** Writes the trace lines of a correction, in the order one explains them. */
final class Lines {

    private final String step;
    private final String basis;
    private final Map<String, String> inputs = new LinkedHashMap<>();
    private final List<AppliedParameter> parameters = new ArrayList<>();
    private Rounding rounding = Rounding.NONE;

    private Lines(String step, String basis) {
        this.step = step;
        this.basis = basis;
    }

    static Lines of(String step, String basis) {
        return new Lines(step, basis);
    }

    /** {@code ia.correction.industrial-accident.surcharge}. */
    static String step(Fund fund, String what) {
        return step(fund.insurance(), fund.name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + what);
    }

    static String step(Insurance insurance, String what) {
        return insurance.name().toLowerCase(Locale.ROOT) + ".correction." + what;
    }

    Lines in(String name, Won amount) {
        return in(name, Long.toString(amount.amount()));
    }

    Lines in(String name, String value) {
        inputs.put(name, value);
        return this;
    }

    Lines using(AppliedParameter parameter) {
        parameters.add(parameter);
        return this;
    }

    Lines truncated() {
        rounding = Rounding.TRUNCATE_BELOW_TEN_WON;
        return this;
    }

    TraceLine gives(String formula, Won result) {
        return new TraceLine(step, formula, inputs, parameters, rounding, basis, result);
    }
}
