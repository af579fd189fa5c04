package kr.gosan.premium.remuneration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LawParameter;
import kr.gosan.kernel.law.LawValue;
import kr.gosan.kernel.money.Won;
import kr.gosan.premium.remuneration.YearlyAccounts.OutsourcingBy;
import org.junit.jupiter.api.Test;

/** What the calculator refuses, and what it does as soon as a figure of the law is loaded. */
class RemunerationRulesTest {

    @Test
    void theTwoWaysOfCountingOutsourcingAreNeverMixed() {
        assertEquals(
                List.of("/subcontracts/1/remuneration actual-remuneration-of-some-only"),
                Accounts.codes(subcontracts(7_000, OutsourcingBy.ACTUAL_REMUNERATION, 4_000, 1_000L, 3_000, null)));
        assertEquals(
                List.of("/outsourcingBy actual-remuneration-known"),
                Accounts.codes(subcontracts(7_000, OutsourcingBy.LABOUR_RATIO, 4_000, 1_000L, 3_000, 500L)));
        assertEquals(
                List.of("/subcontracts subcontracts-differ-from-accounts"),
                Accounts.codes(subcontracts(7_001, null, 4_000, 1_000L, 3_000, 500L)));
        assertEquals(
                Won.of(1_500),
                Accounts.known(subcontracts(7_000, null, 4_000, 1_000L, 3_000, 500L))
                        .works());
        assertEquals(
                Won.of(2_100),
                Accounts.known(subcontracts(7_000, null, 4_000, 1_000L, 3_000, null))
                        .works());
    }

    @Test
    void actualRemunerationNeedsSubcontractsToBeKnownOf() {
        YearlyAccounts none = new YearlyAccounts(
                2021,
                List.of(Accounts.line(Account.OUTSOURCING, 7_000)),
                Optional.empty(),
                List.of(),
                Optional.of(OutsourcingBy.ACTUAL_REMUNERATION),
                List.of(),
                null);
        assertEquals(List.of("/subcontracts subcontracts-differ-from-accounts"), Accounts.codes(none));
    }

    private static YearlyAccounts subcontracts(
            long outsourced, OutsourcingBy by, long one, Long actual, long other, Long otherActual) {
        return new YearlyAccounts(
                2021,
                List.of(Accounts.line(Account.OUTSOURCING, outsourced)),
                Optional.empty(),
                List.of(
                        new YearlyAccounts.Subcontract(
                                Won.of(one), Optional.ofNullable(actual).map(Won::of)),
                        new YearlyAccounts.Subcontract(
                                Won.of(other), Optional.ofNullable(otherActual).map(Won::of))),
                Optional.ofNullable(by),
                List.of(),
                null);
    }

    @Test
    void actualRemunerationNeedsNoRatioSoItWorksInAYearWhoseRatioIsUnknown() {
        YearlyAccounts accounts = new YearlyAccounts(
                2017,
                List.of(Accounts.line(Account.OUTSOURCING, 7)),
                Optional.empty(),
                List.of(new YearlyAccounts.Subcontract(Won.of(7), Optional.of(Won.of(3)))),
                Optional.empty(),
                List.of(),
                null);
        assertEquals(Won.of(3), Accounts.known(accounts).collective().general());
        assertTrue(Accounts.codes(Accounts.of(2017, Accounts.line(Account.OUTSOURCING, 7))).stream()
                .allMatch("/insuranceYear law-unknown"::equals));
    }

    @Test
    void operatorsOverTheBreakOf2023AreDividedThereOnceTheStandardIsLoaded() {
        LawBook law = book(
                parameter(
                        RemunerationLaw.EQUIPMENT_STANDARD,
                        LawValue.Unit.WON_PER_MONTH,
                        value("2023-01-01", "3100000")),
                parameter(RemunerationLaw.EQUIPMENT_JOB_RATE, LawValue.Unit.PER_MILLE, value("2023-07-01", null)));
        EquipmentRemuneration result = assertInstanceOf(
                        EquipmentRemuneration.Answer.Known.class,
                        EquipmentRemuneration.of(
                                List.of(new EquipmentService(LocalDate.of(2023, 6, 30), LocalDate.of(2023, 7, 1), 1)),
                                law))
                .remuneration();
        List<EquipmentRemuneration.Period> periods = result.periods(2023, law);
        assertEquals(
                List.of(
                        new EquipmentRemuneration.Period(
                                LocalDate.of(2023, 1, 1), LocalDate.of(2023, 6, 30), Won.of(103_333)),
                        new EquipmentRemuneration.Period(
                                LocalDate.of(2023, 7, 1), LocalDate.of(2023, 12, 31), Won.of(100_000))),
                periods);
    }

    @Test
    void aStandardThatChangesWithinAMonthCountsEachDayByTheOneInForce() {
        LawBook law = book(parameter(
                RemunerationLaw.EQUIPMENT_STANDARD,
                LawValue.Unit.WON_PER_MONTH,
                value("2023-01-01", "3000000"),
                value("2023-04-16", "6000000")));
        EquipmentRemuneration result = assertInstanceOf(
                        EquipmentRemuneration.Answer.Known.class,
                        EquipmentRemuneration.of(
                                List.of(new EquipmentService(LocalDate.of(2023, 4, 15), LocalDate.of(2023, 4, 17), 1)),
                                law))
                .remuneration();
        assertEquals(
                List.of(Won.of(100_000), Won.of(400_000)),
                result.months().stream()
                        .map(EquipmentRemuneration.Share::remuneration)
                        .toList());
    }

    @Test
    void operatorsAfterTheLastKnownStandardAreRefusedByName() {
        EquipmentRemuneration.Answer.Unknown unknown = assertInstanceOf(
                EquipmentRemuneration.Answer.Unknown.class,
                EquipmentRemuneration.of(
                        List.of(new EquipmentService(LocalDate.of(2021, 12, 31), LocalDate.of(2022, 1, 1), 1)),
                        Accounts.LAW));
        assertEquals(
                List.of(RemunerationLaw.EQUIPMENT_STANDARD + " 2022-01-01"),
                unknown.refusals().stream()
                        .map(each -> each.parameterId() + " " + each.date())
                        .toList());
    }

    @Test
    void loggingCountsByVolumeOnceTheFigureIsLoaded() {
        LawBook law = book(
                parameter(RemunerationLaw.LOGGING_PER_CUBIC_METRE, LawValue.Unit.WON, value("2022-01-01", "25013")));
        LoggingRemuneration result = assertInstanceOf(
                        LoggingRemuneration.Answer.Known.class,
                        LoggingRemuneration.of(2022, new BigDecimal("1234.567"), law))
                .remuneration();
        // 1,234.567 × 25,013 = 30,880,224.371
        assertEquals(Won.of(30_880_224), result.remuneration());
        assertTrue(result.trace().getFirst().formula().contains("30,880,224.371 → 30,880,224"));
        assertInstanceOf(LoggingRemuneration.Answer.Unknown.class, LoggingRemuneration.of(2021, BigDecimal.TEN, law));
        assertInstanceOf(
                LoggingRemuneration.Answer.Unknown.class, LoggingRemuneration.of(2022, BigDecimal.TEN, Accounts.LAW));
    }

    @Test
    void theCapOfTheContractBindsAtTheVeryWonAboveIt() {
        // 27 % of 1,000,000 = 270,000 = 90 % of 300,000
        assertEquals(Won.of(270_000), planned(1_000_000, 300_000));
        assertEquals(Won.of(270_000), planned(1_000_100, 300_000));
        assertEquals(Won.of(269_973), planned(999_900, 300_000));
        assertEquals(Won.of(269_999), planned(1_000_000, 299_999));
    }

    private static Won planned(long cost, long contract) {
        return assertInstanceOf(
                        WorksRemuneration.Answer.Known.class,
                        WorksRemuneration.estimated(
                                2021, new WorksRemuneration.Planned(Won.of(cost), Won.of(contract)), 12, Accounts.LAW))
                .remuneration()
                .remuneration();
    }

    private static LawBook book(LawParameter... parameters) {
        return new LawBook(List.of(parameters));
    }

    private static LawParameter parameter(String id, LawValue.Unit unit, LawValue... values) {
        return new LawParameter(id, unit, "made up for a test", LocalDate.of(2023, 12, 31), List.of(values));
    }

    private static LawValue value(String from, String figure) {
        return new LawValue(
                LocalDate.parse(from),
                Optional.ofNullable(figure).map(BigDecimal::new),
                figure == null ? LawValue.Standing.UNKNOWN : LawValue.Standing.UNVERIFIED,
                new LawValue.Source("made up", "for a test"));
    }
}
