package kr.gosan.payment.correction.plan;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.arrears.order.CollectionOrder;
import kr.gosan.payment.arrears.order.OpenItem;
import kr.gosan.payment.debt.Debt;

/**
 * Uses up what was paid too much (보험료징수법 §23①②): each fund's own debts first, then those of the other fund of the
 * insurance, never the other insurance; and within that what is overdue first, in the order of collection, then what is on
 * slips that are not due yet.
 */
final class OffsetExcess {

    private final Insurance insurance;
    private final Map<Debt, DebtDraft> debts;

    OffsetExcess(Insurance insurance, Map<Debt, DebtDraft> debts) {
        this.insurance = insurance;
        this.debts = debts;
    }

    /** What is left by fund when nothing is open any more; zero or more. */
    Map<Fund, Won> use() {
        List<Fund> funds = Fund.of(insurance);
        Map<Fund, Won> left = new EnumMap<>(Fund.class);
        funds.forEach(fund -> left.put(
                fund,
                Won.sum(debts.values().stream().map(debt -> debt.excess(fund)).toList())));
        for (Fund from : funds) {
            use(left, from, item -> item.fund() == from);
        }
        for (Fund from : funds) {
            use(left, from, item -> item.fund() != from);
        }
        return left;
    }

    private void use(Map<Fund, Won> left, Fund from, Predicate<OpenItem> items) {
        use(left, from, items, DebtDraft::isOverdue);
        use(left, from, items, Predicate.not(DebtDraft::isOverdue));
    }

    private void use(Map<Fund, Won> left, Fund from, Predicate<OpenItem> items, Predicate<DebtDraft> which) {
        List<OpenItem> open = debts.values().stream()
                .filter(which)
                .flatMap(debt -> debt.open().stream())
                .filter(items)
                .toList();
        CollectionOrder.Division division = CollectionOrder.divide(left.get(from), insurance, open);
        division.shares().forEach(share -> debts.get(share.item().debt()).offset(from, share.item(), share.amount()));
        left.put(from, division.rest());
    }
}
