package kr.gosan.payment.arrears.charge;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;

/**
 * The premium of a debt as it is owed now, and the money that came for it. What a correction or a settlement took off counts
 * as never owed: {@code owed} holds no trace of it, and money that came for it settles nothing (보험료징수법 §23①).
 *
 * @param owed by fund, whether it was paid or not; zero or more each
 * @param paid by day, and by fund
 */
public record Principal(Map<Fund, Won> owed, SortedMap<LocalDate, Map<Fund, Won>> paid) {

    public Principal {
        if (owed.values().stream().anyMatch(Won::isNegative)
                || paid.values().stream().flatMap(day -> day.values().stream()).anyMatch(Won::isNegative)) {
            throw new IllegalArgumentException("nothing negative is owed or paid: " + owed + ", " + paid);
        }
        owed = Collections.unmodifiableMap(copy(owed));
        paid = Collections.unmodifiableSortedMap(new TreeMap<>(paid));
    }

    /**
     * What the money of each day settled, up to a day, that day included: the earliest first, and no more than is owed.
     */
    SortedMap<LocalDate, Map<Fund, Won>> settledBy(LocalDate on) {
        SortedMap<LocalDate, Map<Fund, Won>> settled = new TreeMap<>();
        Map<Fund, Won> left = copy(owed);
        paid.headMap(on.plusDays(1)).forEach((day, amounts) -> {
            Map<Fund, Won> ofDay = new EnumMap<>(Fund.class);
            amounts.forEach((fund, amount) -> {
                Won settles = amount.min(left.getOrDefault(fund, Won.ZERO));
                if (settles.isPositive()) {
                    ofDay.put(fund, settles);
                    left.merge(fund, settles, Won::minus);
                }
            });
            if (!ofDay.isEmpty()) {
                settled.put(day, ofDay);
            }
        });
        return settled;
    }

    /** What is unpaid at the end of a day, by fund; without the funds that owe nothing. */
    public Map<Fund, Won> openOn(LocalDate on) {
        Map<Fund, Won> open = copy(owed);
        settledBy(on).values().forEach(ofDay -> ofDay.forEach((fund, amount) -> open.merge(fund, amount, Won::minus)));
        open.values().removeIf(Won::isZero);
        return open;
    }

    private static Map<Fund, Won> copy(Map<Fund, Won> amounts) {
        Map<Fund, Won> copy = new EnumMap<>(Fund.class);
        copy.putAll(amounts);
        return copy;
    }
}
