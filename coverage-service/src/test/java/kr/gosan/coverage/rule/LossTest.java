package kr.gosan.coverage.rule;

import static kr.gosan.coverage.rule.Given.ELSEWHERE;
import static kr.gosan.coverage.rule.Given.HERE;
import static kr.gosan.coverage.rule.Given.LAW;
import static kr.gosan.coverage.rule.Given.TODAY;
import static kr.gosan.coverage.rule.Given.accepted;
import static kr.gosan.coverage.rule.Given.closed;
import static kr.gosan.coverage.rule.Given.day;
import static kr.gosan.coverage.rule.Given.history;
import static kr.gosan.coverage.rule.Given.nobody;
import static kr.gosan.coverage.rule.Given.open;
import static kr.gosan.coverage.rule.Given.refusals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LossTest {

    private static final InsuredHistory EMPLOYED = history(open(HERE, "2021-03-02"), open(ELSEWHERE, "2021-01-04"));

    @ParameterizedTest(name = "separated {0}: lost {1}, report by {2}")
    @CsvSource({
        "2021-03-02, 2021-03-03, 2021-04-15", // the only day
        "2021-12-31, 2022-01-01, 2022-01-17", // the month of the separation counts, not that of the loss
        "2022-02-28, 2022-03-01, 2022-03-15",
        "2022-06-30, 2022-07-01, 2022-07-15"
    })
    void separationEndsInsuredStatusTheDayAfter(String separationDate, String lossDate, String deadline) {
        Lost lost = accepted(EMPLOYED.lose(Leaving.separated(HERE, day(separationDate), TODAY), LAW));
        assertEquals(closed(HERE, "2021-03-02", lossDate), lost.period());
        assertEquals(day(deadline), lost.timeliness().deadline());
    }

    @Test
    void exclusionEndsInsuredStatusOnTheVeryDay() {
        Lost lost = accepted(EMPLOYED.lose(Leaving.excluded(HERE, day("2022-06-01"), TODAY), LAW));
        assertEquals(closed(HERE, "2021-03-02", "2022-06-01"), lost.period());
        assertEquals(day("2022-07-15"), lost.timeliness().deadline());
    }

    @Test
    void insuredStatusLastsAtLeastADay() {
        assertEquals(
                Set.of("separationDate loss-before-acquisition"),
                refusals(EMPLOYED.lose(Leaving.separated(HERE, day("2021-03-01"), TODAY), LAW)));
        assertEquals(
                Set.of("excludedFrom loss-before-acquisition"),
                refusals(EMPLOYED.lose(Leaving.excluded(HERE, day("2021-03-02"), TODAY), LAW)));
    }

    @Test
    void aDayToComeIsRefused() {
        assertEquals(
                Set.of("separationDate in-the-future"),
                refusals(EMPLOYED.lose(Leaving.separated(HERE, TODAY.plusDays(1), TODAY), LAW)));
    }

    @Test
    void whoWasNeverHereCannotLeave() {
        assertEquals(
                Set.of("personId not-insured-here", "separationDate in-the-future"),
                refusals(nobody().lose(Leaving.separated(HERE, TODAY.plusDays(1), TODAY), LAW)));
        assertEquals(
                Set.of("personId not-insured-here"),
                refusals(history(open(ELSEWHERE, "2021-01-04")).lose(Leaving.separated(HERE, TODAY, TODAY), LAW)));
    }

    @Test
    void whoLeftCannotLeaveAgain() {
        InsuredHistory left =
                history(closed(HERE, "2021-03-02", "2021-09-01"), closed(HERE, "2022-01-03", "2022-03-01"));
        assertEquals(
                Set.of("personId already-lost"),
                refusals(left.lose(Leaving.separated(HERE, day("2022-03-31"), TODAY), LAW)));
    }

    @Test
    void theOpenPeriodIsTheOneThatEnds() {
        InsuredHistory rehired = history(open(HERE, "2022-01-03"), closed(HERE, "2021-03-02", "2021-09-01"));
        assertEquals(
                closed(HERE, "2022-01-03", "2022-04-01"),
                accepted(rehired.lose(Leaving.separated(HERE, day("2022-03-31"), TODAY), LAW))
                        .period());
        assertEquals(
                Set.of("separationDate loss-before-acquisition"),
                refusals(rehired.lose(Leaving.separated(HERE, day("2021-08-31"), TODAY), LAW)));
    }

    @Test
    void aDayAfterTheLawThatIsKnownIsNotJudged() {
        assertInstanceOf(
                Decision.LawUnknown.class,
                EMPLOYED.lose(Leaving.separated(HERE, day("2027-01-01"), day("2027-01-01")), LAW));
    }
}
