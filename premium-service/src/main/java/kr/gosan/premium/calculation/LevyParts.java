package kr.gosan.premium.calculation;

import java.math.BigDecimal;
import java.util.List;
import kr.gosan.kernel.money.Won;
import kr.gosan.premium.law.ComposedRate;

/**
 * What an industrial-accident premium is made of, exact and before any truncation: the weights by which money that is
 * received for it is divided (보험료징수법 §31③). Each line gives its base × that part of its rate. Equipment and overseas
 * lines have neither levy; a reduced wage-claim levy counts reduced.
 *
 * @param accidentPremium industry or experience rate and commute rate, in won, zero or more
 * @param wageClaim 임금채권부담금, in won, zero or more
 * @param asbestos 석면피해구제분담금, in won, zero or more
 */
public record LevyParts(BigDecimal accidentPremium, BigDecimal wageClaim, BigDecimal asbestos) {

    static LevyParts of(List<PremiumLine> lines) {
        BigDecimal all = BigDecimal.ZERO;
        BigDecimal wageClaim = BigDecimal.ZERO;
        BigDecimal asbestos = BigDecimal.ZERO;
        for (PremiumLine line : lines) {
            Won base = line.base();
            ComposedRate rate = line.period().rate();
            all = all.add(rate.total().of(base));
            wageClaim =
                    wageClaim.add(rate.wageClaim().map(part -> part.of(base)).orElse(BigDecimal.ZERO));
            asbestos = asbestos.add(rate.asbestos().map(part -> part.of(base)).orElse(BigDecimal.ZERO));
        }
        return new LevyParts(all.subtract(wageClaim).subtract(asbestos), wageClaim, asbestos);
    }

    public boolean isZero() {
        return accidentPremium.add(wageClaim).add(asbestos).signum() == 0;
    }
}
