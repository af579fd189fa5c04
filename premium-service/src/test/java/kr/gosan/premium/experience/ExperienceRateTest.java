package kr.gosan.premium.experience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LawParameter;
import kr.gosan.kernel.law.LawValue;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.workplace.WorkplaceKind;
import kr.gosan.platform.law.LawFiles;
import kr.gosan.premium.calculation.Golden;
import kr.gosan.premium.eligibility.Condition;
import kr.gosan.premium.experience.Survey.Accident;
import kr.gosan.premium.experience.Survey.Circumstance;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ExperienceRateTest {

    /** The shipped law, with the industry rates of every year: those are not what is tried here. */
    private static final LawBook LAW = withIndustryRates(LawFiles.read(ExperienceRateTest.class.getClassLoader()));

    private static final LocalDate LONG_AGO = LocalDate.of(2010, 1, 1);
    private static final Won LARGE = Won.of(6_000_000_000L);

    @TestFactory
    Stream<DynamicTest> theRateFollowsTheLossRatioAndTheDeaths() {
        return Golden.cases("experience-rates.yaml", node -> {
            ExperienceRate rate = rate(new Survey(
                    node.required("rate_year").intValue(),
                    WorkplaceKind.CONSTRUCTION_COLLECTIVE,
                    LONG_AGO,
                    Optional.of(LARGE),
                    Optional.empty(),
                    Golden.won(node, "premiums"),
                    List.of(new Accident(Circumstance.ORDINARY, true, Golden.won(node, "benefits"))),
                    node.path("deaths").intValue(),
                    node.path("published").booleanValue()));
            assertEquals(node.required("ratio").asText(), rate.lossRatio().toPlainString());
            assertEquals(node.required("change").asText(), rate.change().toPlainString());
            assertEquals(node.required("rate").asText(), rate.ratePerMille().toPlainString());
            assertTrue(rate.formula().endsWith("= " + node.required("rate").asText() + "‰"), rate.formula());
        });
    }

    @Test
    void theFormulaShowsHowManyDeathsCutTheReduction() {
        ExperienceRate rate = rate(survey(2023, LONG_AGO, LARGE, List.of(), 3));
        assertEquals("36‰ × (1 − 20% × (1 − 40%)) = 31.68‰", rate.formula());
        assertEquals("40", rate.fatalityCut().toPlainString());
    }

    @Test
    void aCollectiveUnderTheFatalityLimitKeepsItsReduction() {
        Won small = Won.of(5_999_999_999L);
        assertEquals(
                "28.8",
                rate(survey(2023, LONG_AGO, small, List.of(), 6)).ratePerMille().toPlainString());
    }

    @Test
    void anotherBusinessIsCutFrom500Workers() {
        assertEquals("0", headOffice(499).fatalityCut().toPlainString());
        assertEquals("40", headOffice(500).fatalityCut().toPlainString());
    }

    @Test
    void threeFullYearsAreNeededOnJune30OfTheYearBefore() {
        assertTrue(met("experience-three-years", survey(2023, LocalDate.of(2019, 6, 30), LARGE, List.of(), 0)));
        assertEquals(false, met("experience-three-years", survey(2023, LocalDate.of(2019, 7, 1), LARGE, List.of(), 0)));
    }

    @Test
    void aCollectiveNeedsSixBillionOfWorksAndAHeadOfficeThirtyWorkers() {
        assertTrue(met("experience-works", survey(2023, LONG_AGO, LARGE, List.of(), 0)));
        assertEquals(false, met("experience-works", survey(2023, LONG_AGO, Won.of(5_999_999_999L), List.of(), 0)));
        assertTrue(headOffice(30).conditions().stream().allMatch(Condition::isMet));
        assertEquals(
                List.of("experience-workers"),
                headOffice(29).conditions().stream()
                        .filter(each -> !each.isMet())
                        .map(Condition::code)
                        .toList());
    }

    @Test
    void singleWorksAndLoggingHaveNone() {
        for (WorkplaceKind kind : List.of(WorkplaceKind.CONSTRUCTION_SINGLE, WorkplaceKind.SELF_EMPLOYED_BEFORE_2012)) {
            Survey survey = new Survey(
                    2023, kind, LONG_AGO, Optional.of(LARGE), Optional.of(100), Won.of(1), List.of(), 0, false);
            assertEquals(false, met("experience-kind", survey), kind.name());
        }
    }

    @Test
    void aLossRatioBetweenTheBoundsGivesNoRateOfItsOwn() {
        List<Accident> eighty = List.of(new Accident(Circumstance.ORDINARY, true, Won.of(80)));
        assertEquals(false, met("experience-loss-ratio", survey(2023, LONG_AGO, LARGE, eighty, 0)));
        assertTrue(met("experience-loss-ratio", survey(2023, LONG_AGO, LARGE, List.of(), 0)));
    }

    @Test
    void anAccidentCountsForWhoBrokeTheSafetyAct() {
        assertEquals("10", ratio(2023, Circumstance.ORDINARY, true));
        assertEquals("0", ratio(2023, Circumstance.ORDINARY, false));
        for (Circumstance shifted : List.of(
                Circumstance.DISPATCHED,
                Circumstance.PROHIBITED_CONTRACTING,
                Circumstance.PROHIBITED_SUBLETTING,
                Circumstance.CONTRACTORS_BREACH)) {
            assertEquals("0", ratio(2023, shifted, true), shifted.name());
            assertEquals("10", ratio(2023, shifted, false), shifted.name());
        }
        assertEquals("5", ratio(2023, Circumstance.SHARED_BREACH, true));
        assertEquals("5", ratio(2023, Circumstance.SHARED_BREACH, false));
    }

    @Test
    void before2023AnAccidentAlwaysCountsForTheEmployer() {
        assertEquals("10", ratio(2022, Circumstance.SHARED_BREACH, true));
        assertEquals("0", ratio(2022, Circumstance.CONTRACTORS_BREACH, false));
    }

    @Test
    void theLawBefore2019IsRefusedByName() {
        ExperienceRate.Answer.Unknown unknown = assertInstanceOf(
                ExperienceRate.Answer.Unknown.class,
                ExperienceRate.of(survey(2018, LONG_AGO, LARGE, List.of(), 0), LAW));
        assertTrue(unknown.refusals().stream()
                .anyMatch(each -> each.parameterId().equals("experience.reduction.up-to-005")
                        && each.date().equals(LocalDate.of(2018, 1, 1))));
    }

    @Test
    void halfAWonOfASharedAccidentIsNotLost() {
        // 2 × 0.5 won against premiums of 1,000 won: 0.1 %
        List<Accident> accidents = List.of(
                new Accident(Circumstance.SHARED_BREACH, true, Won.of(1)),
                new Accident(Circumstance.SHARED_BREACH, false, Won.of(1)));
        Survey survey = new Survey(
                2023,
                WorkplaceKind.CONSTRUCTION_COLLECTIVE,
                LONG_AGO,
                Optional.of(LARGE),
                Optional.empty(),
                Won.of(1_000),
                accidents,
                0,
                false);
        assertEquals(new BigDecimal("0.1"), rate(survey).lossRatio());
        assertEquals(Won.of(1), rate(survey).trace().getFirst().result());
    }

    private static LawBook withIndustryRates(LawBook shipped) {
        Map<String, LawParameter> series = new TreeMap<>();
        shipped.all().forEach(each -> series.put(each.id(), each));
        Map.of("accident.industry-rate.construction", "36", "accident.industry-rate.construction-hq", "8")
                .forEach((id, figure) -> series.put(
                        id,
                        new LawParameter(
                                id,
                                LawValue.Unit.PER_MILLE,
                                "test",
                                LocalDate.of(2026, 12, 31),
                                List.of(new LawValue(
                                        LocalDate.of(2015, 1, 1),
                                        Optional.of(new BigDecimal(figure)),
                                        LawValue.Standing.UNVERIFIED,
                                        new LawValue.Source("test", "test"))))));
        return new LawBook(series.values());
    }

    private static String ratio(int year, Circumstance circumstance, boolean own) {
        List<Accident> one = List.of(new Accident(circumstance, own, Won.of(10)));
        return rate(survey(year, LONG_AGO, LARGE, one, 0)).lossRatio().toPlainString();
    }

    private static ExperienceRate headOffice(int workers) {
        return rate(new Survey(
                2024,
                WorkplaceKind.CONSTRUCTION_HQ,
                LONG_AGO,
                Optional.empty(),
                Optional.of(workers),
                Won.of(100),
                List.of(),
                3,
                false));
    }

    private static Survey survey(int year, LocalDate established, Won works, List<Accident> accidents, int deaths) {
        return new Survey(
                year,
                WorkplaceKind.CONSTRUCTION_COLLECTIVE,
                established,
                Optional.of(works),
                Optional.empty(),
                Won.of(100),
                accidents,
                deaths,
                false);
    }

    private static boolean met(String code, Survey survey) {
        return rate(survey).conditions().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow()
                .isMet();
    }

    private static ExperienceRate rate(Survey survey) {
        return assertInstanceOf(ExperienceRate.Answer.Known.class, ExperienceRate.of(survey, LAW))
                .rate();
    }
}
