package kr.gosan.premium.support;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.law.Terms;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.trace.TraceLine;
import kr.gosan.premium.eligibility.Condition;

/**
 * An application for premium support held against the law (보험료징수법 §21, 시행령 §28–§30): every condition of the workplace
 * and of each worker answered, and the amount for each worker with its trace.
 *
 * @param total zero unless every condition of the workplace is met
 */
public record SupportAssessment(
        List<Condition> conditions,
        List<WorkerResult> workers,
        List<Clawback> clawbacks,
        Won total,
        List<TraceLine> trace,
        List<AppliedParameter> law) {

    static final String BASIS = "보험료징수법 §21, 시행령 §28";

    private static final int MEAN_DECIMALS = 2;

    /** @param amount the support of the months that count; zero unless every condition of the worker is met */
    public record WorkerResult(
            String reference, List<Condition> conditions, int monthsCounted, Won amount, List<MonthResult> months) {}

    /** @param because code of why a month counts in part or not at all; empty when it counts whole */
    public record MonthResult(java.time.YearMonth month, Won remuneration, Won amount, Optional<String> because) {}

    /** Either the assessment, or each look-up that had no answer. */
    public sealed interface Answer {

        record Known(SupportAssessment assessment) implements Answer {}

        record Unknown(List<LookUp.Refused> refusals) implements Answer {}
    }

    /** @param lastDays gives for a statutory day the last day that is in time, by the business calendar or an extension */
    public static Answer of(SupportApplication application, LawBook book, UnaryOperator<LocalDate> lastDays) {
        int year = application.insuranceYear();
        LocalDate yearEnd = LocalDate.of(year, Month.DECEMBER, 31);
        Terms terms = Terms.from(book)
                .on(
                        yearEnd,
                        "support.workers-below",
                        "support.remuneration-below",
                        "support.new-joiner-months.regular",
                        "support.new-joiner-months.daily",
                        "support.rate",
                        "support.maximum-months",
                        "support.report-due-day",
                        "support.clawback-minimum")
                .on(
                        application.appliedOn(),
                        "support.property-below",
                        "support.income-below",
                        "support.last-application-day")
                .ifInForce(yearEnd, "support.monthly-cap");
        for (Month month : Month.values()) {
            LocalDate first = LocalDate.of(year, month, 1);
            terms.as(WorkerSupport.unemployment(month), "employment.unemployment.rate", first)
                    .as(WorkerSupport.stability(month), "employment.stability.rate.under-150", first);
        }
        application.earlier().forEach(each -> Clawback.read(each, terms));
        if (!terms.areKnown()) {
            return new Answer.Unknown(terms.refusals());
        }
        return new Answer.Known(assess(application, terms, lastDays));
    }

    private static SupportAssessment assess(
            SupportApplication application, Terms terms, UnaryOperator<LocalDate> lastDays) {
        List<Condition> conditions = workplace(application, terms, lastDays);
        List<TraceLine> trace = new ArrayList<>();
        List<WorkerResult> workers = application.workers().stream()
                .map(worker -> WorkerSupport.of(worker, terms, trace))
                .toList();
        List<Clawback> clawbacks = application.earlier().stream()
                .map(each -> Clawback.of(each, terms))
                .toList();
        Won total = Condition.allMet(conditions)
                ? Won.sum(workers.stream().map(WorkerResult::amount).toList())
                : Won.ZERO;
        return new SupportAssessment(conditions, workers, clawbacks, total, trace, terms.parameters());
    }

    private static List<Condition> workplace(
            SupportApplication application, Terms terms, UnaryOperator<LocalDate> lastDays) {
        List<Integer> heads = application.insuredByMonth();
        BigDecimal sum = heads.stream().map(BigDecimal::valueOf).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal months = BigDecimal.valueOf(heads.size());
        BigDecimal below = terms.the("support.workers-below").figure();
        LocalDate lastDay = lastDays.apply(
                terms.the("support.last-application-day").monthDay().atYear(application.insuranceYear() + 1));
        SupportApplication.ConfirmedPremium confirmed = application.confirmed();
        return List.of(
                Condition.of(
                        "support-fewer-workers",
                        sum.compareTo(below.multiply(months)) < 0,
                        BASIS,
                        sum.divide(months, MEAN_DECIMALS, RoundingMode.FLOOR)
                                .stripTrailingZeros()
                                .toPlainString(),
                        below.toPlainString()),
                Condition.of(
                        "support-return-in-time",
                        by(confirmed.filedOn(), confirmed.dueOn()),
                        "보험료징수법 §19①, 시행령 §29의2",
                        text(confirmed.filedOn()),
                        confirmed.dueOn()),
                Condition.of(
                        "support-paid-in-time",
                        by(confirmed.paidOn(), confirmed.dueOn()),
                        "보험료징수법 §19①, 시행령 §29의2",
                        text(confirmed.paidOn()),
                        confirmed.dueOn()),
                Condition.of(
                        "support-applied-in-time",
                        !application.appliedOn().isAfter(lastDay)
                                && application.appliedOn().getYear() > application.insuranceYear(),
                        "보험료징수법 시행령 §29의2",
                        application.appliedOn(),
                        lastDay));
    }

    private static boolean by(Optional<LocalDate> day, LocalDate due) {
        return day.isPresent() && !day.get().isAfter(due);
    }

    private static String text(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("–");
    }
}
