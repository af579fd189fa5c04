package kr.gosan.payment.book;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kr.gosan.kernel.money.Won;

/**
 * By which weights money of industrial-accident insurance belongs to premium and levies (보험료징수법 §31③). Exact; none is
 * below zero and not all are zero.
 */
public record LevyWeights(BigDecimal accidentPremium, BigDecimal wageClaim, BigDecimal asbestos) {

    /** For money of which nothing else is known, and for what is no premium: none of it is for a levy. */
    public static final LevyWeights PREMIUM_ONLY = new LevyWeights(BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ZERO);

    public LevyWeights {
        List<BigDecimal> all = List.of(accidentPremium, wageClaim, asbestos);
        if (all.stream().anyMatch(weight -> weight.signum() < 0)
                || all.stream().allMatch(weight -> weight.signum() == 0)) {
            throw new IllegalArgumentException("no weights: " + all);
        }
    }

    /**
     * The weights of a sum of two parts that are each divided by their own.
     *
     * @param first zero or more
     * @param second zero or more; when both are zero, the second's weights count
     */
    public static LevyWeights mixed(Won first, LevyWeights ofFirst, Won second, LevyWeights ofSecond) {
        if (first.isZero()) {
            return ofSecond;
        }
        // a·v/|v| + b·w/|w|, brought to one denominator so that nothing is rounded.
        BigDecimal a = BigDecimal.valueOf(first.amount()).multiply(ofSecond.sum());
        BigDecimal b = BigDecimal.valueOf(second.amount()).multiply(ofFirst.sum());
        return new LevyWeights(
                a.multiply(ofFirst.accidentPremium).add(b.multiply(ofSecond.accidentPremium)),
                a.multiply(ofFirst.wageClaim).add(b.multiply(ofSecond.wageClaim)),
                a.multiply(ofFirst.asbestos).add(b.multiply(ofSecond.asbestos)));
    }

    public BigDecimal of(Levy levy) {
        return switch (levy) {
            case ACCIDENT_PREMIUM -> accidentPremium;
            case WAGE_CLAIM -> wageClaim;
            case ASBESTOS -> asbestos;
        };
    }

    /**
     * Divides an amount in whole won: each share is rounded down, and the won that are left go one each to the shares that
     * lost most by that, in the order of {@link Levy} where they lost the same. So the shares add up to the amount, and none
     * is a whole won away from its exact part.
     *
     * @param amount zero or more
     * @return a share for every levy, zero or more
     */
    public Map<Levy, Won> divide(Won amount) {
        int scale = Stream.of(Levy.values())
                .mapToInt(levy -> Math.max(0, of(levy).scale()))
                .max()
                .orElseThrow();
        BigInteger total = sum().movePointRight(scale).toBigIntegerExact();
        Map<Levy, Won> shares = new EnumMap<>(Levy.class);
        Map<Levy, BigInteger> lost = new EnumMap<>(Levy.class);
        Won left = amount;
        for (Levy levy : Levy.values()) {
            BigInteger[] share = BigInteger.valueOf(amount.amount())
                    .multiply(of(levy).movePointRight(scale).toBigIntegerExact())
                    .divideAndRemainder(total);
            shares.put(levy, Won.of(share[0].longValueExact()));
            lost.put(levy, share[1]);
            left = left.minus(shares.get(levy));
        }
        lost.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(left.amount())
                .forEach(one -> shares.merge(one.getKey(), Won.of(1), Won::plus));
        return shares;
    }

    private BigDecimal sum() {
        return accidentPremium.add(wageClaim).add(asbestos);
    }
}
