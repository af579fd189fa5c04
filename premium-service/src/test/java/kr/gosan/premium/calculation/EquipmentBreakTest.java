package kr.gosan.premium.calculation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LawParameter;
import kr.gosan.kernel.law.LawValue;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.trace.TraceLine;
import kr.gosan.kernel.workplace.WorkplaceKind;
import kr.gosan.premium.law.PremiumLaw;
import kr.gosan.premium.law.ReturnRow;
import kr.gosan.premium.law.Workplace;
import org.junit.jupiter.api.Test;

/** 2023-07-01: from the industry rate of the workplace to the rate of the job, here as if it were known to be 20 per mille. */
class EquipmentBreakTest {

    private static final PremiumLaw LAW = new PremiumLaw(withJobRate());
    private static final LocalDate IN_TIME = LocalDate.of(2024, 3, 10);

    @Test
    void theConfirmedReturnOf2023HasTwoEquipmentLines() {
        Assessment assessment = assess(LAW, Map.of());
        assertEquals(List.of(), assessment.violations());
        assertEquals(
                List.of("2023-01-01/2023-06-30 10,000,000 37‰ 370,000", "2023-07-01/2023-12-31 10,000,000 21‰ 210,000"),
                equipment(assessment));
        assertEquals(
                Won.of(580_000),
                assessment
                        .result()
                        .orElseThrow()
                        .calculation()
                        .confirmed()
                        .orElseThrow()
                        .of(Insurance.IA));
    }

    @Test
    void theFilerMayStateTheTwoParts() {
        Assessment assessment = assess(
                LAW,
                Map.of(
                        ReturnRow.EQUIPMENT,
                        List.of(
                                Returns.part("2023-01-01", "2023-06-30", 3_000_000),
                                Returns.part("2023-07-01", "2023-12-31", 17_000_000))));
        assertEquals(List.of(), assessment.violations());
        assertEquals(
                List.of("2023-01-01/2023-06-30 3,000,000 37‰ 111,000", "2023-07-01/2023-12-31 17,000,000 21‰ 357,000"),
                equipment(assessment));
    }

    @Test
    void partsThatAreNotTheRatePeriodsAreNamedAtTheirField() {
        Assessment assessment = assess(
                LAW,
                Map.of(
                        ReturnRow.EQUIPMENT,
                        List.of(
                                Returns.part("2023-01-01", "2023-07-01", 3_000_000),
                                Returns.part("2023-07-02", "2023-12-31", 17_000_000))));
        assertEquals(
                List.of("/confirmed/industrialAccident/equipmentPeriods not-the-rate-periods"),
                Returns.codes(assessment));
    }

    @Test
    void theTraceNamesTheJobRateOnlyFromJulyOn() {
        List<TraceLine> trace =
                assess(LAW, Map.of()).result().orElseThrow().calculation().trace();
        assertEquals(
                List.of("accident.industry-rate.construction", "accident.commute-rate"),
                parameters(trace, "ia.confirmed.equipment.1"));
        assertEquals(
                List.of("accident.job-rate.construction-equipment", "accident.commute-rate"),
                parameters(trace, "ia.confirmed.equipment.2"));
        assertTrue(trace.stream().anyMatch(line -> line.step().equals("ia.confirmed.equipment.split")));
    }

    @Test
    void asShippedTheJobRateIsRefusedByNameAndOnlyWhereThereIsEquipment() {
        assertEquals(
                List.of("accident.job-rate.construction-equipment"),
                assess(Law2022.LAW, Map.of()).violations().stream()
                        .filter(violation -> violation.code().equals("law-unknown"))
                        .map(violation -> violation.args().getFirst())
                        .distinct()
                        .toList());
    }

    private static Assessment assess(PremiumLaw law, Map<ReturnRow, List<Remuneration.Part>> parts) {
        Remuneration bases =
                new Remuneration(Won.ZERO, Won.of(20_000_000), Won.ZERO, Won.of(20_000_000), Won.of(20_000_000), parts);
        ReturnContent content = new ReturnContent(
                2023,
                Optional.of(bases),
                Map.of(Fund.INDUSTRIAL_ACCIDENT, Returns.previous(0, 0)),
                Optional.of(Returns.bases(0, 20_000_000, 20_000_000, 20_000_000)),
                Optional.empty(),
                Map.of(Insurance.IA, PaymentMethod.LUMP_SUM, Insurance.EI, PaymentMethod.LUMP_SUM),
                Optional.empty());
        Workplace workplace = Law2022.workplace(WorkplaceKind.CONSTRUCTION_COLLECTIVE, Law2022.LONG_AGO);
        return Assessment.of(content, workplace, IN_TIME, law);
    }

    private static List<String> equipment(Assessment assessment) {
        return assessment.result().orElseThrow().calculation().confirmed().orElseThrow().lines().stream()
                .filter(line -> line.row() == ReturnRow.EQUIPMENT)
                .map(line -> line.period().from() + "/" + line.period().to() + " " + line.base() + " "
                        + line.period().rate().total() + " " + line.amount())
                .toList();
    }

    private static List<String> parameters(List<TraceLine> trace, String step) {
        return trace.stream()
                .filter(line -> line.step().equals(step))
                .flatMap(line -> line.parameters().stream())
                .map(parameter -> parameter.id())
                .toList();
    }

    private static LawBook withJobRate() {
        List<LawParameter> book = new ArrayList<>(Law2022.LAW.book().all());
        book.replaceAll(series -> series.id().equals("accident.job-rate.construction-equipment")
                ? new LawParameter(
                        series.id(),
                        series.unit(),
                        series.basis(),
                        series.verifiedThrough(),
                        List.of(new LawValue(
                                LocalDate.of(2023, 7, 1),
                                Optional.of(new BigDecimal("20")),
                                LawValue.Standing.UNVERIFIED,
                                new LawValue.Source("a test", "no real figure"))))
                : series);
        return new LawBook(book);
    }
}
