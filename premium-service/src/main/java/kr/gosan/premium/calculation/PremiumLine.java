package kr.gosan.premium.calculation;

import kr.gosan.kernel.money.Rounding;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.trace.Step;
import kr.gosan.kernel.trace.TraceLine;
import kr.gosan.premium.law.RatePeriod;
import kr.gosan.premium.law.ReturnRow;

/**
 * One premium line: base × rate, parts below 10 won dropped (원단위 이하 절사, 국고금 관리법 §47). Each line is truncated by
 * itself; sums of lines are never truncated again (source document p.9, ③).
 *
 * @param step its name in the trace, such as {@code ia.confirmed.general}
 * @param base remuneration in won, zero or more
 */
public record PremiumLine(String step, String legalBasis, ReturnRow row, RatePeriod period, Won base) {

    public Won amount() {
        return Rounding.TRUNCATE_BELOW_TEN_WON.apply(period.rate().total().of(base));
    }

    TraceLine trace() {
        String sum = period.rate().parts().size() > 1
                ? ", where " + period.rate().total() + " = " + period.rate().sum()
                : "";
        return Step.of(step, legalBasis)
                .in("remuneration", base)
                .in("from", period.from().toString())
                .in("to", period.to().toString())
                .in("rate", period.rate().total().toString())
                .using(period.rate().parameters())
                .truncated()
                .gives(Formula.truncated(base, period.rate().total(), amount()) + sum, amount());
    }
}
