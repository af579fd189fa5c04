package kr.gosan.payment.correction.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.book.Posting;
import kr.gosan.payment.debt.FiledInsurance;

/**
 * What a return does to the estimate it settles (보험료징수법 §19②). The shortage that is still owed is what was confirmed less
 * what was paid, so an estimate that was not paid is owed no further than that: with C confirmed, R estimated and P paid it
 * stays where C ≥ R, falls to C − P where P &lt; C &lt; R, and lapses where C ≤ P. What is open is read from the books, not from
 * what the return says was paid. It is taken off the latest due date first, so that what stays owed has been due the longest.
 */
public final class SettleEstimate {

    /**
     * What became of a fund's estimate; all amounts zero or more.
     *
     * @param confirmed C
     * @param estimated R, as corrections left it
     * @param openBefore R − P, by the books
     * @param lowered what of it lapsed
     */
    public record Line(Fund fund, Won confirmed, Won estimated, Won openBefore, Won lowered) {

        public Won openAfter() {
            return openBefore.minus(lowered);
        }
    }

    /** @param lines the funds whose unpaid estimate fell; empty when nothing changes */
    public record Settled(List<Line> lines, Plan plan) {

        public Settled {
            lines = List.copyOf(lines);
        }
    }

    private SettleEstimate() {}

    /**
     * @param confirming the insurance in the return that confirms the year
     * @param confirmingId that return
     * @param estimating every debt of this insurance that stems from the return which estimated the year
     * @param day when the confirming return was filed
     */
    public static Settled of(
            FiledInsurance confirming, UUID confirmingId, List<Standing> estimating, LocalDate day, Terms terms) {
        List<DebtDraft> debts = estimating.stream()
                .map(standing -> new DebtDraft(standing, day))
                .sorted(Comparator.comparing(DebtDraft::dueDate).reversed())
                .toList();
        List<Line> lines = new ArrayList<>();
        for (Fund fund : Fund.of(confirming.insurance())) {
            Line line = lower(confirming.line(fund).confirmed(), fund, debts, terms);
            if (line.lowered().isPositive()) {
                lines.add(line);
            }
        }
        debts.forEach(DebtDraft::refundFreed);
        debts.forEach(DebtDraft::close);
        return new Settled(
                lines,
                new Plan(
                        debts.stream()
                                .flatMap(draft -> draft.slipChange().stream())
                                .toList(),
                        debts.stream()
                                .flatMap(draft -> draft.postings(Posting.Kind.ESTIMATE_SETTLED, confirmingId).stream())
                                .toList()));
    }

    private static Line lower(Won confirmed, Fund fund, List<DebtDraft> debts, Terms terms) {
        Won estimated = Won.sum(debts.stream().map(debt -> debt.estimated(fund)).toList());
        Won open = Won.sum(debts.stream().map(debt -> debt.unpaidEstimate(fund)).toList());
        Won left = estimated.minus(confirmed).max(Won.ZERO).min(open);
        Won lowered = left;
        for (DebtDraft debt : debts) {
            left = left.minus(debt.lowerUnpaidEstimate(fund, left.min(debt.unpaidEstimate(fund)), terms));
        }
        return new Line(fund, confirmed, estimated, open, lowered.minus(left));
    }
}
