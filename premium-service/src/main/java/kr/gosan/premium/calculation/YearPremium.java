package kr.gosan.premium.calculation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.trace.Step;
import kr.gosan.kernel.trace.TraceLine;
import kr.gosan.premium.law.RatePeriod;
import kr.gosan.premium.law.ReturnRow;
import kr.gosan.premium.law.YearRates;

/** The premium of one year, confirmed or estimated: its lines, and their sums by fund and insurance. */
public record YearPremium(Stage stage, List<PremiumLine> lines, List<BaseSplit> splits) {

    /** Which of the two premiums of a return this is. */
    public enum Stage {
        /** 확정보험료. */
        CONFIRMED("보험료징수법 §13, §19①; 국고금 관리법 §47"),
        /** 개산보험료. */
        ESTIMATED("보험료징수법 §13, §17①; 국고금 관리법 §47");

        private final String legalBasis;

        Stage(String legalBasis) {
            this.legalBasis = legalBasis;
        }

        private String step(Insurance insurance, String rest) {
            return insurance.name().toLowerCase(Locale.ROOT) + "." + name().toLowerCase(Locale.ROOT) + "." + rest;
        }
    }

    public YearPremium {
        lines = List.copyOf(lines);
        splits = List.copyOf(splits);
    }

    /**
     * @param base the base of each row
     * @param stated the parts of a row as the filer states them; they stand when they fit the rate periods and add up to
     *     the base. A row without a rate has no lines: either its kind of workplace has no such row, or its base is zero
     */
    static YearPremium of(
            Stage stage,
            YearRates rates,
            Function<ReturnRow, Won> base,
            Function<ReturnRow, List<Remuneration.Part>> stated) {
        List<PremiumLine> lines = new ArrayList<>();
        List<BaseSplit> splits = new ArrayList<>();
        for (ReturnRow row : ReturnRow.values()) {
            String step = stage.step(row.fund().insurance(), row.label());
            List<RatePeriod> periods = rates.of(row);
            if (periods.isEmpty()) {
                continue;
            }
            BaseSplit split = BaseSplit.of(step, row, base.apply(row), periods, stated.apply(row));
            if (periods.size() > 1) {
                splits.add(split);
            }
            for (int i = 0; i < periods.size(); i++) {
                String name = periods.size() > 1 ? step + "." + (i + 1) : step;
                lines.add(new PremiumLine(
                        name,
                        stage.legalBasis,
                        row,
                        periods.get(i),
                        split.parts().get(i)));
            }
        }
        return new YearPremium(stage, lines, splits);
    }

    public Won of(Fund fund) {
        return Won.sum(amounts(line -> line.row().fund() == fund));
    }

    public Won of(Insurance insurance) {
        return Won.sum(amounts(line -> line.row().fund().insurance() == insurance));
    }

    /** What the industrial-accident premium is made of. */
    public LevyParts levies() {
        return LevyParts.of(lines.stream()
                .filter(line -> line.row().fund() == Fund.INDUSTRIAL_ACCIDENT)
                .toList());
    }

    List<TraceLine> trace(Insurance insurance) {
        List<TraceLine> trace = new ArrayList<>();
        splits.stream()
                .filter(split -> split.insurance() == insurance)
                .map(BaseSplit::trace)
                .forEach(trace::add);
        lines.stream()
                .filter(line -> line.row().fund().insurance() == insurance)
                .map(PremiumLine::trace)
                .forEach(trace::add);
        List<Won> amounts = amounts(line -> line.row().fund().insurance() == insurance);
        trace.add(Step.of(stage.step(insurance, "total"), stage.legalBasis)
                .gives(Formula.sum(amounts), Won.sum(amounts)));
        return trace;
    }

    private List<Won> amounts(java.util.function.Predicate<PremiumLine> which) {
        return lines.stream().filter(which).map(PremiumLine::amount).toList();
    }
}
