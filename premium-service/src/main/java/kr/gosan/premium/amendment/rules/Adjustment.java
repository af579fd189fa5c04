package kr.gosan.premium.amendment.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.trace.Step;
import kr.gosan.kernel.trace.TraceLine;

/**
 * What a correction changes against the figures in force: the difference of each fund and what is to be collected or
 * given back for it. Employment and industrial-accident insurance are never set off against each other (보험료징수법 §23②).
 *
 * <p>From 2023-07-01 an insurance whose premium and surcharge together, or whose refund, stays below 2,000 won is neither
 * collected nor refunded (§45의2); the figures change all the same.
 */
public record Adjustment(Map<Insurance, InsurancePart> insurances, List<TraceLine> trace) {

    /**
     * One insurance.
     *
     * @param smallAmount whether what there is stays uncollected or unrefunded as too small
     */
    public record InsurancePart(Insurance insurance, List<Line> lines, boolean smallAmount) {

        public InsurancePart {
            lines = List.copyOf(lines);
        }

        /** Premium and surcharge to be paid, after setting one fund's overpayment off against the other's debt. */
        public Won toPay() {
            return smallAmount ? Won.ZERO : net(lines).max(Won.ZERO);
        }

        /** What is owed less than before; as far as it was paid it is given back. */
        public Won toRefund() {
            return smallAmount ? Won.ZERO : net(lines).negate().max(Won.ZERO);
        }
    }

    /**
     * One fund; all amounts zero or more.
     *
     * @param additionalDue what more is owed; zero when too small to collect
     * @param overpaid what less is owed; zero when too small to refund
     */
    public record Line(
            Fund fund,
            Won confirmedBefore,
            Won confirmedAfter,
            Won estimatedBefore,
            Won estimatedAfter,
            Won additionalDue,
            Won overpaid,
            Won surcharge) {

        private Line nothingMoves() {
            return new Line(
                    fund,
                    confirmedBefore,
                    confirmedAfter,
                    estimatedBefore,
                    estimatedAfter,
                    Won.ZERO,
                    Won.ZERO,
                    Won.ZERO);
        }
    }

    public Adjustment {
        insurances = Collections.unmodifiableMap(new EnumMap<>(insurances));
        trace = List.copyOf(trace);
    }

    /**
     * The adjustment from one set of figures to another.
     *
     * @param forceMajeure no surcharge is levied
     */
    public static Adjustment between(
            Figures before, Figures after, Surcharge.Measure measure, boolean forceMajeure, AmendmentLaw law) {
        return of(before, after, Surcharge.of(surchargeable(before, after), measure, forceMajeure, law), law);
    }

    /** The surcharge of a return that was filed late: the figures stay, 10 % of its additional payment is added. */
    public static Adjustment lateFiling(
            Figures filed, Map<Fund, Won> additional, boolean forceMajeure, AmendmentLaw law) {
        return of(filed, filed, lateSurcharge(additional, forceMajeure, law), law);
    }

    /** @param additional by fund; below zero what was paid too much, which is taken off the other fund's */
    public static Surcharge lateSurcharge(Map<Fund, Won> additional, boolean forceMajeure, AmendmentLaw law) {
        return Surcharge.of(netted(additional), Surcharge.Measure.FULL, forceMajeure, law);
    }

    private static Adjustment of(Figures before, Figures after, Surcharge surcharge, AmendmentLaw law) {
        Map<Insurance, InsurancePart> insurances = new EnumMap<>(Insurance.class);
        List<TraceLine> trace = new ArrayList<>();
        for (Insurance insurance : Insurance.values()) {
            List<Line> lines = new ArrayList<>();
            for (Fund fund : Fund.of(insurance)) {
                Line line = line(
                        fund,
                        before.of(fund),
                        after.of(fund),
                        surcharge.byFund().get(fund));
                lines.add(line);
                trace.add(difference(line));
            }
            surcharge.trace().stream()
                    .filter(line -> line.step().startsWith(StepName.of(insurance, "")))
                    .forEach(trace::add);
            InsurancePart part = limited(insurance, lines, law);
            if (part.smallAmount()) {
                trace.add(tooSmall(insurance, lines, law.the(AmendmentTerm.SMALL_AMOUNT)));
            }
            insurances.put(insurance, part);
        }
        return new Adjustment(insurances, trace);
    }

    private static InsurancePart limited(Insurance insurance, List<Line> lines, AmendmentLaw law) {
        Won net = net(lines);
        Won amount = net.isNegative() ? net.negate() : net;
        boolean small = amount.isPositive()
                && amount.compareTo(law.the(AmendmentTerm.SMALL_AMOUNT).won()) < 0;
        return new InsurancePart(
                insurance, small ? lines.stream().map(Line::nothingMoves).toList() : lines, small);
    }

    private static Line line(Fund fund, Figures.FundFigures before, Figures.FundFigures after, Won surcharge) {
        Won change = after.confirmed()
                .plus(after.estimated())
                .minus(before.confirmed())
                .minus(before.estimated());
        return new Line(
                fund,
                before.confirmed(),
                after.confirmed(),
                before.estimated(),
                after.estimated(),
                change.max(Won.ZERO),
                change.negate().max(Won.ZERO),
                surcharge);
    }

    /** The rise of the confirmed premium by fund, after the fall of the other fund of the insurance is taken off. */
    private static Map<Fund, Won> surchargeable(Figures before, Figures after) {
        Map<Fund, Won> rises = new EnumMap<>(Fund.class);
        for (Fund fund : Fund.values()) {
            rises.put(fund, after.of(fund).confirmed().minus(before.of(fund).confirmed()));
        }
        return netted(rises);
    }

    /** What rises by fund, zero or more, after what falls in the same insurance is taken off. */
    private static Map<Fund, Won> netted(Map<Fund, Won> rises) {
        Map<Fund, Won> due = new EnumMap<>(Fund.class);
        for (Insurance insurance : Insurance.values()) {
            Won left = Won.ZERO;
            for (Fund fund : Fund.of(insurance)) {
                left = left.plus(rises.getOrDefault(fund, Won.ZERO));
            }
            left = left.max(Won.ZERO);
            for (Fund fund : Fund.of(insurance)) {
                Won share = rises.getOrDefault(fund, Won.ZERO).max(Won.ZERO).min(left);
                due.put(fund, share);
                left = left.minus(share);
            }
        }
        return due;
    }

    private static Won net(List<Line> lines) {
        Won net = Won.ZERO;
        for (Line line : lines) {
            net = net.plus(line.additionalDue()).plus(line.surcharge()).minus(line.overpaid());
        }
        return net;
    }

    private static TraceLine difference(Line line) {
        Won change = line.additionalDue().minus(line.overpaid());
        return Step.of(StepName.of(line.fund(), "difference"), "보험료징수법 §17⑤, §18, §19⑤⑦")
                .in("confirmedBefore", line.confirmedBefore())
                .in("confirmedAfter", line.confirmedAfter())
                .in("estimatedBefore", line.estimatedBefore())
                .in("estimatedAfter", line.estimatedAfter())
                .gives(
                        "(" + line.confirmedAfter() + " − " + line.confirmedBefore() + ") + (" + line.estimatedAfter()
                                + " − " + line.estimatedBefore() + ") = " + change,
                        change);
    }

    private static TraceLine tooSmall(Insurance insurance, List<Line> lines, AppliedParameter minimum) {
        return Step.of(StepName.of(insurance, "small-amount"), "보험료징수법 §45의2")
                .in("amount", net(lines))
                .using(minimum)
                .gives("|" + net(lines) + "| < " + minimum.won() + ": neither collected nor refunded", Won.ZERO);
    }
}
