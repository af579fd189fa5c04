package kr.gosan.premium.calculation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.trace.Step;
import kr.gosan.kernel.trace.TraceLine;
import kr.gosan.premium.law.ReturnLaw;
import kr.gosan.premium.law.ReturnTerm;
import kr.gosan.premium.law.Schedule;
import kr.gosan.premium.law.Schedule.InstalmentPeriod;

/** Tells a {@link PaymentPlan} line by line, and why a reduction was not given. */
final class PaymentTrace {

    private final PaymentPlan plan;
    private final ReturnLaw law;
    private final Schedule schedule;
    private final List<TraceLine> lines = new ArrayList<>();

    PaymentTrace(PaymentPlan plan) {
        this.plan = plan;
        this.law = plan.law();
        this.schedule = law.schedule();
    }

    List<TraceLine> lines() {
        eFilingReduction();
        for (PaymentPeriod period : plan.periods()) {
            for (FundShare share : period.funds()) {
                switch (plan.method()) {
                    case LUMP_SUM -> discount(share);
                    case INSTALLMENT -> instalment(period, share);
                }
            }
        }
        for (PaymentPeriod period : plan.periods()) {
            if (plan.excess().isPositive()) {
                offset(period);
            }
            payable(period);
        }
        if (plan.excess().isPositive()) {
            refund();
        }
        return List.copyOf(lines);
    }

    private void eFilingReduction() {
        Won given = plan.periods().getFirst().eFilingReduction();
        Won minimum = law.the(ReturnTerm.E_FILING_MINIMUM).won();
        String formula;
        if (!law.eFilingReducible()) {
            formula = (law.workplace().mandated() ? "filed by an agency" : "self-employed, approved before 2012-01-21")
                    + ": none";
        } else if (plan.estimate().compareTo(minimum) < 0) {
            formula = "estimate " + plan.estimate() + " < " + minimum + ": none";
        } else {
            formula = "estimate " + plan.estimate() + " ≥ " + minimum + ", " + filed() + ": " + noneOr(given);
        }
        lines.add(step("e-filing-reduction", "보험료징수법 §22의2②, 시행령 §30의3")
                .in("estimate", plan.estimate())
                .using(law.the(ReturnTerm.E_FILING_REDUCTION))
                .using(law.the(ReturnTerm.E_FILING_MINIMUM))
                .gives(formula, given));
    }

    private void discount(FundShare share) {
        String formula;
        if (schedule.barred().isPresent()) {
            formula = barred(schedule.barred().get()) + ": none";
        } else if (!plan.inTime()) {
            formula = filed() + ": none";
        } else {
            formula = Formula.truncated(
                    share.estimate(), law.the(ReturnTerm.LUMP_SUM_DISCOUNT).rate(), share.lumpSumDiscount());
        }
        lines.add(step(label(share) + ".lump-sum-discount", "보험료징수법 §17④; 국고금 관리법 §47")
                .in("estimate", share.estimate())
                .using(law.the(ReturnTerm.LUMP_SUM_DISCOUNT))
                .truncated()
                .gives(formula, share.lumpSumDiscount()));
    }

    private String barred(Schedule.Bar bar) {
        return switch (bar) {
            case ESTABLISHED_LATE ->
                "established after "
                        + law.the(ReturnTerm.INSTALMENT_LAST_ESTABLISHMENT_DAY).monthDay();
            case SHORT_WORKS ->
                "works of less than "
                        + law.the(ReturnTerm.INSTALMENT_SHORTEST_WORKS).whole() + " months";
            case SELF_EMPLOYED -> "self-employed, approved before 2012-01-21";
            case NOTHING_TO_ESTIMATE -> "the relation ended, nothing to estimate";
        };
    }

    private void instalment(PaymentPeriod period, FundShare share) {
        InstalmentPeriod part = schedule.instalments().get(period.period() - 1);
        long all = Instalments.shares(schedule.instalments());
        Won whole = plan.periods().stream()
                .flatMap(each -> each.funds().stream())
                .filter(each -> each.fund() == share.fund())
                .map(FundShare::estimate)
                .reduce(Won.ZERO, Won::plus);
        String formula = part.number() == 1
                ? whole + " − " + whole.minus(share.estimate()) + " of the later periods = " + share.estimate()
                : whole + " × " + part.share() + "/" + all + " → " + share.estimate();
        Step line = step(label(share) + ".instalment." + part.number(), "보험료징수법 §17③, 시행령 §22; 국고금 관리법 §47")
                .in("estimate", whole)
                .in("from", part.from().toString())
                .in("to", part.to().toString())
                .in("share", part.share() + "/" + all);
        lines.add((part.number() == 1 ? line : line.truncated()).gives(formula, share.estimate()));
    }

    private void offset(PaymentPeriod period) {
        lines.add(step("offset." + period.period(), "보험료징수법 §23①②")
                .in("excess", plan.excess())
                .in("due", period.due())
                .gives("of " + period.due() + " due, excess pays " + period.offset(), period.offset()));
    }

    private void payable(PaymentPeriod period) {
        lines.add(step("payable." + period.period(), "보험료징수법 §17, §19, §23")
                .in("confirmedAdditional", period.confirmedAdditional())
                .in("estimate", period.estimate())
                .in("lumpSumDiscount", period.lumpSumDiscount())
                .in("eFilingReduction", period.eFilingReduction())
                .gives(
                        period.confirmedAdditional() + " + " + period.estimate() + " − " + period.lumpSumDiscount()
                                + " − " + period.eFilingReduction() + " = " + period.payable(),
                        period.payable()));
    }

    private void refund() {
        lines.add(step("refund", "보험료징수법 §19②, §23①")
                .in("excess", plan.excess())
                .in("offset", plan.offset())
                .gives(plan.excess() + " − " + plan.offset() + " = " + plan.refund(), plan.refund()));
    }

    private String filed() {
        return "filed " + plan.filedOn() + (plan.inTime() ? " by " : " after the due date ") + schedule.dueDate();
    }

    private static String noneOr(Won given) {
        return given.isZero() ? "none" : given.toString();
    }

    private Step step(String rest, String legalBasis) {
        return Step.of(plan.insurance().name().toLowerCase(Locale.ROOT) + ".payment." + rest, legalBasis);
    }

    private static String label(FundShare share) {
        return Formula.label(share.fund());
    }
}
