package kr.gosan.premium.calculation;

import java.math.BigDecimal;
import java.util.Optional;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.trace.Step;
import kr.gosan.kernel.trace.TraceLine;

/**
 * The 70–130 % rule (보험료징수법 §17①, 시행령 §21): when the expected remuneration is at least 70 % and at most 130 % of
 * the confirmed one — both ends inclusive, compared exactly and without division — the estimate is made on the confirmed
 * remuneration instead. Below 70 % the filer says why.
 *
 * <p>Industrial-accident insurance is tested on its total (general and equipment together) and then carries over each
 * row; the two funds of employment insurance are tested each on its own base, which is the same as one test when the
 * bases are equal.
 *
 * @param subject what is tested: a step of the trace, such as {@code ei.estimated.unemployment}
 * @param confirmed empty when there is no confirmed year to compare with
 */
public record CarryOver(
        String subject,
        Optional<Won> confirmed,
        Won expected,
        AppliedParameter lowerBound,
        AppliedParameter upperBound) {

    /** How the expected remuneration compares. */
    public enum Outcome {
        CARRIED_OVER,
        BELOW,
        ABOVE,
        NOTHING_TO_COMPARE
    }

    public Outcome outcome() {
        if (confirmed.isEmpty()) {
            return Outcome.NOTHING_TO_COMPARE;
        }
        BigDecimal stated = BigDecimal.valueOf(expected.amount());
        if (stated.compareTo(lowerBound.rate().of(confirmed.get())) < 0) {
            return Outcome.BELOW;
        }
        return stated.compareTo(upperBound.rate().of(confirmed.get())) > 0 ? Outcome.ABOVE : Outcome.CARRIED_OVER;
    }

    public boolean carriedOver() {
        return outcome() == Outcome.CARRIED_OVER;
    }

    /** The base in total that the estimate is made on. */
    public Won base() {
        return carriedOver() ? confirmed.orElseThrow() : expected;
    }

    TraceLine trace() {
        Step line = Step.of(subject + ".base", "보험료징수법 §17①, 시행령 §21")
                .in("expected", expected)
                .using(lowerBound)
                .using(upperBound);
        confirmed.ifPresent(base -> line.in("confirmed", base));
        return line.gives(comparison(), base());
    }

    private String comparison() {
        if (confirmed.isEmpty()) {
            return "no confirmed year: " + expected + " as expected";
        }
        String low = lowerBound.rate() + " of " + confirmed.get() + " = "
                + Formula.exact(lowerBound.rate().of(confirmed.get()));
        String high =
                upperBound.rate() + " = " + Formula.exact(upperBound.rate().of(confirmed.get()));
        return switch (outcome()) {
            case CARRIED_OVER -> low + " ≤ " + expected + " ≤ " + high + ": confirmed " + confirmed.get() + " applies";
            case BELOW -> expected + " < " + low + ": " + expected + " as expected, with a reason";
            case ABOVE -> expected + " > " + high + " (" + low + "): " + expected + " as expected";
            case NOTHING_TO_COMPARE -> throw new IllegalStateException();
        };
    }
}
