package kr.gosan.payment.correction.plan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Rounding;
import kr.gosan.kernel.money.Won;

/**
 * Divides changed instalments over the funds of their insurance. A correction tells the instalments of an insurance as a
 * whole and the estimate of each fund; the second fund gets an equal part in each, later ones truncated below 10 won and the
 * rest in the first, as an estimate is divided (보험료징수법 시행령 §22), and the first fund what is left of each instalment.
 */
final class InstalmentSplit {

    private InstalmentSplit() {}

    /**
     * @param instalments zero or more each, in order of their due dates; at least one
     * @param funds of the insurance, in the order of the form
     * @param estimates what of each fund's estimate is to be placed; where they do not add up to the instalments, the
     *     instalments count
     * @return for each instalment the part of each fund, zero or more, adding up to the instalment
     */
    static List<Map<Fund, Won>> of(List<Won> instalments, List<Fund> funds, Map<Fund, Won> estimates) {
        List<Map<Fund, Won>> split = new ArrayList<>();
        for (Won instalment : instalments) {
            Map<Fund, Won> row = new EnumMap<>(Fund.class);
            row.put(funds.getFirst(), instalment);
            split.add(row);
        }
        if (funds.size() == 2) {
            Won total = Won.sum(instalments);
            Won first = estimates.get(funds.getFirst()).max(Won.ZERO).min(total);
            divide(split, funds.getFirst(), funds.getLast(), total.minus(first));
        }
        return split;
    }

    /** Gives the second fund its part; the first fund has everything before. */
    private static void divide(List<Map<Fund, Won>> split, Fund first, Fund second, Won part) {
        Won each = Rounding.TRUNCATE_BELOW_TEN_WON.apply(Won.of(part.amount() / split.size()));
        Won left = part;
        for (Map<Fund, Won> row : split.subList(1, split.size())) {
            left = left.minus(give(row, first, second, each));
        }
        left = left.minus(give(split.getFirst(), first, second, left));
        // Where an instalment is too small for its part, the others take it.
        for (Map<Fund, Won> row : split) {
            left = left.minus(give(row, first, second, left));
        }
    }

    private static Won give(Map<Fund, Won> row, Fund first, Fund second, Won wanted) {
        Won given = row.get(first).min(wanted);
        row.put(first, row.get(first).minus(given));
        row.merge(second, given, Won::plus);
        return given;
    }
}
