package kr.gosan.coverage.rule;

import static kr.gosan.coverage.rule.Given.ELSEWHERE;
import static kr.gosan.coverage.rule.Given.ESTABLISHED;
import static kr.gosan.coverage.rule.Given.HERE;
import static kr.gosan.coverage.rule.Given.LAW;
import static kr.gosan.coverage.rule.Given.TODAY;
import static kr.gosan.coverage.rule.Given.accepted;
import static kr.gosan.coverage.rule.Given.closed;
import static kr.gosan.coverage.rule.Given.day;
import static kr.gosan.coverage.rule.Given.hired;
import static kr.gosan.coverage.rule.Given.history;
import static kr.gosan.coverage.rule.Given.nobody;
import static kr.gosan.coverage.rule.Given.open;
import static kr.gosan.coverage.rule.Given.partTime;
import static kr.gosan.coverage.rule.Given.refusals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcquisitionTest {

    @Test
    void aFirstHireOpensAPeriod() {
        Acquired acquired = accepted(nobody().acquire(hired("2022-06-02"), LAW));
        assertEquals(open(HERE, "2022-06-02"), acquired.period());
        assertEquals(day("2022-07-15"), acquired.timeliness().deadline());
        assertEquals(Set.of(), acquired.warnings());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "2021-01-03, acquiredOn before-establishment",
                "2021-01-04, -",
                "2022-06-30, -",
                "2022-07-01, acquiredOn in-the-future"
            })
    void itLiesBetweenEstablishmentAndToday(String acquiredOn, String refusal) {
        assertEquals(told(refusal), reasons(nobody().acquire(hired(acquiredOn), LAW)));
    }

    @ParameterizedTest(name = "born {0}: {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "2007-06-02, -", // fifteen on the very day
                "2007-06-03, acquiredOn under-age",
                "2022-06-02, acquiredOn under-age",
                "2099-12-31, acquiredOn under-age"
            })
    void nobodyIsHiredBeforeTheFifteenthBirthday(String bornOn, String refusal) {
        assertEquals(told(refusal), reasons(nobody().acquire(hired("2022-06-02", bornOn), LAW)));
    }

    @Test
    void anOpenPeriodHereLeavesNoRoom() {
        InsuredHistory employed = history(open(HERE, "2022-03-02"));
        for (String acquiredOn : new String[] {"2021-05-01", "2022-03-01", "2022-03-02", "2022-06-01"}) {
            assertEquals(
                    Set.of("residentNumber already-insured-here"), refusals(employed.acquire(hired(acquiredOn), LAW)));
        }
    }

    @ParameterizedTest(name = "again from {0}: {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "2021-12-31, acquiredOn overlaps-earlier-period",
                "2022-01-03, acquiredOn overlaps-earlier-period",
                "2022-03-31, acquiredOn overlaps-earlier-period",
                "2022-04-01, -", // the loss date is the first free day
                "2022-04-02, -"
            })
    void aClosedPeriodHereMustBeOverByThen(String acquiredOn, String refusal) {
        InsuredHistory before = history(closed(HERE, "2022-01-03", "2022-04-01"));
        assertEquals(told(refusal), reasons(before.acquire(hired(acquiredOn), LAW)));
    }

    @Test
    void whoeverIsInsuredElsewhereAtThatTimeIsTakenWithAWarning() {
        assertEquals(Set.of(Warning.INSURED_ELSEWHERE), warnings(history(open(ELSEWHERE, "2022-03-02"))));
        assertEquals(Set.of(Warning.INSURED_ELSEWHERE), warnings(history(open(ELSEWHERE, "2022-06-10"))));
        assertEquals(
                Set.of(Warning.INSURED_ELSEWHERE), warnings(history(closed(ELSEWHERE, "2022-03-02", "2022-06-03"))));
        assertEquals(Set.of(), warnings(history(closed(ELSEWHERE, "2022-03-02", "2022-06-02"))));
    }

    @Test
    void aForeignersResidenceStatusIsNotChecked() {
        Hiring korean = hired("2022-06-02");
        Hiring foreigner = new Hiring(
                HERE, ESTABLISHED, korean.birthDate(), true, korean.acquiredOn(), 40, Optional.empty(), TODAY);
        assertEquals(
                Set.of(Warning.RESIDENCE_STATUS_NOT_CHECKED),
                accepted(nobody().acquire(foreigner, LAW)).warnings());
    }

    @ParameterizedTest(name = "{0} hours until {1}: {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "15, 2022-06-10, -",
                "14, 2022-06-10, weeklyHours short-hours-not-insured",
                "14, 2022-08-31, weeklyHours short-hours-not-insured",
                "14, 2022-09-01, -", // from June 2 to September 1 are three months
                "14, -, -", // no end in sight
                "40, 2022-06-02, -",
                "40, 2022-06-01, contractEndsOn contract-ends-before-it-begins",
                "14, 2022-06-01, contractEndsOn contract-ends-before-it-begins"
            })
    void shortHoursAreInsuredOnlyInLongEmployment(int weeklyHours, String contractEndsOn, String refusal) {
        Hiring hiring = partTime("2022-06-02", weeklyHours, contractEndsOn);
        assertEquals(told(refusal), reasons(nobody().acquire(hiring, LAW)));
    }

    @Test
    void allReasonsAreToldAtOnce() {
        InsuredHistory employed = history(open(HERE, "2022-03-02"));
        Hiring hopeless = new Hiring(
                HERE,
                day("2023-01-01"),
                day("2010-01-01"),
                false,
                day("2022-07-01"),
                10,
                Optional.of(day("2022-07-31")),
                TODAY);
        assertEquals(
                Set.of(
                        "acquiredOn in-the-future",
                        "acquiredOn before-establishment",
                        "acquiredOn under-age",
                        "weeklyHours short-hours-not-insured",
                        "residentNumber already-insured-here"),
                refusals(employed.acquire(hopeless, LAW)));
    }

    @Test
    void aDayBeforeTheLawThatIsKnownIsNotJudged() {
        assertInstanceOf(Decision.LawUnknown.class, nobody().acquire(hired("2019-01-14"), LAW));
    }

    private static Set<Warning> warnings(InsuredHistory history) {
        return accepted(history.acquire(hired("2022-06-02"), LAW)).warnings();
    }

    private static Set<String> told(String refusal) {
        return refusal == null ? Set.of() : Set.of(refusal);
    }

    private static Set<String> reasons(Decision<Acquired> decision) {
        return decision instanceof Decision.Accepted<Acquired> ? Set.of() : refusals(decision);
    }
}
