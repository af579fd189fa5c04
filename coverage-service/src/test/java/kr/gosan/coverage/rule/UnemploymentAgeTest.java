package kr.gosan.coverage.rule;

import static kr.gosan.coverage.rule.Given.ELSEWHERE;
import static kr.gosan.coverage.rule.Given.HERE;
import static kr.gosan.coverage.rule.Given.LAW;
import static kr.gosan.coverage.rule.Given.accepted;
import static kr.gosan.coverage.rule.Given.closed;
import static kr.gosan.coverage.rule.Given.hired;
import static kr.gosan.coverage.rule.Given.history;
import static kr.gosan.coverage.rule.Given.nobody;
import static kr.gosan.coverage.rule.Given.open;
import static org.junit.jupiter.api.Assertions.assertEquals;

import kr.gosan.kernel.number.WorkplaceNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 고용보험법 §10③: hired at 65 or later, outside the unemployment chapters; insured before and without a break since, inside. */
class UnemploymentAgeTest {

    /** 65 on March 2, 2022. */
    private static final String BORN = "1957-03-02";

    private static final WorkplaceNumber THIRD = WorkplaceNumber.of("12345678910");

    @ParameterizedTest(name = "hired {0}: {1}")
    @CsvSource({"2022-03-01, true", "2022-03-02, false", "2022-03-03, false"})
    void theDayBeforeTheBirthdayIsTheLastToBeInsured(String acquiredOn, boolean insured) {
        assertEquals(insured, insured(nobody(), acquiredOn));
    }

    @Test
    void hiredAgainOnTheLossDateIsContinuous() {
        assertEquals(true, insured(history(closed(HERE, "2021-05-03", "2022-05-01")), "2022-05-01"));
    }

    @Test
    void aSingleDayBetweenBreaksIt() {
        assertEquals(false, insured(history(closed(HERE, "2021-05-03", "2022-05-01")), "2022-05-02"));
    }

    @Test
    void anotherEmployerKeepsIt() {
        assertEquals(true, insured(history(closed(ELSEWHERE, "2021-05-03", "2022-05-01")), "2022-05-01"));
        assertEquals(true, insured(history(open(ELSEWHERE, "2021-05-03")), "2022-05-01"));
    }

    @Test
    void aChainOfEmploymentsKeepsIt() {
        InsuredHistory chain = history(
                closed(THIRD, "2022-04-01", "2022-05-01"),
                closed(ELSEWHERE, "2021-02-01", "2022-03-15"),
                closed(HERE, "2022-03-15", "2022-04-01"));
        assertEquals(true, insured(chain, "2022-05-01"));
    }

    @Test
    void aChainThatBeganTooLateDoesNot() {
        InsuredHistory late = history(
                closed(THIRD, "2021-02-01", "2022-03-01"), // lost before the birthday, then a break
                closed(HERE, "2022-03-02", "2022-04-01"));
        assertEquals(false, insured(late, "2022-04-01"));
    }

    @Test
    void aPeriodThatBeginsLaterDoesNotCount() {
        assertEquals(false, insured(history(open(ELSEWHERE, "2022-05-20")), "2022-05-01"));
    }

    private static boolean insured(InsuredHistory history, String acquiredOn) {
        return accepted(history.acquire(hired(acquiredOn, BORN), LAW)).unemploymentInsured();
    }
}
