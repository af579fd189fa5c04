package kr.gosan.coverage.rule;

import static kr.gosan.coverage.rule.Given.ESTABLISHED;
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
import kr.gosan.coverage.rule.Extinction.Extinguished;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtinctionTest {

    @Test
    void theRelationEndsTheDayAfterTheBusiness() {
        assertEquals(day("2022-06-01"), accepted(decide("2022-05-31")).extinctOn());
    }

    /** The deadline of the first row would be a Monday, of the second June 6 (Memorial Day), of the third a Saturday. */
    @ParameterizedTest
    @CsvSource({"2022-05-29, 2022-06-13, 17", "2022-05-22, 2022-06-07, 23", "2022-06-03, 2022-06-20, 10"})
    void theReportIsDueFourteenDaysAfterTheDayOfExtinction(String endedOn, String deadline, int daysLate) {
        assertEquals(day(deadline), accepted(decide(endedOn)).timeliness().deadline());
        assertEquals(daysLate, accepted(decide(endedOn)).timeliness().daysLate());
    }

    @Test
    void aBusinessCanEndOnTheDayOfTheReportOrOnItsFirstDayButNotBeyond() {
        assertEquals(0, accepted(decide(TODAY.toString())).timeliness().daysLate());
        assertEquals(
                Set.of("endedOn in-the-future"),
                refusals(decide(TODAY.plusDays(1).toString())));
        assertEquals(
                ESTABLISHED.plusDays(1),
                accepted(decide(ESTABLISHED.toString())).extinctOn());
        assertEquals(
                Set.of("endedOn ended-before-establishment"),
                refusals(decide(ESTABLISHED.minusDays(1).toString())));
    }

    @Test
    void aWorkplaceEndsOnceAndAllReasonsAreToldTogether() {
        var decision = new Extinction(ESTABLISHED, Optional.of(day("2022-01-01")), TODAY.plusDays(9), false)
                .decide(TODAY, LAW);
        assertEquals(Set.of("endedOn already-extinct", "endedOn in-the-future"), refusals(decision));
    }

    @Test
    void whoeverIsStillInsuredIsAWarningAndNoReasonToRefuse() {
        assertEquals(Set.of(), accepted(decide("2022-05-31")).warnings());
        var decision = new Extinction(ESTABLISHED, Optional.empty(), day("2022-05-31"), true).decide(TODAY, LAW);
        assertEquals(Set.of(Warning.PERSONS_STILL_INSURED), accepted(decision).warnings());
    }

    @Test
    void aDayBeforeTheLawThatIsKnownIsNotJudged() {
        LocalDate longAgo = day("2010-01-04");
        assertInstanceOf(
                Decision.LawUnknown.class,
                new Extinction(longAgo, Optional.empty(), day("2017-12-30"), false).decide(TODAY, LAW));
    }

    private static Decision<Extinguished> decide(String endedOn) {
        return new Extinction(ESTABLISHED, Optional.empty(), day(endedOn), false).decide(TODAY, LAW);
    }
}
