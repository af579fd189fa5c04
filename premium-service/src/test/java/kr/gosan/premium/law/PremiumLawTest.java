package kr.gosan.premium.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.gosan.kernel.law.LawBook;
import kr.gosan.kernel.law.LawParameter;
import kr.gosan.kernel.law.LawValue;
import kr.gosan.kernel.law.LookUp;
import kr.gosan.kernel.money.Rate;
import kr.gosan.kernel.workplace.EmployeeScale;
import kr.gosan.kernel.workplace.EmployerKind;
import kr.gosan.kernel.workplace.WorkplaceKind;
import kr.gosan.platform.law.LawFiles;
import kr.gosan.premium.calculation.Law2022;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PremiumLawTest {

    private final LawBook book = LawFiles.read(PremiumLawTest.class.getClassLoader());

    @ParameterizedTest
    @CsvSource({"CONSTRUCTION_COLLECTIVE, 37.63, 37", "CONSTRUCTION_HQ, 10.63, 10"})
    void theAccidentRateIsAddedUpFromItsParts(WorkplaceKind kind, String general, String equipment) {
        ReturnLaw law = Law2022.of(kind, Law2022.LONG_AGO);
        for (YearRates year :
                List.of(law.confirmed().orElseThrow(), law.estimated().orElseThrow())) {
            assertEquals(
                    Rate.perMille(general), only(year.of(ReturnRow.GENERAL)).total());
            assertEquals(
                    Rate.perMille(equipment), only(year.of(ReturnRow.EQUIPMENT)).total());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "UNDER_150, 2.5",
        "PRIORITY_150_OR_MORE, 4.5",
        "FROM_150_UNDER_1000, 6.5",
        "FROM_1000_OR_GOVERNMENT, 8.5"
    })
    void theStabilityRateFollowsTheSizeOfTheEmployer(EmployeeScale scale, String rate) {
        Workplace workplace =
                Workplace.of(WorkplaceKind.CONSTRUCTION_HQ, scale, EmployerKind.CORPORATION, Law2022.LONG_AGO);
        ReturnLaw law = known(Law2022.LAW.forReturn(2021, workplace));
        assertEquals(
                Rate.perMille(rate),
                only(law.estimated().orElseThrow().of(ReturnRow.STABILITY)).total());
    }

    @ParameterizedTest
    @CsvSource({"LOGGING, , 59.6", "LOGGING, 19.99, 59.6", "LOGGING, 20, 59.63", "CONSTRUCTION_COLLECTIVE, 19.99, 37.63"
    })
    void outsideConstructionTheAsbestosLevyIsOwedFromTwentyWorkersOn(
            WorkplaceKind kind, BigDecimal workers, String rate) {
        Workplace workplace = new Workplace(
                kind,
                EmployeeScale.UNDER_150,
                EmployerKind.CORPORATION,
                Law2022.LONG_AGO,
                Optional.empty(),
                Optional.empty(),
                false,
                Map.of(),
                Optional.empty(),
                workers == null ? Map.of() : Map.of(2021, new Workplace.Size(EmployeeScale.UNDER_150, workers)));
        assertEquals(
                Rate.perMille(rate),
                only(known(Law2022.LAW.forReturn(2021, workplace))
                                .confirmed()
                                .orElseThrow()
                                .of(ReturnRow.GENERAL))
                        .total());
    }

    @ParameterizedTest
    @CsvSource({
        "2017-12-31, BEFORE_FIRST_VALUE",
        "2018-01-01, 13",
        "2019-09-30, 13",
        "2019-10-01, 16",
        "2019-10-02, 16",
        "2022-06-30, 16",
        "2022-07-01, 18",
        "2022-07-02, 18",
        "2026-12-31, 18",
        "2027-01-01, AFTER_VERIFIED_THROUGH"
    })
    void theUnemploymentRateOnEachDayAroundItsChanges(LocalDate day, String expected) {
        String found = switch (book.on("employment.unemployment.rate", day)) {
            case LookUp.Found known -> known.parameter().figure().toPlainString();
            case LookUp.Refused refused -> refused.reason().name();
        };
        assertEquals(expected, found);
    }

    @Test
    void aYearIsSplitWhereTheUnemploymentRateChanges() {
        ReturnLaw law = Law2022.construction();
        assertEquals(1, law.confirmed().orElseThrow().of(ReturnRow.UNEMPLOYMENT).size());
        List<RatePeriod> periods = law.estimated().orElseThrow().of(ReturnRow.UNEMPLOYMENT);
        assertEquals(
                List.of("2022-01-01/2022-06-30 16‰", "2022-07-01/2022-12-31 18‰"),
                periods.stream()
                        .map(p -> p.from() + "/" + p.to() + " " + p.rate().total())
                        .toList());
    }

    @Test
    void aYearTheLawIsNotKnownForIsRefusedWithEveryMissingParameter() {
        PremiumLaw.Answer.Unknown unknown = assertInstanceOf(
                PremiumLaw.Answer.Unknown.class,
                Law2022.LAW.forReturn(
                        2026,
                        Law2022.workplace(WorkplaceKind.CONSTRUCTION_COLLECTIVE, Law2022.LONG_AGO),
                        new RowsNeeded(Set.of(), Set.of(ReturnRow.GENERAL, ReturnRow.UNEMPLOYMENT))));
        Set<String> missing =
                unknown.refusals().stream().map(LookUp.Refused::parameterId).collect(Collectors.toSet());
        assertTrue(missing.containsAll(Set.of("accident.commute-rate", "employment.unemployment.rate")));
        for (ReturnTerm term : ReturnTerm.values()) {
            assertTrue(missing.contains(term.parameterId()), term.name());
        }
        assertEquals(missing.size(), unknown.refusals().size(), "each is named once");
        assertTrue(unknown.refusals().stream()
                .allMatch(refusal -> refusal.reason() == LookUp.Reason.AFTER_VERIFIED_THROUGH
                        && refusal.date().equals(LocalDate.of(2027, 1, 1))));
    }

    @Test
    void aYearKnownOnItsFirstDayButNotToItsLastIsRefused() {
        List<LawParameter> shortened = new ArrayList<>(book.all());
        shortened.replaceAll(parameter -> parameter.id().equals("accident.commute-rate")
                ? new LawParameter(
                        parameter.id(),
                        parameter.unit(),
                        parameter.basis(),
                        LocalDate.of(2022, 12, 30),
                        parameter.values().stream()
                                .filter(value -> value.appliesFrom().getYear() <= 2022)
                                .toList())
                : parameter);
        PremiumLaw.Answer.Unknown unknown = assertInstanceOf(
                PremiumLaw.Answer.Unknown.class,
                new PremiumLaw(new LawBook(shortened))
                        .forReturn(2021, Law2022.workplace(WorkplaceKind.CONSTRUCTION_HQ, Law2022.LONG_AGO)));
        assertEquals(
                List.of(new LookUp.Refused(
                        "accident.commute-rate", LocalDate.of(2022, 12, 31), LookUp.Reason.AFTER_VERIFIED_THROUGH)),
                unknown.refusals());
    }

    @Test
    void aDueDateBeyondTheHolidayTableIsRefusedNotGuessed() {
        LocalDate far = LocalDate.of(2040, 12, 31);
        List<LawParameter> prolonged = book.all().stream()
                .map(p -> new LawParameter(p.id(), p.unit(), p.basis(), far, p.values()))
                .toList();
        PremiumLaw.Answer.Unknown unknown = assertInstanceOf(
                PremiumLaw.Answer.Unknown.class,
                new PremiumLaw(new LawBook(prolonged))
                        .forReturn(
                                2034,
                                Law2022.workplace(WorkplaceKind.CONSTRUCTION_HQ, Law2022.LONG_AGO),
                                new RowsNeeded(Set.of(ReturnRow.STABILITY), Set.of(ReturnRow.STABILITY))));
        assertEquals("business-calendar", unknown.refusals().getFirst().parameterId());
    }

    @Test
    void aRateThatChangesInTheMiddleOfAMonthStartsANewPeriodOnThatDay() {
        List<LawParameter> changed = new ArrayList<>(book.all());
        changed.replaceAll(p -> {
            if (!p.id().equals("accident.asbestos-rate")) {
                return p;
            }
            List<LawValue> values = new ArrayList<>(p.values());
            values.removeIf(value -> value.appliesFrom().getYear() > 2022);
            values.add(new LawValue(
                    LocalDate.of(2021, 5, 15),
                    Optional.of(new BigDecimal("0.06")),
                    LawValue.Standing.UNVERIFIED,
                    new LawValue.Source("a test", "here")));
            return new LawParameter(p.id(), p.unit(), p.basis(), p.verifiedThrough(), values);
        });
        ReturnLaw law = known(new PremiumLaw(new LawBook(changed))
                .forReturn(2021, Law2022.workplace(WorkplaceKind.CONSTRUCTION_COLLECTIVE, Law2022.LONG_AGO)));
        List<RatePeriod> general = law.confirmed().orElseThrow().of(ReturnRow.GENERAL);
        assertEquals(LocalDate.of(2021, 5, 14), general.getFirst().to());
        assertEquals(LocalDate.of(2021, 5, 15), general.getLast().from());
        assertEquals(Rate.perMille("37.66"), general.getLast().rate().total());
        assertEquals(1, law.confirmed().get().of(ReturnRow.EQUIPMENT).size(), "equipment pays no asbestos levy");
    }

    @Test
    void aWorkplaceOfTheEstimateYearHasNothingToConfirm() {
        ReturnLaw law = Law2022.of(WorkplaceKind.CONSTRUCTION_COLLECTIVE, LocalDate.of(2022, 2, 10));
        assertEquals(Optional.empty(), law.confirmed());
        assertEquals(LocalDate.of(2022, 2, 10), law.estimated().orElseThrow().from());
        assertThrows(
                IllegalArgumentException.class,
                () -> Law2022.LAW.forReturn(
                        2021, Law2022.workplace(WorkplaceKind.CONSTRUCTION_HQ, LocalDate.of(2027, 1, 1))));
    }

    @Test
    void aWorkplaceOfTheConfirmedYearConfirmsFromItsFirstDay() {
        ReturnLaw law = Law2022.of(WorkplaceKind.CONSTRUCTION_COLLECTIVE, LocalDate.of(2021, 10, 5));
        assertEquals(LocalDate.of(2021, 10, 5), law.confirmed().orElseThrow().from());
        assertEquals(LocalDate.of(2022, 1, 1), law.estimated().orElseThrow().from());
    }

    @Test
    void everyParameterOfTheBookIsAskedForByName() throws IOException {
        StringBuilder code = new StringBuilder();
        // The kernel asks for some of the series that services share.
        for (String sources : List.of("src/main/java", "../kernel/src/main/java")) {
            try (Stream<Path> files = Files.walk(Path.of(sources))) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    code.append(Files.readString(file));
                }
            }
        }
        List<String> unused = book.all().stream()
                .map(LawParameter::id)
                .filter(id -> code.indexOf('"' + id + '"') < 0)
                // The steps of a table are asked for by what their names begin with.
                .filter(id -> code.indexOf('"' + id.substring(0, id.lastIndexOf('-') + 1) + '"') < 0)
                .toList();
        assertEquals(List.of(), unused);
    }

    private static ComposedRate only(List<RatePeriod> periods) {
        assertEquals(1, periods.size());
        return periods.getFirst().rate();
    }

    private static ReturnLaw known(PremiumLaw.Answer answer) {
        return assertInstanceOf(PremiumLaw.Answer.Known.class, answer).law();
    }
}
