package kr.gosan.premium.experience;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.law.Terms;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.workplace.WorkplaceKind;
import kr.gosan.premium.eligibility.Condition;

/** Who gets an experience rate (보험료징수법 §15②, 시행령 §15). */
final class ExperienceConditions {

    private ExperienceConditions() {}

    static List<Condition> of(Survey survey, Terms terms, BigDecimal ratio, BigDecimal step) {
        return List.of(kind(survey), age(survey, terms), size(survey, terms), band(terms, ratio, step));
    }

    /** A single work and logging have none; construction has one for the collective only. */
    private static Condition kind(Survey survey) {
        boolean open = survey.kind() == WorkplaceKind.CONSTRUCTION_COLLECTIVE
                || survey.kind() == WorkplaceKind.CONSTRUCTION_HQ;
        return Condition.of("experience-kind", open, "보험료징수법 시행령 §15①", survey.kind());
    }

    /**
     * Three full years on June 30 of the year before: established on or before that day three years earlier (the first day
     * not counted, 민법 §157).
     */
    private static Condition age(Survey survey, Terms terms) {
        LocalDate day = terms.the("experience.assessment-day").monthDay().atYear(survey.rateYear() - 1);
        int years = terms.the("experience.years").whole();
        return Condition.of(
                "experience-three-years",
                !survey.establishedOn().plusYears(years).isAfter(day),
                "보험료징수법 §15②",
                survey.establishedOn(),
                years,
                day);
    }

    private static Condition size(Survey survey, Terms terms) {
        if (survey.kind() == WorkplaceKind.CONSTRUCTION_COLLECTIVE) {
            Won minimum = terms.the("experience.minimum-works").won();
            Won works = survey.worksTotal().orElse(Won.ZERO);
            return Condition.of(
                    "experience-works",
                    works.compareTo(minimum) >= 0,
                    "보험료징수법 시행령 §15①1",
                    works,
                    survey.rateYear() - 2,
                    minimum);
        }
        AppliedParameter minimum = terms.the("experience.minimum-workers");
        int workers = survey.regularWorkers().orElse(0);
        return Condition.of(
                "experience-workers", workers >= minimum.whole(), "보험료징수법 시행령 §15①2", workers, minimum.whole());
    }

    private static Condition band(Terms terms, BigDecimal ratio, BigDecimal step) {
        String lower = terms.series("experience.reduction.up-to-").getLast();
        return Condition.of(
                "experience-loss-ratio",
                step.signum() != 0,
                "보험료징수법 §15②, 시행령 §18, 별표 1",
                ratio.toPlainString(),
                new BigDecimal(lower.substring(lower.lastIndexOf('-') + 1)),
                terms.the("experience.increase-above").figure());
    }
}
