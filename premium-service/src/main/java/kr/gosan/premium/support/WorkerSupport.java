package kr.gosan.premium.support;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.law.Terms;
import kr.gosan.kernel.money.Rate;
import kr.gosan.kernel.money.Rounding;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.time.BusinessCalendar;
import kr.gosan.kernel.trace.Step;
import kr.gosan.kernel.trace.TraceLine;
import kr.gosan.premium.calculation.Formula;
import kr.gosan.premium.eligibility.Condition;

/**
 * The support for one worker: 80 % of both halves of the employment-insurance premium of each month that counts, truncated
 * below 10 won for each month, at most the monthly cap (보험료징수법 §21, 시행령 §28–§29의3).
 *
 * <p>Which months count: the first ones up to 36 in all; of a daily worker those whose work was reported in time; of a late
 * reported acquisition only the days from the report on, by calendar days of the month it fell in.
 */
final class WorkerSupport {

    private static final String BASIS = SupportAssessment.BASIS;
    private static final int DIVISION_DECIMALS = 6;

    private final SupportApplication.Worker worker;
    private final Terms terms;
    private final List<TraceLine> trace;

    private WorkerSupport(SupportApplication.Worker worker, Terms terms, List<TraceLine> trace) {
        this.worker = worker;
        this.terms = terms;
        this.trace = trace;
    }

    static String unemployment(Month month) {
        return "employment.unemployment.rate@" + month;
    }

    static String stability(Month month) {
        return "employment.stability.rate@" + month;
    }

    static SupportAssessment.WorkerResult of(SupportApplication.Worker worker, Terms terms, List<TraceLine> trace) {
        return new WorkerSupport(worker, terms, trace).result();
    }

    private SupportAssessment.WorkerResult result() {
        List<Condition> conditions = conditions();
        List<SupportAssessment.MonthResult> months = new ArrayList<>();
        int counted = 0;
        int left = Math.max(0, terms.the("support.maximum-months").whole() - worker.monthsSupportedBefore());
        boolean entitled = Condition.allMet(conditions);
        for (SupportApplication.Month month : worker.months()) {
            SupportAssessment.MonthResult result = !entitled
                    ? none(month, "support-month-worker-not-entitled")
                    : counted == left ? none(month, "support-month-beyond-maximum") : month(month);
            counted += result.amount().isPositive() ? 1 : 0;
            months.add(result);
        }
        Won amount = Won.sum(
                months.stream().map(SupportAssessment.MonthResult::amount).toList());
        return new SupportAssessment.WorkerResult(worker.reference(), conditions, counted, amount, months);
    }

    private List<Condition> conditions() {
        Won sum = Won.sum(worker.months().stream()
                .map(SupportApplication.Month::remuneration)
                .toList());
        BigDecimal months = BigDecimal.valueOf(worker.months().size());
        Won limit = terms.the("support.remuneration-below").won();
        Won mean = Rounding.TRUNCATE_BELOW_ONE_WON.apply(
                BigDecimal.valueOf(sum.amount()).divide(months, DIVISION_DECIMALS, RoundingMode.FLOOR));
        int quiet = terms.the(
                        worker.employment() == SupportApplication.Employment.DAILY
                                ? "support.new-joiner-months.daily"
                                : "support.new-joiner-months.regular")
                .whole();
        boolean isNew = worker.lastJoinedBefore()
                .map(day -> day.isBefore(worker.joinedOn().minusMonths(quiet)))
                .orElse(true);
        Won property = terms.the("support.property-below").won();
        Won income = terms.the("support.income-below").won();
        int maximum = terms.the("support.maximum-months").whole();
        return List.of(
                Condition.of("support-mean-below-limit", mean.compareTo(limit) < 0, BASIS, mean, limit),
                Condition.of(
                        "support-new-joiner",
                        isNew,
                        BASIS,
                        worker.lastJoinedBefore().map(LocalDate::toString).orElse("–"),
                        worker.joinedOn(),
                        quiet),
                Condition.of("support-property-below", worker.property().compareTo(property) < 0, BASIS, property),
                Condition.of("support-income-below", worker.income().compareTo(income) < 0, BASIS, income),
                Condition.of(
                        "support-months-left",
                        worker.monthsSupportedBefore() < maximum,
                        "보험료징수법 시행령 §29",
                        worker.monthsSupportedBefore(),
                        maximum));
    }

    private SupportAssessment.MonthResult month(SupportApplication.Month month) {
        LocalDate first = month.month().atDay(1);
        LocalDate last = month.month().atEndOfMonth();
        if (worker.joinedOn().isAfter(last)) {
            return none(month, "support-month-before-joining");
        }
        LocalDate from = worker.joinedOn().isAfter(first) ? worker.joinedOn() : first;
        LocalDate counts = from;
        if (worker.employment() == SupportApplication.Employment.DAILY) {
            if (month.reportedOn().isEmpty() || month.reportedOn().get().isAfter(due(first))) {
                return none(month, "support-month-reported-late");
            }
        } else if (acquisitionIsLate()) {
            LocalDate reported = worker.acquisitionReportedOn().orElse(last.plusDays(1));
            if (reported.isAfter(last)) {
                return none(month, "support-month-before-late-report");
            }
            counts = reported.isAfter(from) ? reported : from;
        }
        long days = ChronoUnit.DAYS.between(counts, last) + 1;
        long employed = ChronoUnit.DAYS.between(from, last) + 1;
        Won amount = amount(month, days, employed);
        return new SupportAssessment.MonthResult(
                month.month(),
                month.remuneration(),
                amount,
                days < employed ? Optional.of("support-month-from-late-report") : Optional.empty());
    }

    private Won amount(SupportApplication.Month month, long days, long employed) {
        AppliedParameter unemployment = terms.the(unemployment(month.month().getMonth()));
        AppliedParameter stability = terms.the(stability(month.month().getMonth()));
        AppliedParameter share = terms.the("support.rate");
        Rate rate = unemployment.rate().plus(stability.rate());
        BigDecimal premium = rate.of(month.remuneration());
        BigDecimal whole = share.rate().value().multiply(premium).movePointLeft(2);
        BigDecimal exact = whole.multiply(BigDecimal.valueOf(days))
                .divide(BigDecimal.valueOf(employed), DIVISION_DECIMALS, RoundingMode.FLOOR);
        Won truncated = Rounding.TRUNCATE_BELOW_TEN_WON.apply(exact);
        Optional<AppliedParameter> cap = terms.find("support.monthly-cap");
        boolean capped = cap.isPresent() && truncated.compareTo(cap.get().won()) > 0;
        Won amount = capped ? cap.get().won() : truncated;
        Step step = Step.of(
                        "support." + worker.reference() + "." + month.month(),
                        "보험료징수법 §21, 시행령 §29" + (days < employed ? ", 시행령 §29의3" : ""))
                .in("remuneration", month.remuneration())
                .in("daysCounted", Long.toString(days))
                .in("daysEmployed", Long.toString(employed))
                .using(List.of(unemployment, stability, share))
                .truncated();
        cap.ifPresent(step::using);
        trace.add(step.gives(
                month.remuneration() + " × " + rate + " × " + share.rate()
                        + (days < employed ? " × " + days + "/" + employed : "") + " = " + Formula.exact(exact) + " → "
                        + truncated + (capped ? ", at most " + amount : ""),
                amount));
        return amount;
    }

    private boolean acquisitionIsLate() {
        return worker.acquisitionReportedOn()
                .map(day -> day.isAfter(due(worker.joinedOn())))
                .orElse(true);
    }

    /** The 15th of the month after, as the business calendar moves it. */
    private LocalDate due(LocalDate event) {
        return BusinessCalendar.korea()
                .extended(event.plusMonths(1)
                        .withDayOfMonth(terms.the("support.report-due-day").whole()));
    }

    private static SupportAssessment.MonthResult none(SupportApplication.Month month, String because) {
        return new SupportAssessment.MonthResult(month.month(), month.remuneration(), Won.ZERO, Optional.of(because));
    }
}
