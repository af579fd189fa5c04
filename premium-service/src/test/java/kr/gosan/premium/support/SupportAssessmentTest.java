package kr.gosan.premium.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.time.BusinessCalendar;
import kr.gosan.platform.law.LawFiles;
import kr.gosan.premium.eligibility.Condition;
import kr.gosan.premium.support.SupportApplication.ConfirmedPremium;
import kr.gosan.premium.support.SupportApplication.EarlierSupport;
import kr.gosan.premium.support.SupportApplication.Employment;
import kr.gosan.premium.support.SupportApplication.Month;
import kr.gosan.premium.support.SupportApplication.Worker;
import org.junit.jupiter.api.Test;

class SupportAssessmentTest {

    private static final LawBook LAW = LawFiles.read(SupportAssessmentTest.class.getClassLoader());
    private static final LocalDate APPLIED = LocalDate.of(2022, 4, 20);
    private static final LocalDate DUE = LocalDate.of(2022, 3, 31);
    private static final LocalDate JOINED = LocalDate.of(2021, 3, 1);
    private static final ConfirmedPremium IN_TIME = new ConfirmedPremium(DUE, Optional.of(DUE), Optional.of(DUE));

    @Test
    void eightyPercentOfBothHalvesIsPaidForEachMonth() {
        // 2,000,000 × (16‰ + 2.5‰) × 80 % = 29,600
        SupportAssessment done = assess(APPLIED, 9, IN_TIME, worker().of(2_000_000, 2_000_000));
        assertEquals(Won.of(59_200), done.total());
        assertEquals(2, done.workers().getFirst().monthsCounted());
        assertTrue(done.trace().getFirst().formula().contains("2,000,000 × 18.5‰ × 80% = 29,600 → 29,600"));
        assertTrue(done.conditions().stream().allMatch(Condition::isMet));
    }

    @Test
    void eachMonthIsTruncatedBelowTenWon() {
        // 1,234,567 × 18.5‰ × 80 % = 18,271.5916
        assertEquals(
                Won.of(18_270),
                assess(APPLIED, 9, IN_TIME, worker().of(1_234_567)).total());
    }

    @Test
    void tenInsuredWorkersAreTooMany() {
        assertEquals(List.of(), missing(assess(APPLIED, 9, IN_TIME, worker().of(1))));
        SupportAssessment ten = assess(APPLIED, 10, IN_TIME, worker().of(2_000_000));
        assertEquals(List.of("support-fewer-workers"), missing(ten));
        assertEquals(Won.ZERO, ten.total());
    }

    @Test
    void theMeanOfTheMonthsDecidesNotTheTruncatedOne() {
        SupportApplication application = new SupportApplication(
                2021, APPLIED, List.of(10, 10, 9), IN_TIME, List.of(worker().of(2_000_000)), List.of());
        assertEquals(List.of(), missing(known(application)));
    }

    @Test
    void theMeanRemunerationMustStayBelowTheLimitOfTheYear() {
        assertEquals(
                Won.of(32_550),
                assess(APPLIED, 9, IN_TIME, worker().of(2_199_999)).total());
        assertEquals(
                List.of("support-mean-below-limit"),
                missing(assess(APPLIED, 9, IN_TIME, worker().of(2_200_000))
                        .workers()
                        .getFirst()));
        // 4,399,999 over two months is below 2,200,000 on average
        assertEquals(
                List.of(),
                missing(assess(APPLIED, 9, IN_TIME, worker().of(2_200_000, 2_199_999))
                        .workers()
                        .getFirst()));
    }

    @Test
    void aNewJoinerHasNoAcquisitionInTheYearBefore() {
        assertEquals(List.of(), missing(result(worker().lastJoined("2020-02-29").of(1))));
        assertEquals(
                List.of("support-new-joiner"),
                missing(result(worker().lastJoined("2020-03-01").of(1))));
        assertEquals(
                List.of(),
                missing(result(worker().daily("2020-08-31", "2021-04-15").of(1))));
        assertEquals(
                List.of("support-new-joiner"),
                missing(result(worker().daily("2020-09-01", "2021-04-15").of(1))));
    }

    @Test
    void propertyAndIncomeMustStayBelowTheirLimits() {
        assertEquals(
                List.of(), missing(result(worker().owns(599_999_999, 37_999_999).of(1))));
        assertEquals(
                List.of("support-property-below", "support-income-below"),
                missing(result(worker().owns(600_000_000, 38_000_000).of(1))));
    }

    @Test
    void theLimitOfIncomeBetween2023And2025IsRefusedByName() {
        SupportApplication application =
                new SupportApplication(2022, LocalDate.of(2023, 4, 1), List.of(1), IN_TIME, List.of(), List.of());
        SupportAssessment.Answer.Unknown unknown = assertInstanceOf(
                SupportAssessment.Answer.Unknown.class,
                SupportAssessment.of(application, LAW, BusinessCalendar.korea()::extended));
        assertEquals(
                List.of("support.income-below"),
                unknown.refusals().stream().map(each -> each.parameterId()).toList());
    }

    @Test
    void atMostThirtySixMonthsAreSupported() {
        Worker worker = worker().supportedBefore(35).of(2_000_000, 2_000_000);
        SupportAssessment.WorkerResult result = result(worker);
        assertEquals(Won.of(29_600), result.amount());
        assertEquals(
                Optional.of("support-month-beyond-maximum"),
                result.months().get(1).because());
        assertEquals(
                List.of("support-months-left"),
                missing(result(worker().supportedBefore(36).of(1))));
    }

    @Test
    void returnAndPaymentMustBeInTime() {
        for (LocalDate late : List.of(DUE.plusDays(1))) {
            assertEquals(
                    List.of("support-return-in-time", "support-paid-in-time"),
                    missing(assess(
                            APPLIED,
                            9,
                            new ConfirmedPremium(DUE, Optional.of(late), Optional.of(late)),
                            worker().of(1))));
        }
        assertEquals(
                List.of("support-return-in-time", "support-paid-in-time"),
                missing(assess(
                        APPLIED, 9, new ConfirmedPremium(DUE, Optional.empty(), Optional.empty()), worker().of(1))));
    }

    @Test
    void april30Of2022WasASaturdaySoMay2IsInTime() {
        assertEquals(List.of(), missing(assess(LocalDate.of(2022, 5, 2), 9, IN_TIME, worker().of(1))));
        assertEquals(
                List.of("support-applied-in-time"),
                missing(assess(LocalDate.of(2022, 5, 3), 9, IN_TIME, worker().of(1))));
    }

    @Test
    void anExtensionMovesTheLastDayToApply() {
        SupportApplication application = new SupportApplication(
                2021, LocalDate.of(2022, 6, 30), List.of(9), IN_TIME, List.of(worker().of(1)), List.of());
        SupportAssessment extended = assertInstanceOf(
                        SupportAssessment.Answer.Known.class,
                        SupportAssessment.of(application, LAW, day -> LocalDate.of(2022, 6, 30)))
                .assessment();
        assertEquals(List.of(), missing(extended));
        assertEquals(List.of("support-applied-in-time"), missing(known(application)));
    }

    @Test
    void aDailyWorkersMonthCountsWhenItWasReportedInTime() {
        // 2021-05-15 was a Saturday
        assertEquals(Won.of(14_800), result(dailyInApril("2021-05-17")).amount());
        SupportAssessment.WorkerResult late = result(dailyInApril("2021-05-18"));
        assertEquals(Won.ZERO, late.amount());
        assertEquals(
                Optional.of("support-month-reported-late"),
                late.months().getFirst().because());
    }

    @Test
    void aLateAcquisitionIsSupportedFromTheDayOfItsReportOnly() {
        // joined March 1, due April 15, reported May 17: 15 of 31 days of May
        SupportAssessment.WorkerResult result =
                result(worker().reported("2021-05-17").of(2_000_000, 2_000_000, 2_000_000, 2_000_000));
        assertEquals(
                List.of(0L, 0L, 14_320L, 29_600L),
                result.months().stream().map(month -> month.amount().amount()).toList());
        assertEquals(2, result.monthsCounted());
        assertEquals(
                Won.of(29_600),
                result(worker().reported("2021-04-15").of(2_000_000)).amount());
    }

    @Test
    void aMonthBeforeJoiningIsNotSupported() {
        // the months begin with March: one joined in May has two of them before
        SupportAssessment.WorkerResult late =
                result(worker().joined("2021-05-01").of(2_000_000, 2_000_000, 2_000_000));
        assertEquals(
                List.of(0L, 0L, 29_600L),
                late.months().stream().map(month -> month.amount().amount()).toList());
        assertEquals(
                Optional.of("support-month-before-joining"),
                late.months().get(1).because());
    }

    @Test
    void theMonthlyCapOf2026IsReachedAt2300000Won() {
        Worker worker = new Worker(
                "w",
                Employment.REGULAR,
                LocalDate.of(2026, 1, 1),
                Optional.empty(),
                Optional.of(LocalDate.of(2026, 1, 1)),
                Won.ZERO,
                Won.ZERO,
                0,
                List.of(
                        new Month(YearMonth.of(2026, 1), Won.of(2_299_999), Optional.empty()),
                        new Month(YearMonth.of(2026, 2), Won.of(2_300_000), Optional.empty()),
                        new Month(YearMonth.of(2026, 3), Won.of(2_600_000), Optional.empty())));
        SupportApplication application = new SupportApplication(
                2026, LocalDate.of(2026, 12, 1), List.of(1), IN_TIME, List.of(worker), List.of());
        SupportAssessment.Answer answer = SupportAssessment.of(application, LAW, BusinessCalendar.korea()::extended);
        if (answer instanceof SupportAssessment.Answer.Known it) {
            assertEquals(
                    List.of(37_710L, 37_720L, 37_720L),
                    it.assessment().workers().getFirst().months().stream()
                            .map(month -> month.amount().amount())
                            .toList());
        } else {
            throw new AssertionError(answer.toString());
        }
    }

    @Test
    void supportIsTakenBackAbove110PercentOfTheLimit() {
        // 110 % of 2,200,000 is 2,420,000 a month
        assertEquals(Won.ZERO, clawback(2_420_000 * 2, 50_000).amount());
        assertFalse(clawback(2_420_000 * 2, 50_000).exceeded().isMet());
        assertEquals(Won.of(50_000), clawback(2_420_000 * 2 + 1, 50_000).amount());
        assertEquals(Won.of(3_000), clawback(9_000_000, 3_000).amount());
        assertEquals(Won.ZERO, clawback(9_000_000, 2_999).amount());
        assertTrue(clawback(9_000_000, 2_999).exceeded().isMet());
    }

    private static Clawback clawback(long actual, long supported) {
        SupportApplication application = new SupportApplication(
                2021,
                APPLIED,
                List.of(1),
                IN_TIME,
                List.of(),
                List.of(new EarlierSupport("w", 2021, Won.of(supported), Won.of(actual), 2)));
        return known(application).clawbacks().getFirst();
    }

    private static Worker dailyInApril(String reportedOn) {
        return new Worker(
                "d",
                Employment.DAILY,
                LocalDate.of(2021, 4, 1),
                Optional.empty(),
                Optional.empty(),
                Won.ZERO,
                Won.ZERO,
                0,
                List.of(new Month(YearMonth.of(2021, 4), Won.of(1_000_000), Optional.of(LocalDate.parse(reportedOn)))));
    }

    private static SupportAssessment.WorkerResult result(Worker worker) {
        return assess(APPLIED, 9, IN_TIME, worker).workers().getFirst();
    }

    private static SupportAssessment assess(LocalDate on, int heads, ConfirmedPremium confirmed, Worker worker) {
        return known(new SupportApplication(
                2021, on, Collections.nCopies(12, heads), confirmed, List.of(worker), List.of()));
    }

    private static SupportAssessment known(SupportApplication application) {
        return assertInstanceOf(
                        SupportAssessment.Answer.Known.class,
                        SupportAssessment.of(application, LAW, BusinessCalendar.korea()::extended))
                .assessment();
    }

    private static List<String> missing(SupportAssessment assessment) {
        return codes(assessment.conditions());
    }

    private static List<String> missing(SupportAssessment.WorkerResult worker) {
        return codes(worker.conditions());
    }

    private static List<String> codes(List<Condition> conditions) {
        return conditions.stream()
                .filter(each -> !each.isMet())
                .map(Condition::code)
                .toList();
    }

    private static Draft worker() {
        return new Draft();
    }

    /** A worker who joined on 2021-03-01 and was reported in time, to be varied. */
    private static final class Draft {

        private Employment employment = Employment.REGULAR;
        private Optional<LocalDate> lastJoined = Optional.empty();
        private LocalDate joined = JOINED;
        private LocalDate reported = JOINED;
        private Optional<LocalDate> monthReported = Optional.empty();
        private long property;
        private long income;
        private int before;

        Draft joined(String day) {
            joined = LocalDate.parse(day);
            return this;
        }

        Draft lastJoined(String day) {
            lastJoined = Optional.of(LocalDate.parse(day));
            return this;
        }

        Draft daily(String last, String monthReportedOn) {
            employment = Employment.DAILY;
            monthReported = Optional.of(LocalDate.parse(monthReportedOn));
            return lastJoined(last);
        }

        Draft reported(String day) {
            reported = LocalDate.parse(day);
            return this;
        }

        Draft owns(long won, long earns) {
            property = won;
            income = earns;
            return this;
        }

        Draft supportedBefore(int months) {
            before = months;
            return this;
        }

        Worker of(long... remuneration) {
            return new Worker(
                    "w1",
                    employment,
                    joined,
                    lastJoined,
                    Optional.of(reported),
                    Won.of(property),
                    Won.of(income),
                    before,
                    IntStream.range(0, remuneration.length)
                            .mapToObj(i -> new Month(YearMonth.of(2021, 3 + i), Won.of(remuneration[i]), monthReported))
                            .toList());
        }
    }
}
