package kr.gosan.payment.reconciliation.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.debt.Channel;
import kr.gosan.payment.reconciliation.rules.Difference.Kind;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Instant NOON = Instant.parse("2022-03-30T03:00:00.123456Z");
    private static final Movement PAID = paid("T-1", 35_000, 0, NOON);

    @Test
    void whatBothTellAlikeDoesNotDiffer() {
        assertEquals(List.of(), kinds(List.of(PAID), List.of(paid("T-1", 35_000, 0, NOON.plusMillis(400)))));
        assertEquals(List.of(), kinds(List.of(), List.of()));
    }

    @Test
    void eachSideMayLackWhatTheOtherHas() {
        assertEquals(List.of(Kind.MISSING_HERE), kinds(List.of(PAID), List.of()));
        assertEquals(List.of(Kind.MISSING_THERE), kinds(List.of(), List.of(PAID)));
        assertEquals(List.of(Kind.REVERSED_THERE), kinds(List.of(back("R-1", "T-1")), List.of()));
        assertEquals(List.of(Kind.REVERSED_HERE), kinds(List.of(), List.of(back("R-1", "T-1"))));
    }

    @Test
    void everythingThatDiffersIsNamed() {
        Movement other = new Movement(
                "T-1", false, "2", null, null, Won.of(35_010), Won.of(1), NOON.plusSeconds(1), Channel.CHECK_CARD);
        assertEquals(
                List.of(Kind.AMOUNT, Kind.NUMBER, Kind.TIME, Kind.FEE, Kind.CHANNEL),
                kinds(List.of(other), List.of(PAID)));
    }

    @Test
    void aFeeThatNobodyToldDiffersFromNothing() {
        Movement silent = new Movement("T-1", false, "1", null, null, Won.of(35_000), null, NOON, Channel.CREDIT_CARD);
        Movement told =
                new Movement("T-1", false, "1", null, null, Won.of(35_000), Won.of(280), NOON, Channel.CREDIT_CARD);
        assertEquals(List.of(), kinds(List.of(told), List.of(silent)));
    }

    @Test
    void aVirtualAccountAndItsSlipAreTheSameNumber() {
        Movement account = new Movement("T-1", false, null, "27912345678901", null, Won.of(10), null, NOON, null);
        Movement both = new Movement("T-1", false, "1", "27912345678901", null, Won.of(10), Won.ZERO, NOON, null);
        assertEquals(List.of(), kinds(List.of(both), List.of(account)));
        assertEquals(List.of(Kind.NUMBER), kinds(List.of(paid("T-1", 10, 0, NOON)), List.of(account)));
    }

    @Test
    void aLineNobodyCanReadIsNamedAndNotMissedBesides() {
        Comparison comparison = new Comparison();
        comparison.here(PAID);
        comparison.unreadableThere("T-1");
        comparison.unreadableThere("line 2");
        assertEquals(
                List.of(
                        new Difference(Kind.UNREADABLE_LINE, "T-1", null, PAID),
                        new Difference(Kind.UNREADABLE_LINE, "line 2", null, null)),
                comparison.end().differences());
    }

    @Test
    void aLineTwiceIsNamedOnce() {
        assertEquals(List.of(Kind.DUPLICATE_LINE), kinds(List.of(PAID, PAID), List.of(PAID)));
        assertEquals(List.of(Kind.MISSING_HERE, Kind.DUPLICATE_LINE), kinds(List.of(PAID, PAID), List.of()));
    }

    @Test
    void aReversalOfAnotherPaymentDiffers() {
        assertEquals(List.of(Kind.NUMBER), kinds(List.of(back("R-1", "T-1")), List.of(back("R-1", "T-2"))));
    }

    @Test
    void aPaymentAndAReversalUnderOneNumberAreNotTheSame() {
        assertEquals(List.of(Kind.REVERSED_THERE), kinds(List.of(back("T-1", "T-0")), List.of(PAID)));
    }

    private static Movement paid(String id, long amount, long fee, Instant at) {
        return new Movement(id, false, "1", null, null, Won.of(amount), Won.of(fee), at, Channel.GIRO);
    }

    private static Movement back(String id, String reverses) {
        return new Movement(id, true, null, null, reverses, Won.of(35_000), Won.ZERO, NOON, null);
    }

    private static List<Kind> kinds(List<Movement> theirs, List<Movement> ours) {
        return Comparison.of(theirs, ours).stream().map(Difference::kind).toList();
    }
}
