package kr.gosan.premium.remuneration;

import java.math.BigDecimal;
import java.util.List;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.money.Rounding;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.trace.Step;
import kr.gosan.kernel.trace.TraceLine;
import kr.gosan.premium.calculation.Formula;

/**
 * The base of logging (벌목업) where it is hard to tell: the volume of timber × won per cubic metre as announced (보험료징수법
 * 시행령 §11②). The fraction of a won is dropped.
 *
 * @param cubicMetres volume felled, with at most three decimals
 */
public record LoggingRemuneration(BigDecimal cubicMetres, AppliedParameter perCubicMetre) {

    /** Either the base, or each look-up that had no answer. */
    public sealed interface Answer {

        record Known(LoggingRemuneration remuneration) implements Answer {}

        record Unknown(List<LookUp.Refused> refusals) implements Answer {}
    }

    public static Answer of(int insuranceYear, BigDecimal cubicMetres, LawBook law) {
        RemunerationLaw.Reading reading = new RemunerationLaw.Reading(law);
        AppliedParameter perCubicMetre = reading.ofYear(RemunerationLaw.LOGGING_PER_CUBIC_METRE, insuranceYear)
                .orElse(null);
        return reading.refusals().isEmpty()
                ? new Answer.Known(new LoggingRemuneration(cubicMetres, perCubicMetre))
                : new Answer.Unknown(reading.refusals());
    }

    public Won remuneration() {
        return Rounding.TRUNCATE_BELOW_ONE_WON.apply(exact());
    }

    private BigDecimal exact() {
        return cubicMetres.multiply(BigDecimal.valueOf(perCubicMetre.won().amount()));
    }

    public List<TraceLine> trace() {
        return List.of(Step.of("remuneration.logging", "보험료징수법 시행령 §11②")
                .in("cubicMetres", cubicMetres.toPlainString())
                .using(perCubicMetre)
                .wholeWon()
                .gives(
                        Formula.exact(cubicMetres) + " ㎥ × " + perCubicMetre.won() + " = " + Formula.exact(exact())
                                + " → " + remuneration(),
                        remuneration()));
    }
}
