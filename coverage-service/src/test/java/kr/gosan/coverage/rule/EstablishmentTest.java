package kr.gosan.coverage.rule;

import static kr.gosan.coverage.rule.Given.LAW;
import static kr.gosan.coverage.rule.Given.TODAY;
import static kr.gosan.coverage.rule.Given.accepted;
import static kr.gosan.coverage.rule.Given.day;
import static kr.gosan.coverage.rule.Given.refusals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.LocalDate;
import java.util.Set;
import kr.gosan.kernel.number.BusinessNumber;
import kr.gosan.kernel.number.WorkplaceNumber;
import org.junit.jupiter.api.Test;

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

    private static Decision<kr.gosan.coverage.law.Timeliness> decide(String number, LocalDate establishedOn) {
        return new Establishment(WorkplaceNumber.of(number), BUSINESS, establishedOn).decide(TODAY, LAW);
    }
}
