package kr.gosan.premium.law;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.money.Rate;

/**
 * A premium rate with the parts it is added up from: 36‰ + 1‰ + 0.6‰ + 0.03‰ = 37.63‰ (보험료징수법 §14).
 *
 * @param parts at least one, all in per mille
 * @param wageClaimShare what of the wage-claim levy is left where it is reduced (임금채권보장법 §10), in per cent
 */
public record ComposedRate(List<AppliedParameter> parts, Optional<AppliedParameter> wageClaimShare) {

    public ComposedRate {
        parts = List.copyOf(parts);
    }

    /** The exact sum. */
    public Rate total() {
        return parts.stream().map(this::rate).reduce(Rate::plus).orElseThrow();
    }

    /** The wage-claim levy in it, reduced where it is; empty where the rate has none. */
    public Optional<Rate> wageClaim() {
        return part(RateParts.WAGE_CLAIM);
    }

    /** The asbestos levy in it; empty where the rate has none. */
    public Optional<Rate> asbestos() {
        return part(RateParts.ASBESTOS);
    }

    /** The parts as an accountant writes them: {@code 36‰ + 1‰ + 0.6‰ × 50% + 0.03‰}; a single part is just itself. */
    public String sum() {
        return parts.stream().map(this::written).collect(Collectors.joining(" + "));
    }

    /** The parameters that went in. */
    public List<AppliedParameter> parameters() {
        return Stream.concat(parts.stream(), wageClaimShare.stream()).toList();
    }

    private Optional<Rate> part(String id) {
        return parts.stream()
                .filter(part -> part.id().equals(id))
                .map(this::rate)
                .findFirst();
    }

    private Rate rate(AppliedParameter part) {
        return share(part)
                .map(share -> new Rate(part.figure().multiply(share.figure()).movePointLeft(2), Rate.Unit.PER_MILLE))
                .orElseGet(part::rate);
    }

    private String written(AppliedParameter part) {
        return part.rate() + share(part).map(share -> " × " + share.rate()).orElse("");
    }

    private Optional<AppliedParameter> share(AppliedParameter part) {
        return wageClaimShare.filter(share -> part.id().equals(RateParts.WAGE_CLAIM));
    }
}
