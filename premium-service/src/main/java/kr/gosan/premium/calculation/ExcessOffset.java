package kr.gosan.premium.calculation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;

/**
 * Uses up the excess of an insurance for what falls due in the same insurance, earliest period first (보험료징수법 §23①②,
 * source document p.13). What is left after the last period is refunded.
 *
 * <p>Inside a period each fund's excess first pays its own fund; what it cannot use there pays the other fund of the same
 * insurance, confirmed premium included. So an excess of one employment-insurance fund nets against an additional payment
 * of the other, and no fund's row on a slip is below zero. The e-filing reduction, one figure for the insurance, is
 * counted against the first fund (실업급여) as far as it reaches.
 */
final class ExcessOffset {

    private final Map<Fund, Won> left = new EnumMap<>(Fund.class);

    ExcessOffset(List<Settlement> settlements) {
        settlements.forEach(settlement -> left.put(settlement.fund(), settlement.excess()));
    }

    /** The period with its offset; periods must come in order. */
    PaymentPeriod use(PaymentPeriod period) {
        Map<Fund, Won> open = open(period);
        Map<Fund, Won> used = new EnumMap<>(Fund.class);
        for (Fund fund : left.keySet()) {
            pay(fund, fund, open, used);
        }
        for (Fund from : left.keySet()) {
            for (Fund to : left.keySet()) {
                pay(from, to, open, used);
            }
        }
        List<FundShare> funds = new ArrayList<>();
        for (FundShare share : period.funds()) {
            funds.add(share.offsetting(used.getOrDefault(share.fund(), Won.ZERO)));
        }
        return new PaymentPeriod(period.period(), period.statutoryDueDate(), funds, period.eFilingReduction());
    }

    Won left() {
        return Won.sum(left.values());
    }

    private void pay(Fund from, Fund to, Map<Fund, Won> open, Map<Fund, Won> used) {
        Won amount = left.get(from).min(open.get(to));
        left.merge(from, amount, Won::minus);
        open.merge(to, amount, Won::minus);
        used.merge(to, amount, Won::plus);
    }

    /** What each fund still has to pay once the reduction is taken off. */
    private static Map<Fund, Won> open(PaymentPeriod period) {
        Map<Fund, Won> open = new EnumMap<>(Fund.class);
        Won reduction = period.eFilingReduction();
        for (FundShare share : period.funds()) {
            Won taken = reduction.min(share.due());
            open.put(share.fund(), share.due().minus(taken));
            reduction = reduction.minus(taken);
        }
        return open;
    }
}
