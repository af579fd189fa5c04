package kr.gosan.premium.calculation;

import java.util.List;
import java.util.Locale;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Rounding;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.trace.Step;
import kr.gosan.kernel.trace.TraceLine;

/**
 * A fund's confirmed premium against what was reported and paid as its estimate (보험료징수법 §19②④, source document
 * pp.9–10). With C confirmed, R reported, P paid and P ≤ R:
 *
 * <table>
 * <tr><th></th><th>additional</th><th>excess</th><th>arrears of the estimate</th></tr>
 * <tr><td>C ≥ R</td><td>C − R</td><td>0</td><td>R − P</td></tr>
 * <tr><td>P &lt; C &lt; R</td><td>0</td><td>0</td><td>C − P: the unpaid estimate shrinks to what is owed</td></tr>
 * <tr><td>C ≤ P</td><td>0</td><td>P − C</td><td>0: what was unpaid is cancelled</td></tr>
 * </table>
 *
 * <p>Unpaid estimate is never part of the additional payment: it is collected as arrears. The middle row is not in the
 * source document; it follows from §19②, which returns only what was paid above C and demands only what C exceeds P by.
 * Parts below 10 won are dropped from each result (국고금 관리법 §47), should reported or paid carry any.
 */
public record Settlement(Fund fund, Won confirmed, Won reported, Won paid) {

    /** ⑥ 추가납부할 액. */
    public Won additional() {
        return whole(confirmed.minus(reported));
    }

    /** ⑦ 초과액. */
    public Won excess() {
        return whole(paid.minus(confirmed));
    }

    /** What of the previous estimate is still owed after the settlement; not part of this return's slips. */
    public Won arrears() {
        return whole(confirmed.min(reported).minus(paid));
    }

    private static Won whole(Won difference) {
        return Rounding.TRUNCATE_BELOW_TEN_WON.apply(difference.max(Won.ZERO));
    }

    List<TraceLine> trace() {
        return List.of(
                line("additional", "max(0, " + confirmed + " − " + reported + ")", additional()),
                line("excess", "max(0, " + paid + " − " + confirmed + ")", excess()),
                line("arrears", "max(0, min(" + confirmed + ", " + reported + ") − " + paid + ")", arrears()));
    }

    private TraceLine line(String what, String formula, Won result) {
        String step =
                fund.insurance().name().toLowerCase(Locale.ROOT) + ".settlement." + Formula.label(fund) + "." + what;
        return Step.of(step, "보험료징수법 §19②④; 국고금 관리법 §47")
                .in("confirmed", confirmed)
                .in("reported", reported)
                .in("paid", paid)
                .truncated()
                .gives(formula + " = " + result, result);
    }
}
