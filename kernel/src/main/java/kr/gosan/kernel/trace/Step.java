package kr.gosan.kernel.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.money.Rounding;
import kr.gosan.kernel.money.Won;

/** Writes a {@link TraceLine} in the order one explains it: what went in, by which law, what came out. */
public final class Step {

    private final String name;
    private final String legalBasis;
    private final Map<String, String> inputs = new LinkedHashMap<>();
    private final List<AppliedParameter> parameters = new ArrayList<>();
    private Rounding rounding = Rounding.NONE;

    private Step(String name, String legalBasis) {
        this.name = name;
        this.legalBasis = legalBasis;
    }

    public static Step of(String name, String legalBasis) {
        return new Step(name, legalBasis);
    }

    /** A figure without separators, so that a program can read it too. */
    public Step in(String input, Won amount) {
        return in(input, Long.toString(amount.amount()));
    }

    public Step in(String input, String value) {
        inputs.put(input, value);
        return this;
    }

    public Step using(AppliedParameter parameter) {
        parameters.add(parameter);
        return this;
    }

    public Step using(Collection<AppliedParameter> more) {
        parameters.addAll(more);
        return this;
    }

    public Step truncated() {
        rounding = Rounding.TRUNCATE_BELOW_TEN_WON;
        return this;
    }

    /** The fraction of a won is dropped. */
    public Step wholeWon() {
        rounding = Rounding.TRUNCATE_BELOW_ONE_WON;
        return this;
    }

    public TraceLine gives(String formula, Won result) {
        return new TraceLine(name, formula, inputs, parameters, rounding, legalBasis, result);
    }
}
