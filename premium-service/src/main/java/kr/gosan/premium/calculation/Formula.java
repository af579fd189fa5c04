package kr.gosan.premium.calculation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Rate;
import kr.gosan.kernel.money.Won;

/** How figures and names are written in a trace. */
public final class Formula {

    private Formula() {}

    /** {@code 122,212,275 × 2.5‰ = 305,530.6875 → 305,530}; the exact value only where something was dropped. */
    public static String truncated(Won base, Rate rate, Won result) {
        BigDecimal exact = rate.of(base);
        boolean whole = exact.compareTo(BigDecimal.valueOf(result.amount())) == 0;
        return base + " × " + rate + " = " + (whole ? "" : exact(exact) + " → ") + result;
    }

    /** All digits, with thousands separators: {@code 305,530.6875}. */
    public static String exact(BigDecimal value) {
        String text = value.stripTrailingZeros().toPlainString();
        int point = text.indexOf('.');
        return point < 0 ? Won.grouped(text) : Won.grouped(text.substring(0, point)) + text.substring(point);
    }

    /** {@code 4,515,600 + 370,000 = 4,885,600}. */
    public static String sum(List<Won> amounts) {
        return amounts.stream().map(Won::toString).collect(Collectors.joining(" + ")) + " = " + Won.sum(amounts);
    }

    /** {@code industrial-accident}. */
    public static String label(Fund fund) {
        return fund.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
