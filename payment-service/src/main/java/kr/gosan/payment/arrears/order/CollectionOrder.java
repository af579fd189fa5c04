package kr.gosan.payment.arrears.order;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;

/**
 * Which of the open items money pays (보험료징수법 §26의2), and which of them an overpayment is offset with (§23①, 시행령 §31):
 * by rank, and within a rank whatever fell due earlier. The two insurances never pay for each other.
 *
 * <p>Items of one rank and one due date share what there is in proportion, in whole won: the shares are cut off the running
 * total, so that a fraction of a won goes on to the next of them, in the order of the funds on the form. So the two funds of
 * employment insurance are paid in proportion, as the levies inside industrial-accident insurance are (§31③).
 */
public final class CollectionOrder {

    private static final Comparator<OpenItem> ORDER =
            Comparator.comparing(OpenItem::item).thenComparing(OpenItem::dueDate);

    /** Of those that share: any order that never changes. */
    private static final Comparator<OpenItem> AMONG_EQUALS = ORDER.thenComparing(OpenItem::fund)
            .thenComparing(item -> item.debt().insuranceYear())
            .thenComparing(item -> String.valueOf(item.debt()));

    /** What of the money an item gets; more than zero, at most what is open. */
    public record Share(OpenItem item, Won amount) {}

    /**
     * How money is divided.
     *
     * @param shares in the order of collection
     * @param rest what is left when everything is paid; zero or more
     */
    public record Division(List<Share> shares, Won rest) {

        public Division {
            shares = List.copyOf(shares);
        }

        /** What the items of an insurance get. */
        public Won of(Insurance insurance) {
            return Won.sum(shares.stream()
                    .filter(share -> share.item().debt().insurance() == insurance)
                    .map(Share::amount)
                    .toList());
        }
    }

    private CollectionOrder() {}

    /** The items in the order of collection; those that share lie side by side. */
    public static List<OpenItem> of(List<OpenItem> open) {
        return open.stream().sorted(AMONG_EQUALS).toList();
    }

    /**
     * Divides money for one insurance; items of the other get nothing.
     *
     * @param money zero or more; throws {@link IllegalArgumentException} below
     */
    public static Division divide(Won money, Insurance insurance, List<OpenItem> open) {
        if (money.isNegative()) {
            throw new IllegalArgumentException("money is not negative: " + money);
        }
        List<OpenItem> ordered = of(open.stream()
                .filter(item -> item.debt().insurance() == insurance)
                .toList());
        List<Share> shares = new ArrayList<>();
        Won left = money;
        int next = 0;
        while (next < ordered.size() && left.isPositive()) {
            OpenItem first = ordered.get(next);
            List<OpenItem> equals = ordered.stream()
                    .filter(item -> ORDER.compare(item, first) == 0)
                    .toList();
            List<Won> amounts = equals.stream().map(OpenItem::amount).toList();
            List<Won> paid = inProportion(left.min(Won.sum(amounts)), amounts);
            for (int i = 0; i < equals.size(); i++) {
                if (paid.get(i).isPositive()) {
                    shares.add(new Share(equals.get(i), paid.get(i)));
                }
            }
            left = left.minus(Won.sum(paid));
            next += equals.size();
        }
        return new Division(shares, left);
    }

    /** Divides money for both insurances: first over them in proportion to all that is open in each, then within each. */
    public static Division divide(Won money, List<OpenItem> open) {
        List<Won> totals = Stream.of(Insurance.values())
                .map(insurance -> Won.sum(open.stream()
                        .filter(item -> item.debt().insurance() == insurance)
                        .map(OpenItem::amount)
                        .toList()))
                .toList();
        Won used = money.min(Won.sum(totals));
        List<Won> parts = inProportion(used, totals);
        List<Share> shares = new ArrayList<>();
        for (Insurance insurance : Insurance.values()) {
            shares.addAll(
                    divide(parts.get(insurance.ordinal()), insurance, open).shares());
        }
        return new Division(shares, money.minus(used));
    }

    /**
     * Divides an amount in proportion to others, in whole won: each share is cut off the running total, downwards, so the
     * shares add up, and none is more than its weight when the amount is at most their sum.
     *
     * @param amount zero or more
     * @param weights zero or more each; shares of an amount above zero need one above zero
     */
    public static List<Won> inProportion(Won amount, List<Won> weights) {
        if (amount.isNegative() || weights.stream().anyMatch(Won::isNegative)) {
            throw new IllegalArgumentException("nothing negative is divided: " + amount + " by " + weights);
        }
        BigInteger total = BigInteger.valueOf(Won.sum(weights).amount());
        if (total.signum() == 0) {
            if (amount.isPositive()) {
                throw new IllegalArgumentException("nothing to divide " + amount + " by");
            }
            return weights.stream().map(weight -> Won.ZERO).toList();
        }
        List<Won> shares = new ArrayList<>();
        Won upTo = Won.ZERO;
        Won given = Won.ZERO;
        for (Won weight : weights) {
            upTo = upTo.plus(weight);
            // The product may be more than a long holds; the quotient never is.
            Won running = Won.of(BigInteger.valueOf(amount.amount())
                    .multiply(BigInteger.valueOf(upTo.amount()))
                    .divide(total)
                    .longValueExact());
            shares.add(running.minus(given));
            given = running;
        }
        return shares;
    }
}
