package kr.gosan.premium.amendment.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import kr.gosan.kernel.money.Rounding;
import kr.gosan.kernel.money.Won;

/**
 * The instalments of an estimate after it was changed (보험료징수법 §18, 시행령 §22): those whose due date is past stay as
 * they were; what remains of the new estimate is divided over the others by their shares of the year, as the whole was:
 * equally over quarters, by days where the relation began or ended in the year. Later ones are truncated below 10 won, the
 * rest is in the first of them. Where the past ones are already more than the new estimate the others come to zero and
 * the surplus is given back.
 *
 * @param periods in order of their due dates
 * @param surplus what fell due beyond the new estimate
 */
public record RemainingInstalments(List<Instalment> periods, Won surplus) {

    /** One instalment of an insurance, before and after. */
    public record Instalment(int period, LocalDate dueDate, Won before, Won after) {}

    /**
     * An instalment as it stands.
     *
     * @param share its part of the whole estimate, out of the sum of all shares; positive
     */
    public record Billed(int period, LocalDate dueDate, long share, Won amount) {

        /** The same with another amount. */
        public Billed now(Won changed) {
            return new Billed(period, dueDate, share, changed);
        }
    }

    public RemainingInstalments {
        periods = List.copyOf(periods);
    }

    /**
     * @param billed in order of their due dates; at least one
     * @param changedOn an instalment whose last day is this day or later is still open
     * @param lastDays gives for a statutory due date the last day, by the business calendar or as it was extended
     */
    public static RemainingInstalments of(
            List<Billed> billed, Won newEstimate, LocalDate changedOn, UnaryOperator<LocalDate> lastDays) {
        List<Billed> open = billed.stream()
                .filter(each -> !lastDays.apply(each.dueDate()).isBefore(changedOn))
                .toList();
        Won past = Won.sum(billed.stream()
                .filter(each -> lastDays.apply(each.dueDate()).isBefore(changedOn))
                .map(Billed::amount)
                .toList());
        Won rest = newEstimate.minus(past).max(Won.ZERO);
        long all = open.stream().mapToLong(Billed::share).sum();
        Won later =
                Won.sum(open.stream().skip(1).map(it -> share(rest, it, all)).toList());
        List<Instalment> periods = new ArrayList<>();
        for (Billed it : billed) {
            Won after = it.amount();
            if (!open.isEmpty() && it.equals(open.getFirst())) {
                after = rest.minus(later);
            } else if (open.contains(it)) {
                after = share(rest, it, all);
            }
            periods.add(new Instalment(it.period(), it.dueDate(), it.amount(), after));
        }
        Won surplus = past.minus(newEstimate).max(Won.ZERO);
        return new RemainingInstalments(periods, surplus);
    }

    private static Won share(Won rest, Billed of, long all) {
        return Rounding.TRUNCATE_BELOW_TEN_WON.apply(
                Won.of(Math.floorDiv(rest.times(of.share()).amount(), all)));
    }
}
