package kr.gosan.payment.debt;

import java.util.ArrayList;
import java.util.List;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;

/** What a slip's amount is made of: the lines of the printed slip, which add up to what is payable. */
public final class SlipExplanation {

    /** What a line is, with its mark on the slip and the article it follows from. */
    public enum Item {
        CONFIRMED_ADDITIONAL("①", "보험료징수법 §19④"),
        OFFSET("①", "보험료징수법 §23①"),
        ESTIMATE("②", "보험료징수법 §17①③"),
        LUMP_SUM_DISCOUNT("③", "보험료징수법 §17④"),
        E_FILING_REDUCTION("④", "보험료징수법 §22의2②"),
        SURCHARGE("⑤", "보험료징수법 §24"),
        BENEFIT_RECOVERY("⑤", "보험료징수법 §26"),
        FINE("⑤", "보험료징수법 §50");

        private final String mark;
        private final String basis;

        Item(String mark, String basis) {
            this.mark = mark;
            this.basis = basis;
        }
    }

    /**
     * One line.
     *
     * @param mark as printed: ① to ⑤
     * @param fund null where the line belongs to none
     * @param amount what it adds to the payable amount; below zero what it takes off
     * @param basis the article
     */
    public record Line(String mark, Item item, Fund fund, Won amount, String basis) {

        private static Line of(Item item, Fund fund, Won amount) {
            return new Line(item.mark, item, fund, amount, item.basis);
        }
    }

    private SlipExplanation() {}

    /** The lines in their printed order, without those of zero. */
    public static List<Line> of(DebtKind kind, PaymentPeriod figures) {
        List<Line> lines = new ArrayList<>();
        for (FundFigures row : figures.funds()) {
            Item first = row.confirmedAdditional().isNegative() ? Item.OFFSET : Item.CONFIRMED_ADDITIONAL;
            lines.add(Line.of(first, row.fund(), row.confirmedAdditional()));
        }
        figures.funds().forEach(row -> lines.add(Line.of(Item.ESTIMATE, row.fund(), row.estimate())));
        figures.funds()
                .forEach(row -> lines.add(Line.of(
                        Item.LUMP_SUM_DISCOUNT,
                        row.fund(),
                        row.lumpSumDiscount().negate())));
        lines.add(Line.of(
                Item.E_FILING_REDUCTION, null, figures.eFilingReduction().negate()));
        figures.funds().forEach(row -> lines.add(charge(kind, row)));
        return lines.stream().filter(line -> !line.amount().isZero()).toList();
    }

    private static Line charge(DebtKind kind, FundFigures row) {
        return switch (kind) {
            case PERIOD, CORRECTION -> Line.of(Item.SURCHARGE, row.fund(), row.charge());
            case BENEFIT_RECOVERY -> Line.of(Item.BENEFIT_RECOVERY, row.fund(), row.charge());
            case FINE -> Line.of(Item.FINE, null, row.charge());
        };
    }
}
