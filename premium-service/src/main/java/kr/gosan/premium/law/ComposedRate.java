package kr.gosan.premium.law;

import java.util.List;
import java.util.stream.Collectors;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.money.Rate;

/**
 * A premium rate with the parts it is added up from: 36‰ + 1‰ + 0.6‰ + 0.03‰ = 37.63‰ (보험료징수법 §14).
 *
 * @param parts at least one, all in per mille
 */
public record ComposedRate(List<AppliedParameter> parts) {

    public ComposedRate {
        parts = List.copyOf(parts);
    }

    /** The exact sum. */
    public Rate total() {
        return parts.stream().map(AppliedParameter::rate).reduce(Rate::plus).orElseThrow();
    }

    /** The parts as an accountant writes them: {@code 36‰ + 1‰ + 0.6‰ + 0.03‰}; a single part is just itself. */
    public String sum() {
        return parts.stream().map(part -> part.rate().toString()).collect(Collectors.joining(" + "));
    }
}
