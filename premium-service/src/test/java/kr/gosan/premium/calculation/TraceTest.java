package kr.gosan.premium.calculation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import kr.gosan.kernel.law.AppliedParameter;
import kr.gosan.kernel.law.LawValue;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Rounding;
import kr.gosan.kernel.trace.TraceLine;
import org.junit.jupiter.api.Test;

class TraceTest {

    @Test
    void aLineNamesItsInputsItsParametersItsRoundingAndItsLaw() {
        TraceLine line = line(Returns.sample(), "ia.confirmed.general");
        assertEquals("120,000,000 × 37.63‰ = 4,515,600, where 37.63‰ = 36‰ + 1‰ + 0.6‰ + 0.03‰", line.formula());
        assertEquals("120000000", line.inputs().get("remuneration"));
        assertEquals(
                List.of(
                        "accident.industry-rate.construction 36 from 2021-01-01",
                        "accident.commute-rate 1.0 from 2021-01-01",
                        "accident.wage-claim-rate 0.6 from 2021-01-01",
                        "accident.asbestos-rate 0.03 from 2021-01-01"),
                line.parameters().stream()
                        .map(p -> p.id() + " " + p.figure().toPlainString() + " from " + p.appliesFrom())
                        .toList());
        assertTrue(line.parameters().stream().allMatch(p -> p.standing() == LawValue.Standing.OFFICIAL));
        assertEquals(Rounding.TRUNCATE_BELOW_TEN_WON, line.rounding());
        assertTrue(line.legalBasis().contains("보험료징수법"));
    }

    @Test
    void whatWasTruncatedIsShown() {
        ReturnContent content = Returns.content(
                Returns.bases(0, 0, 0, 122_212_275),
                Returns.PREVIOUS,
                Returns.bases(0, 0, 0, 122_212_275),
                PaymentMethod.LUMP_SUM);
        assertEquals(
                "122,212,275 × 2.5‰ = 305,530.6875 → 305,530",
                line(content, "ei.confirmed.stability").formula());
    }

    @Test
    void aLateReturnIsToldWhatItMissed() {
        List<TraceLine> trace = ReturnCalculation.of(Returns.sample(), Law2022.construction(), LocalDate.of(2022, 4, 1))
                .trace();
        assertEquals(
                "estimate 4,885,600 ≥ 100,000, filed 2022-04-01 after the due date 2022-03-31: none",
                find(trace, "ia.payment.e-filing-reduction").formula());
        assertEquals(
                "filed 2022-04-01 after the due date 2022-03-31: none",
                find(trace, "ia.payment.industrial-accident.lump-sum-discount").formula());
    }

    @Test
    void everyParameterInTheTraceIsOneOfTheReturnsLaw() {
        List<AppliedParameter> law = Law2022.construction().parameters();
        for (PaymentMethod method : PaymentMethod.values()) {
            ReturnContent content = Returns.content(Returns.BASES, Returns.PREVIOUS, Returns.BASES, method);
            for (TraceLine line : trace(content)) {
                assertTrue(law.containsAll(line.parameters()), line.step());
            }
        }
    }

    /** The whole story as an accountant reads it; the file is the regression. */
    @Test
    void theTraceOfTheSourceDocumentsReturnReadsFromBaseToSlip() throws IOException {
        String told = trace(Returns.sample()).stream()
                        .map(line -> line.step() + ": " + line.formula() + " [" + line.legalBasis() + "]")
                        .collect(Collectors.joining("\n"))
                + "\n";
        try (InputStream in = TraceTest.class.getResourceAsStream("/golden/trace-collective.txt")) {
            assertEquals(new String(in.readAllBytes(), StandardCharsets.UTF_8), told);
        }
    }

    @Test
    void instalmentsAndOffsetsAreToldPeriodByPeriod() {
        ReturnContent content = Returns.content(
                Returns.BASES,
                java.util.Map.of(
                        kr.gosan.kernel.money.Fund.INDUSTRIAL_ACCIDENT, Returns.previous(7_000_000, 7_000_000),
                        kr.gosan.kernel.money.Fund.UNEMPLOYMENT, Returns.previous(1_920_000, 1_920_000),
                        kr.gosan.kernel.money.Fund.STABILITY, Returns.previous(300_000, 300_000)),
                Returns.BASES,
                PaymentMethod.INSTALLMENT);
        List<TraceLine> trace = trace(content);
        assertEquals(
                "4,885,600 × 1/4 → 1,221,400",
                find(trace, "ia.payment.industrial-accident.instalment.2").formula());
        assertEquals(
                "4,885,600 − 3,664,200 of the later periods = 1,221,400",
                find(trace, "ia.payment.industrial-accident.instalment.1").formula());
        assertEquals(
                "of 1,216,400 due, excess pays 1,216,400",
                find(trace, "ia.payment.offset.1").formula());
        assertEquals(
                "of 1,221,400 due, excess pays 898,000",
                find(trace, "ia.payment.offset.2").formula());
        assertEquals(
                "2,114,400 − 2,114,400 = 0", find(trace, "ia.payment.refund").formula());
        assertTrue(trace.stream().noneMatch(line -> line.step().startsWith("ei.payment.offset")));
        assertEquals(
                ReturnCalculation.of(content, Law2022.construction(), Law2022.IN_TIME)
                        .plan(Insurance.IA)
                        .payable(),
                find(trace, "ia.payment.payable.2")
                        .result()
                        .plus(find(trace, "ia.payment.payable.3").result())
                        .plus(find(trace, "ia.payment.payable.4").result()));
    }

    private static List<TraceLine> trace(ReturnContent content) {
        return ReturnCalculation.of(content, Law2022.construction(), Law2022.IN_TIME)
                .trace();
    }

    private static TraceLine line(ReturnContent content, String step) {
        return find(trace(content), step);
    }

    private static TraceLine find(List<TraceLine> trace, String step) {
        return trace.stream()
                .filter(line -> line.step().equals(step))
                .findFirst()
                .orElseThrow(() -> new AssertionError(step));
    }
}
