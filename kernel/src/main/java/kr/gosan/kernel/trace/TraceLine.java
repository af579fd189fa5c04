package kr.gosan.kernel.trace;

import java.util.List;
import java.util.Map;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.money.Rounding;
import kr.gosan.kernel.money.Won;

/**
 * One step of a calculation, written so that an accountant can redo it by hand.
 *
 * @param step stable name of the step, such as {@code ia.confirmed.general}
 * @param formula what was done, with the figures in it: {@code 120,000,000 × 37.63‰ = 4,515,600}
 * @param inputs the named figures that went in, in the order the formula uses them
 * @param parameters the legal values used, each with the day it applies from and its source
 * @param rounding the rounding of the result
 * @param legalBasis the article that prescribes the step
 */
public record TraceLine(
        String step,
        String formula,
        Map<String, String> inputs,
        List<AppliedParameter> parameters,
        Rounding rounding,
        String legalBasis,
        Won result) {

    public TraceLine {
        inputs = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(inputs));
        parameters = List.copyOf(parameters);
    }
}
