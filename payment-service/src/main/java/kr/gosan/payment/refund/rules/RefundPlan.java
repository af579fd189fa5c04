package kr.gosan.payment.refund.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.arrears.charge.CollectedMoney;
import kr.gosan.payment.arrears.order.CollectionOrder;
import kr.gosan.payment.arrears.order.CollectionOrder.Share;
import kr.gosan.payment.arrears.order.OpenItem;
import kr.gosan.payment.book.Account;
import kr.gosan.payment.book.Posting;
import kr.gosan.payment.debt.Debt;

/**
 * What becomes of money owed back: first it pays what is open in the same insurance, in the order of the law (보험료징수법
 * §23①②), and only the rest is sent.
 *
 * @param offsets in the order of collection; each fund's own money first, then what is left of the insurance's other fund
 * @param left what is to be sent, without interest, by fund; zero or more each
 */
public record RefundPlan(List<Offset> offsets, Map<Fund, Won> left) {

    /**
     * A part of the money that pays a part of something open.
     *
     * @param from the fund whose money it is
     * @param amount more than zero
     */
    public record Offset(Fund from, OpenItem item, Won amount) {}

    public RefundPlan {
        offsets = List.copyOf(offsets);
        left = Map.copyOf(left);
    }

    /**
     * @param owed back by fund, zero or more each
     * @param open what has fallen due; items of the other insurance are passed over
     */
    public static RefundPlan of(Insurance insurance, Map<Fund, Won> owed, List<OpenItem> open) {
        Map<Fund, Won> left = new EnumMap<>(Fund.class);
        Fund.of(insurance).forEach(fund -> left.put(fund, owed.getOrDefault(fund, Won.ZERO)));
        List<Share> shares =
                CollectionOrder.divide(sum(left.values()), insurance, open).shares();
        Map<Share, Won> unpaid = new LinkedHashMap<>();
        shares.forEach(share -> unpaid.put(share, share.amount()));
        List<Offset> offsets = new ArrayList<>();
        shares.forEach(share -> take(offsets, left, unpaid, share.item().fund(), share));
        shares.forEach(share -> Fund.of(insurance).forEach(fund -> take(offsets, left, unpaid, fund, share)));
        offsets.sort(java.util.Comparator.comparingInt(offset -> position(shares, offset.item())));
        return new RefundPlan(offsets, left);
    }

    /**
     * What is booked for the offsets, on the debt whose money it is and on those it pays. What is paid was handed over.
     *
     * @param refunded the debt on which the money is owed back
     */
    public Map<Debt, Posting.Draft> drafts(Debt refunded) {
        Map<Debt, Posting.Draft> drafts = new LinkedHashMap<>();
        used().forEach((fund, amount) -> drafts.computeIfAbsent(refunded, first -> new Posting.Draft())
                .move(Account.REFUND_PAYABLE, Account.EXCESS, fund, amount));
        offsets.forEach(offset -> drafts.computeIfAbsent(offset.item().debt(), first -> new Posting.Draft())
                .move(
                        Account.EXCESS,
                        offset.from(),
                        CollectedMoney.dueAccount(offset.item().item()),
                        offset.item().fund(),
                        offset.amount()));
        return drafts;
    }

    /** What of each fund is offset. */
    public Map<Fund, Won> used() {
        Map<Fund, Won> used = new EnumMap<>(Fund.class);
        offsets.forEach(offset -> used.merge(offset.from(), offset.amount(), Won::plus));
        return used;
    }

    /** What is to be sent, without interest. */
    public Won toSend() {
        return sum(left.values());
    }

    /** What is offset. */
    public Won offset() {
        return sum(offsets.stream().map(Offset::amount).toList());
    }

    /**
     * Whether what is left is too small to be refunded (§45의2).
     *
     * @param minimum below which nothing is refunded, itself excluded
     */
    public boolean isTooSmall(Won minimum) {
        return toSend().isPositive() && toSend().compareTo(minimum) < 0;
    }

    /**
     * An amount on the whole divided over the funds it belongs to, in proportion to what each sends.
     *
     * @param interest zero or more, truncated once on the whole
     */
    public Map<Fund, Won> share(Won interest) {
        List<Fund> funds = left.keySet().stream().sorted().toList();
        List<Won> shares = CollectionOrder.inProportion(
                toSend().isZero() ? Won.ZERO : interest,
                funds.stream().map(left::get).toList());
        Map<Fund, Won> byFund = new EnumMap<>(Fund.class);
        for (int i = 0; i < funds.size(); i++) {
            byFund.put(funds.get(i), shares.get(i));
        }
        return byFund;
    }

    /**
     * The last day on which the refund may be paid (소멸시효, §41①): the day it could first be claimed is not counted (민법
     * §157).
     */
    public static LocalDate lastDay(LocalDate arisenOn, int years) {
        return arisenOn.plusYears(years);
    }

    private static void take(
            List<Offset> offsets, Map<Fund, Won> left, Map<Share, Won> unpaid, Fund from, Share share) {
        Won amount = left.get(from).min(unpaid.get(share));
        if (amount.isPositive()) {
            offsets.add(new Offset(from, share.item(), amount));
            left.merge(from, amount, Won::minus);
            unpaid.merge(share, amount, Won::minus);
        }
    }

    private static int position(List<Share> shares, OpenItem item) {
        for (int i = 0; i < shares.size(); i++) {
            if (shares.get(i).item().equals(item)) {
                return i;
            }
        }
        return shares.size();
    }

    private static Won sum(Collection<Won> amounts) {
        return Won.sum(amounts);
    }
}
