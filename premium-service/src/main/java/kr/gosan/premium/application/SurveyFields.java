package kr.gosan.premium.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Month;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kr.gosan.kernel.money.Won;
import kr.gosan.platform.json.FieldErrors;
import kr.gosan.platform.workplace.KnownWorkplace;
import kr.gosan.premium.experience.Survey.Accident;
import kr.gosan.premium.experience.Survey.Circumstance;
import kr.gosan.premium.headcount.RegularWorkers;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The forms that state figures of the business: 10704 and 10705. */
public final class SurveyFields {

    private static final int MOST_WORKERS = 1_000_000;

    private SurveyFields() {}

    /**
     * 10704: figures of the experience rate.
     *
     * @param worksTotal of a construction collective: total of the works two years before the rate year
     * @param regularWorkers of any other business
     * @param premiums industrial-accident premiums of the three years
     * @param accidents benefits of the three years by accident
     * @param deaths deaths by accident in the three years, those of subcontractors and dispatched workers included
     */
    @Schema(
            name = "ExperienceSurvey",
            requiredProperties = {"premiums", "accidents", "deaths", "published"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Survey(
            Won worksTotal,
            Integer regularWorkers,
            Won premiums,
            List<AccidentFields> accidents,
            Integer deaths,
            Boolean published)
            implements ApplicationContent {

        private static final int MOST = 1_000;

        @Override
        public void check(String pointer, FieldErrors errors) {
            checkWorkers(pointer + "/regularWorkers", regularWorkers, errors);
            errors.required(pointer + "/premiums", premiums);
            if (premiums != null && premiums.isZero()) {
                errors.add(pointer + "/premiums", "more-than-zero-expected");
            }
            errors.required(pointer + "/accidents", accidents);
            if (accidents != null && accidents.size() > MOST) {
                errors.add(pointer + "/accidents", "too-many", MOST);
            } else if (accidents != null) {
                for (int i = 0; i < accidents.size(); i++) {
                    String each = pointer + "/accidents/" + i;
                    errors.required(each, accidents.get(i));
                    if (accidents.get(i) != null) {
                        accidents.get(i).check(each, errors);
                    }
                }
            }
            errors.required(pointer + "/deaths", deaths);
            checkWorkers(pointer + "/deaths", deaths, errors);
            errors.required(pointer + "/published", published);
        }

        kr.gosan.premium.experience.Survey survey(int rateYear, KnownWorkplace known) {
            return new kr.gosan.premium.experience.Survey(
                    rateYear,
                    known.kind(),
                    known.establishedOn(),
                    Optional.ofNullable(worksTotal),
                    Optional.ofNullable(regularWorkers),
                    premiums,
                    accidents.stream()
                            .map(each -> new Accident(each.circumstance, each.ownWorker, each.benefits))
                            .toList(),
                    deaths,
                    published);
        }
    }

    /** An accident of the survey; {@code ownWorker}: whether the injured person was employed by the applicant. */
    @Schema(
            name = "SurveyAccident",
            requiredProperties = {"circumstance", "ownWorker", "benefits"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AccidentFields(Circumstance circumstance, Boolean ownWorker, Won benefits) {

        void check(String pointer, FieldErrors errors) {
            errors.required(pointer + "/circumstance", circumstance);
            errors.required(pointer + "/ownWorker", ownWorker);
            errors.required(pointer + "/benefits", benefits);
        }
    }

    /** 10705: workers at the end of each month, of all businesses of the employer together. */
    @Schema(
            name = "RegularWorkerCount",
            requiredProperties = {"months"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record WorkerCount(List<MonthHeads> months) implements ApplicationContent {

        @Override
        public void check(String pointer, FieldErrors errors) {
            checkMonths(pointer + "/months", months, errors);
        }

        List<RegularWorkers.Heads> heads() {
            return months.stream()
                    .map(each -> new RegularWorkers.Heads(Month.of(each.month), each.workers, each.daily()))
                    .toList();
        }
    }

    /**
     * The workers at the end of a month.
     *
     * @param dailyWorkers the daily ones among them; none when missing
     */
    @Schema(
            name = "MonthHeads",
            requiredProperties = {"month", "workers"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MonthHeads(Integer month, Integer workers, Integer dailyWorkers) {

        int daily() {
            return dailyWorkers == null ? 0 : dailyWorkers;
        }

        private void check(String pointer, FieldErrors errors) {
            errors.required(pointer + "/month", month);
            if (month != null && (month < 1 || month > 12)) {
                errors.add(pointer + "/month", "month-expected");
            }
            errors.required(pointer + "/workers", workers);
            checkWorkers(pointer + "/workers", workers, errors);
            checkWorkers(pointer + "/dailyWorkers", dailyWorkers, errors);
            if (workers != null && dailyWorkers != null && dailyWorkers > workers) {
                errors.add(pointer + "/dailyWorkers", "more-than-all-workers");
            }
        }
    }

    /** Checks a list of months: at least one, each once. */
    static void checkMonths(String pointer, List<MonthHeads> months, FieldErrors errors) {
        if (months == null || months.isEmpty()) {
            errors.required(pointer, null);
            return;
        }
        if (months.size() > 12) {
            errors.add(pointer, "too-many", 12);
            return;
        }
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < months.size(); i++) {
            String each = pointer + "/" + i;
            errors.required(each, months.get(i));
            if (months.get(i) != null) {
                months.get(i).check(each, errors);
                if (months.get(i).month() != null && !seen.add(months.get(i).month())) {
                    errors.add(each + "/month", "month-twice");
                }
            }
        }
    }

    private static void checkWorkers(String pointer, Integer number, FieldErrors errors) {
        if (number != null && (number < 0 || number > MOST_WORKERS)) {
            errors.add(pointer, "head-count-expected", MOST_WORKERS);
        }
    }
}
