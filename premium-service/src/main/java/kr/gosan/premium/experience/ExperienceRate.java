package kr.gosan.premium.experience;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.law.Terms;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.trace.Step;
import kr.gosan.kernel.trace.TraceLine;
import kr.gosan.kernel.workplace.WorkplaceKind;
import kr.gosan.premium.eligibility.Condition;

/**
 * The experience rate (개별실적요율, 보험료징수법 §15, 시행령 §15–§18): the industry rate raised or lowered by the step of the
 * loss ratio. Loss ratio and rate are exact: the ratio is compared with the steps as a fraction, the rate is the exact
 * product; nothing is rounded, for no source tells how.
 *
 * @param lossRatio in percent, truncated to two decimals; for reading only
 * @param change in percent of the industry rate, after the cut: negative lowers it, zero leaves it
 * @param fatalityCut percent of the reduction that is taken away; zero when none is
 * @param ratePerMille what replaces the industry rate; equal to it when nothing changes
 * @param formula how the rate comes about: {@code 36‰ × (1 − 20% × (1 − 40%)) = 31.68‰}
 */
public record ExperienceRate(
        List<Condition> conditions,
        BigDecimal lossRatio,
        BigDecimal change,
        BigDecimal fatalityCut,
        BigDecimal industryRate,
        BigDecimal ratePerMille,
        String formula,
        List<TraceLine> trace,
        List<AppliedParameter> law) {

    private static final int RATIO_DECIMALS = 2;
    private static final String REDUCTION = "experience.reduction.up-to-";
    private static final String INCREASE_ABOVE = "experience.increase-above";
    private static final String INCREASE = "experience.increase.up-to-";
    private static final String BEYOND = "experience.increase.beyond";
    private static final String CUT = "experience.fatality-cut.deaths-";
    private static final String CUT_PUBLISHED = "experience.fatality-cut-published.deaths-";
    private static final String SHARED = "experience.shared-part";
    private static final String MINIMUM_WORKS = "experience.minimum-works";
    private static final String MINIMUM_WORKERS = "experience.minimum-workers";
    private static final String CUT_WORKS = "experience.fatality-minimum-works";
    private static final String CUT_WORKERS = "experience.fatality-minimum-workers";

    /** Either the rate, or each look-up that had no answer. */
    public sealed interface Answer {

        record Known(ExperienceRate rate) implements Answer {}

        record Unknown(List<LookUp.Refused> refusals) implements Answer {}
    }

    public static Answer of(Survey survey, LawBook book) {
        LocalDate newYear = LocalDate.of(survey.rateYear(), Month.JANUARY, 1);
        Terms terms = Terms.from(book);
        terms.on(
                newYear,
                "experience.assessment-day",
                "experience.years",
                MINIMUM_WORKS,
                MINIMUM_WORKERS,
                INCREASE_ABOVE,
                BEYOND,
                industry(survey.kind()));
        steps(terms, REDUCTION).forEach(id -> terms.on(newYear, id));
        steps(terms, INCREASE).forEach(id -> terms.on(newYear, id));
        terms.ifInForce(newYear, SHARED, CUT_WORKS, CUT_WORKERS);
        steps(terms, CUT).forEach(id -> terms.ifInForce(newYear, id));
        steps(terms, CUT_PUBLISHED).forEach(id -> terms.ifInForce(newYear, id));
        return terms.areKnown() ? new Answer.Known(rate(survey, terms)) : new Answer.Unknown(terms.refusals());
    }

    private static ExperienceRate rate(Survey survey, Terms terms) {
        List<TraceLine> trace = new ArrayList<>();
        BigDecimal benefits = counted(survey, terms, trace).scaleByPowerOfTen(2);
        BigDecimal premiums = BigDecimal.valueOf(survey.premiums().amount());
        List<AppliedParameter> used = new ArrayList<>();
        BigDecimal step = step(benefits, premiums, terms, used);
        BigDecimal cut = step.signum() < 0 ? cut(survey, terms, used) : BigDecimal.ZERO;
        BigDecimal change = step.multiply(BigDecimal.ONE.subtract(cut.movePointLeft(2)));
        AppliedParameter industry = terms.the(industry(survey.kind()));
        used.add(industry);
        BigDecimal rate = plain(industry.figure().multiply(BigDecimal.ONE.add(change.movePointLeft(2))));
        BigDecimal ratio = plain(benefits.divide(premiums, RATIO_DECIMALS, RoundingMode.FLOOR));
        List<Condition> conditions = ExperienceConditions.of(survey, terms, ratio, step);
        return new ExperienceRate(
                conditions,
                ratio,
                plain(change),
                plain(cut),
                plain(industry.figure()),
                rate,
                formula(industry.figure(), step, cut, rate),
                trace,
                used);
    }

    /** Benefits that count for this business; the rule on whose accident it is starts with the rates of 2023. */
    private static BigDecimal counted(Survey survey, Terms terms, List<TraceLine> trace) {
        BigDecimal sum = BigDecimal.ZERO;
        Optional<AppliedParameter> shared = terms.find(SHARED);
        Won stated = Won.ZERO;
        for (Survey.Accident accident : survey.accidents()) {
            BigDecimal part = part(accident, shared);
            stated = stated.plus(accident.benefits());
            sum = sum.add(part.multiply(BigDecimal.valueOf(accident.benefits().amount())));
        }
        Step line = Step.of("experience.benefits", "보험료징수법 §15③, 시행령 §17")
                .in("accidents", Integer.toString(survey.accidents().size()))
                .in("benefitsStated", stated)
                .in("premiums", survey.premiums())
                .wholeWon();
        shared.ifPresent(line::using);
        trace.add(line.gives(
                "benefits that count: " + plain(sum).toPlainString(),
                kr.gosan.kernel.money.Rounding.TRUNCATE_BELOW_ONE_WON.apply(sum)));
        return sum;
    }

    private static BigDecimal part(Survey.Accident accident, Optional<AppliedParameter> shared) {
        BigDecimal mine = accident.ownWorker() ? BigDecimal.ONE : BigDecimal.ZERO;
        if (shared.isEmpty()) {
            return mine;
        }
        return switch (accident.circumstance()) {
            case ORDINARY -> mine;
            case DISPATCHED, PROHIBITED_CONTRACTING, PROHIBITED_SUBLETTING, CONTRACTORS_BREACH ->
                BigDecimal.ONE.subtract(mine);
            case SHARED_BREACH -> shared.get().figure().movePointLeft(2);
        };
    }

    /** The signed step of the table, in percent: negative lowers the rate. */
    private static BigDecimal step(BigDecimal benefits, BigDecimal premiums, Terms terms, List<AppliedParameter> used) {
        for (String id : steps(terms, REDUCTION)) {
            if (isUpTo(benefits, premiums, bound(id))) {
                used.add(terms.the(id));
                return terms.the(id).figure().negate();
            }
        }
        if (isUpTo(benefits, premiums, terms.the(INCREASE_ABOVE).figure())) {
            used.add(terms.the(INCREASE_ABOVE));
            return BigDecimal.ZERO;
        }
        for (String id : steps(terms, INCREASE)) {
            if (isUpTo(benefits, premiums, bound(id))) {
                used.add(terms.the(id));
                return terms.the(id).figure();
            }
        }
        used.add(terms.the(BEYOND));
        return terms.the(BEYOND).figure();
    }

    /** Part of a reduction that many deaths take away, in percent (보험료징수법 §15④, 시행령 §18). */
    private static BigDecimal cut(Survey survey, Terms terms, List<AppliedParameter> used) {
        boolean large = survey.kind() == WorkplaceKind.CONSTRUCTION_COLLECTIVE
                ? terms.find(CUT_WORKS)
                        .filter(minimum -> survey.worksTotal().orElse(Won.ZERO).compareTo(minimum.won()) >= 0)
                        .isPresent()
                : terms.find(CUT_WORKERS)
                        .filter(minimum -> survey.regularWorkers().orElse(0) >= minimum.whole())
                        .isPresent();
        if (!large) {
            return BigDecimal.ZERO;
        }
        BigDecimal cut = BigDecimal.ZERO;
        AppliedParameter last = null;
        for (String id : steps(terms, survey.published() ? CUT_PUBLISHED : CUT)) {
            if (survey.deaths() >= bound(id).intValueExact()) {
                last = terms.the(id);
                cut = last.figure();
            }
        }
        if (last != null) {
            used.add(last);
        }
        return cut;
    }

    private static boolean isUpTo(BigDecimal benefits, BigDecimal premiums, BigDecimal percent) {
        return benefits.compareTo(percent.multiply(premiums)) <= 0;
    }

    private static List<String> steps(Terms terms, String prefix) {
        return terms.series(prefix);
    }

    /** The end of a step stands in the name of its series. */
    private static BigDecimal bound(String id) {
        return new BigDecimal(id.substring(id.lastIndexOf('-') + 1));
    }

    static String industry(WorkplaceKind kind) {
        return switch (kind) {
            case CONSTRUCTION_HQ, SELF_EMPLOYED_BEFORE_2012 -> "accident.industry-rate.construction-hq";
            case CONSTRUCTION_COLLECTIVE, CONSTRUCTION_SINGLE -> "accident.industry-rate.construction";
            case LOGGING -> "accident.industry-rate.logging";
        };
    }

    private static String formula(BigDecimal industry, BigDecimal step, BigDecimal cut, BigDecimal rate) {
        String sign = step.signum() < 0 ? " − " : " + ";
        String percent = plain(step.abs()).toPlainString() + "%";
        return plain(industry).toPlainString() + "‰ × (1" + sign + percent
                + (cut.signum() == 0 ? "" : " × (1 − " + plain(cut).toPlainString() + "%)") + ") = "
                + rate.toPlainString() + "‰";
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
