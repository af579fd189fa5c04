package kr.gosan.coverage.rule;

import static kr.gosan.coverage.rule.Given.LAW;
import static kr.gosan.coverage.rule.Given.TODAY;
import static kr.gosan.coverage.rule.Given.accepted;
import static kr.gosan.coverage.rule.Given.day;
import static kr.gosan.coverage.rule.Given.refusals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import kr.gosan.coverage.law.Timeliness;
import kr.gosan.kernel.number.BusinessNumber;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.kernel.workplace.EmployerKind;
import kr.gosan.kernel.workplace.WorkplaceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EstablishmentTest {

    private static final BusinessNumber BUSINESS = BusinessNumber.of("123-45-67891");

    @Test
    void aReportOnTheDayOfEstablishmentIsInTime() {
        assertEquals(0, accepted(decide("123-45-67891-6", TODAY)).daysLate());
    }

    @Test
    void aLateReportIsAcceptedAndMarked() {
        // due on January 18, 2021
        assertEquals(
                day("2021-01-18"),
                accepted(decide("123-45-67891-6", day("2021-01-04"))).deadline());
        assertEquals(528, accepted(decide("123-45-67891-6", day("2021-01-04"))).daysLate());
    }

    @Test
    void aDayToComeIsRefused() {
        assertEquals(Set.of("establishedOn in-the-future"), refusals(decide("123-45-67891-6", TODAY.plusDays(1))));
    }

    @Test
    void theNumberMustBeTheBusinesssOwn() {
        assertEquals(Set.of("managementNo number-of-another-business"), refusals(decide("220-81-12341-6", TODAY)));
    }

    @Test
    void allReasonsAreToldAtOnce() {
        assertEquals(
                Set.of("managementNo number-of-another-business", "establishedOn in-the-future"),
                refusals(decide("220-81-12341-6", TODAY.plusYears(10))));
    }

    @Test
    void aDayBeforeTheLawThatIsKnownIsNotJudged() {
        assertInstanceOf(Decision.LawUnknown.class, decide("123-45-67891-6", day("2017-12-31")));
    }

    private static Decision<Timeliness> decide(String number, LocalDate establishedOn) {
        return establishment(number, WorkplaceKind.CONSTRUCTION_COLLECTIVE, establishedOn, null)
                .decide(TODAY, LAW);
    }

    @Test
    void aSingleWorkEndsAfterItBegan() {
        LocalDate began = day("2022-03-02");
        assertEquals(
                day("2022-03-16"),
                accepted(singleWork(began, began.plusDays(1))).deadline());
        for (LocalDate end : new LocalDate[] {began, began.minusDays(1)}) {
            assertEquals(Set.of("worksEndOn works-end-not-after-establishment"), refusals(singleWork(began, end)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2006-01-01", "2011-06-01", "2012-01-20", "2012-01-21"})
    void theSelfEmployedOfTheOldStandingAreTakenWithoutADeadline(String approvedOn) {
        Timeliness timeliness = accepted(selfEmployed(EmployerKind.SOLE_PROPRIETOR, approvedOn));
        assertEquals(new Timeliness(TODAY, null, 0), timeliness);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2012-01-22", "2018-01-01"})
    void whoeverWasApprovedLaterIsNotOne(String approvedOn) {
        var refused = (Decision.Refused<?>) selfEmployed(EmployerKind.SOLE_PROPRIETOR, approvedOn);
        assertEquals(
                Refusal.of("establishedOn", "self-employed-approved-too-late", day("2012-01-22")),
                refused.reasons().getFirst());
    }

    @Test
    void aSelfEmployedPersonIsNoCorporation() {
        assertEquals(
                Set.of("employerKind self-employed-is-a-person"),
                refusals(selfEmployed(EmployerKind.CORPORATION, "2010-01-04")));
    }

    @Test
    void beforeTheSelfEmployedCouldBeInsuredNothingIsKnown() {
        assertInstanceOf(Decision.LawUnknown.class, selfEmployed(EmployerKind.SOLE_PROPRIETOR, "2005-12-31"));
    }

    private static Decision<Timeliness> selfEmployed(EmployerKind kind, String approvedOn) {
        return new Establishment(
                        WorkplaceNumber.of("123-45-67891-6"),
                        BUSINESS,
                        WorkplaceKind.SELF_EMPLOYED_BEFORE_2012,
                        kind,
                        day(approvedOn),
                        Optional.empty())
                .decide(TODAY, LAW);
    }

    private static Decision<Timeliness> singleWork(LocalDate establishedOn, LocalDate worksEndOn) {
        return establishment("123-45-67891-6", WorkplaceKind.CONSTRUCTION_SINGLE, establishedOn, worksEndOn)
                .decide(TODAY, LAW);
    }

    private static Establishment establishment(
            String number, WorkplaceKind kind, LocalDate establishedOn, LocalDate worksEndOn) {
        return new Establishment(
                WorkplaceNumber.of(number),
                BUSINESS,
                kind,
                EmployerKind.CORPORATION,
                establishedOn,
                Optional.ofNullable(worksEndOn));
    }
}
