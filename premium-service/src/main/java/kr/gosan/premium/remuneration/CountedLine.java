package kr.gosan.premium.remuneration;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.money.Rounding;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.trace.Step;
import kr.gosan.kernel.trace.TraceLine;
import kr.gosan.premium.calculation.Formula;

/**
 * What one account contributes: pay as it is, what was outsourced or rented with the labour ratio of subcontracts
 * (외주공사비 × 하도급 노무비율, 보험료징수법 시행령 §11②), fractions of a won dropped in each.
 *
 * @param ratio empty when nothing of the account is counted with it
 * @param outsourced zero when outsourced works count by their actual remuneration
 */
public record CountedLine(
        int number,
        AccountLine line,
        AccountLine.Parts parts,
        Optional<AppliedParameter> ratio,
        Won outsourced,
        Won rental) {

    static final String BASIS = "보험료징수법 시행령 §11②; 근로복지공단 2022 신고 안내 p.15–17";

    /** @param byRatio whether outsourced works count with the ratio; equipment rental always does */
    static CountedLine of(int number, AccountLine line, boolean byRatio, Optional<AppliedParameter> ratio) {
        AccountLine.Parts parts = line.counted();
        boolean uses = (byRatio && parts.outsourced().isPositive())
                || parts.equipmentRental().isPositive();
        return new CountedLine(
                number,
                line,
                parts,
                uses ? ratio : Optional.empty(),
                byRatio ? labour(parts.outsourced(), ratio) : Won.ZERO,
                labour(parts.equipmentRental(), ratio));
    }

    private static Won labour(Won amount, Optional<AppliedParameter> ratio) {
        return ratio.map(it -> Rounding.TRUNCATE_BELOW_ONE_WON.apply(it.rate().of(amount)))
                .orElse(Won.ZERO);
    }

    /** The 보수총액 column: everything of the account that is remuneration of somebody the filer insures. */
    public Won remuneration() {
        return Won.sum(
                List.of(parts.office(), parts.overseas(), parts.siteStaff(), parts.siteWorkers(), outsourced, rental));
    }

    TraceLine trace() {
        Step step = Step.of("remuneration.account." + number, BASIS)
                .in("account", line.account().korean())
                .in("total", line.total());
        AccountLine.Deductions less = line.deductions();
        put(step, "chiefExecutive", less.chiefExecutive());
        put(step, "nonWorkers", less.nonWorkers());
        put(step, "nonTaxable", less.nonTaxable());
        put(step, "approvedSubcontracts", less.approvedSubcontracts());
        put(step, "coveredByPrimeContractor", less.coveredByPrimeContractor());
        put(step, "office", parts.office());
        put(step, "siteStaff", parts.siteStaff());
        put(step, "siteWorkers", parts.siteWorkers());
        put(step, "outsourced", parts.outsourced());
        put(step, "equipmentRental", parts.equipmentRental());
        put(step, "overseas", parts.overseas());
        ratio.ifPresent(it -> step.using(it).wholeWon());
        return step.gives(formula(), remuneration());
    }

    private static void put(Step step, String name, Won amount) {
        if (amount.isPositive()) {
            step.in(name, amount);
        }
    }

    private String formula() {
        Won less = line.deductions().sum();
        Won pay = Won.sum(List.of(parts.office(), parts.overseas(), parts.siteStaff(), parts.siteWorkers()));
        StringBuilder text =
                new StringBuilder(line.account().korean()).append(": ").append(line.total());
        if (less.isPositive()) {
            text.append(" − ").append(less).append(" = ").append(line.remaining());
        }
        text.append("; counts ").append(pay);
        if (ratio.isPresent()) {
            for (Won base : List.of(outsourced.isPositive() ? parts.outsourced() : Won.ZERO, parts.equipmentRental())) {
                if (base.isPositive()) {
                    BigDecimal exact = ratio.get().rate().of(base);
                    text.append(" + ")
                            .append(base)
                            .append(" × ")
                            .append(ratio.get().rate());
                    text.append(" (").append(Formula.exact(exact)).append(')');
                }
            }
        }
        return text.append(" = ").append(remuneration()).toString();
    }
}
