package kr.gosan.coverage.rule;

import static kr.gosan.coverage.rule.Given.ESTABLISHED;
import static kr.gosan.coverage.rule.Given.TODAY;
import static kr.gosan.coverage.rule.Given.day;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kr.gosan.coverage.rule.Mandates.Period;
import org.junit.jupiter.api.Test;

class MandatesTest {

    @Test
    void aMandateBeginsBetweenTheEstablishmentAndToday() {
        assertEquals(List.of(), give(ESTABLISHED));
        assertEquals(List.of(), give(TODAY));
        assertEquals(
                List.of(Refusal.of("from", "mandate-before-establishment", ESTABLISHED)),
                give(ESTABLISHED.minusDays(1)));
        assertEquals(List.of(Refusal.of("from", "in-the-future", TODAY)), give(TODAY.plusDays(1)));
    }

    @Test
    void oneAgencyAtATime() {
        assertEquals(
                List.of(Refusal.of("agencyBusinessNumber", "mandate-in-force", day("2022-02-01"))),
                give(TODAY, period("2022-02-01", null)));
    }

    @Test
    void theNextMandateMayBeginOnTheFirstDayWithoutTheLast() {
        Period[] earlier = {period("2021-02-01", "2021-12-01"), period("2021-12-01", "2022-03-01")};
        assertEquals(List.of(), give(day("2022-03-01"), earlier));
        assertEquals(
                List.of(Refusal.of("from", "overlaps-earlier-mandate", day("2022-03-01"))),
                give(day("2022-02-28"), earlier));
        assertEquals(
                List.of(Refusal.of("from", "overlaps-earlier-mandate", day("2022-03-01"))), give(ESTABLISHED, earlier));
    }

    @Test
    void aMandateEndsBetweenItsFirstDayAndToday() {
        Period mandate = period("2022-02-01", null);
        assertEquals(List.of(), Mandates.end(mandate, day("2022-02-01"), TODAY));
        assertEquals(List.of(), Mandates.end(mandate, TODAY, TODAY));
        assertEquals(
                List.of(Refusal.of("on", "ends-before-mandate", day("2022-02-01"))),
                Mandates.end(mandate, day("2022-01-31"), TODAY));
        assertEquals(
                List.of(Refusal.of("on", "in-the-future", TODAY)), Mandates.end(mandate, TODAY.plusDays(1), TODAY));
    }

    @Test
    void aMandateEndsOnce() {
        assertEquals(
                List.of(Refusal.of("on", "mandate-already-ended", day("2022-03-01"))),
                Mandates.end(period("2022-02-01", "2022-03-01"), day("2022-03-01"), TODAY));
    }

    private static List<Refusal> give(LocalDate from, Period... earlier) {
        return new Mandates(List.of(earlier)).give(from, ESTABLISHED, TODAY);
    }

    private static Period period(String from, String endedOn) {
        return new Period(day(from), Optional.ofNullable(endedOn).map(Given::day));
    }
}
