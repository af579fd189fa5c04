package kr.gosan.premium.amendment.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import kr.gosan.kernel.money.Rounding;
import kr.gosan.kernel.money.Won;

/**
 * The instalments of an estimate after it was changed (보험료징수법 §18, 시행령 §22): those whose due date is past stay as
 * they were; what remains of the new estimate is divided equally over the others, later ones truncated below 10 won and
 * the rest in the first of them. Where the past ones are already more than the new estimate the others come to zero and
 * the surplus is given back.
 *
 * @param periods in order of their due dates
 * @param surplus what fell due beyond the new estimate
 */
public record RemainingInstalments(List<Instalment> periods, Won surplus) {

    /** One instalment of an insurance, before and after. */
    public record Instalment(int period, LocalDate dueDate, Won before, Won after) {}

    /** An instalment as it stands. */
    public record Billed(int period, LocalDate dueDate, Won amount) {}

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
        Won each =
                open.isEmpty() ? Won.ZERO : Rounding.TRUNCATE_BELOW_TEN_WON.apply(Won.of(rest.amount() / open.size()));
        List<Instalment> periods = new ArrayList<>();
        for (Billed it : billed) {
            Won after = it.amount();
            if (!open.isEmpty() && it.equals(open.getFirst())) {
                after = rest.minus(each.times(open.size() - 1L));
            } else if (open.contains(it)) {
                after = each;
            }
            periods.add(new Instalment(it.period(), it.dueDate(), it.amount(), after));
        }
        Won surplus = past.minus(newEstimate).max(Won.ZERO);
        return new RemainingInstalments(periods, surplus);
    }
}
