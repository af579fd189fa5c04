package kr.gosan.premium.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.workplace.EmployeeScale;
import kr.gosan.premium.eligibility.Condition;
import kr.gosan.premium.experience.ExperienceRate;
import kr.gosan.premium.headcount.RegularWorkers;
import kr.gosan.premium.support.Clawback;
import kr.gosan.premium.support.SupportAssessment;

/** The figures of an application as JSON carries them. Rates and means are decimal strings. */
public final class SurveyResults {

    private SurveyResults() {}

    /** The experience rate: {@code ratePerMille} replaces {@code industryRate} in the year the survey is for. */
    public record Experience(
            BigDecimal lossRatioPercent,
            BigDecimal changePercent,
            BigDecimal fatalityCutPercent,
            BigDecimal industryRate,
            BigDecimal ratePerMille,
            String formula) {}

    /**
     * Regular workers and what follows for the next year.
     *
     * @param rateKeptYears years in which an employer that grew keeps its lower rate all the same
     * @param supportKeptYears years in which it keeps priority support
     */
    public record Workers(
            int months,
            BigDecimal mean,
            BigDecimal meanWithoutDaily,
            boolean prioritySupport,
            EmployeeScale employeeScale,
            BigDecimal stabilityRatePerMille,
            int rateKeptYears,
            int supportKeptYears) {}

    /** Premium support: {@code total} is zero unless every condition of the workplace is met. */
    public record Support(Won total, List<Worker> workers, List<Back> clawbacks) {}

    /** @param conditions of this worker, each with its answer */
    public record Worker(
            String insuredRecordId, List<Condition> conditions, int monthsCounted, Won amount, List<Month> months) {}

    /** @param because why the month counts in part or not at all */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Month(String month, Won remuneration, Won amount, String because) {}

    public record Back(String insuredRecordId, int insuranceYear, Condition condition, Won amount) {}

    static Experience of(ExperienceRate rate) {
        return new Experience(
                rate.lossRatio(),
                rate.change(),
                rate.fatalityCut(),
                rate.industryRate(),
                rate.ratePerMille(),
                rate.formula());
    }

    static Workers of(RegularWorkers workers) {
        return new Workers(
                workers.months(),
                workers.mean(),
                workers.withoutDaily(),
                workers.prioritySupport(),
                workers.scale(),
                workers.stabilityRate().figure(),
                workers.rateKeptYears(),
                workers.supportKeptYears());
    }

    static Support of(SupportAssessment done) {
        return new Support(
                done.total(),
                done.workers().stream().map(SurveyResults::worker).toList(),
                done.clawbacks().stream().map(SurveyResults::back).toList());
    }

    private static Worker worker(SupportAssessment.WorkerResult worker) {
        return new Worker(
                worker.reference(),
                worker.conditions(),
                worker.monthsCounted(),
                worker.amount(),
                worker.months().stream()
                        .map(each -> new Month(
                                text(each.month()),
                                each.remuneration(),
                                each.amount(),
                                each.because().orElse(null)))
                        .toList());
    }

    private static Back back(Clawback clawback) {
        return new Back(clawback.reference(), clawback.insuranceYear(), clawback.exceeded(), clawback.amount());
    }

    private static String text(YearMonth month) {
        return month.toString();
    }
}
