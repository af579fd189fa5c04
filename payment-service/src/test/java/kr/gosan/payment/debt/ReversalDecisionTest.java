package kr.gosan.payment.debt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.debt.ReversalDecision.Fault;
import kr.gosan.payment.debt.ReversalDecision.Original;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReversalDecisionTest {

    private static final Reversal REVERSAL =
            new Reversal("R-1", "T-1", Optional.of(Won.of(35_000)), Instant.parse("2022-04-01T00:30:00Z"));
    private static final LocalDate PAID_ON = LocalDate.of(2022, 3, 31);
    private static final LocalDate TODAY = LocalDate.of(2022, 4, 1);

    @ParameterizedTest
    @EnumSource(NoticeOutcome.class)
    void everyOutcomeOfThePaymentHasOneOfItsReversal(NoticeOutcome of) {
        NoticeOutcome expected = switch (of.effect()) {
            case SETTLES -> NoticeOutcome.REVERSED;
            case SUSPENDS -> NoticeOutcome.SUSPENSE_REVERSED;
            default ->
                of == NoticeOutcome.REVERSED_BEFORE ? NoticeOutcome.ALREADY_REVERSED : NoticeOutcome.REVERSAL_REFUSED;
        };
        assertEquals(expected, decided(original(of, false, false)).outcome());
    }

    @ParameterizedTest
    @CsvSource({"ACCEPTED", "WRONG_AMOUNT"})
    void moneyGoesBackOnceAndOnlyWhileItIsThere(NoticeOutcome of) {
        assertEquals(
                NoticeOutcome.ALREADY_REVERSED,
                decided(original(of, true, false)).outcome());
        assertEquals(
                Optional.of(Fault.MONEY_SPENT),
                decided(original(of, false, true)).fault());
        assertEquals(
                NoticeOutcome.ALREADY_REVERSED,
                decided(original(of, true, true)).outcome());
    }

    @Test
    void theAmountIsThePaymentsWhereItIsTold() {
        Original other = new Original(NoticeOutcome.ACCEPTED, Won.of(35_010), PAID_ON, false, false);
        assertEquals(Optional.of(Fault.AMOUNT_DIFFERS), decided(other).fault());
        Reversal silent = new Reversal("R-1", "T-1", Optional.empty(), REVERSAL.reversedAt());
        assertEquals(
                NoticeOutcome.REVERSED,
                ReversalDecision.of(silent, Optional.empty(), TODAY, false, Optional.of(other))
                        .outcome());
    }

    @Test
    void nothingGoesBackBeforeItCame() {
        Original later = new Original(NoticeOutcome.ACCEPTED, Won.of(35_000), TODAY.plusDays(1), false, false);
        assertEquals(Optional.of(Fault.BEFORE_PAYMENT), decided(later).fault());
        Original sameDay = new Original(NoticeOutcome.ACCEPTED, Won.of(35_000), TODAY, false, false);
        assertEquals(NoticeOutcome.REVERSED, decided(sameDay).outcome());
    }

    @Test
    void aReversalOfAnUnknownPaymentIsKeptOnce() {
        assertEquals(
                NoticeOutcome.REVERSAL_AHEAD,
                ReversalDecision.of(REVERSAL, Optional.empty(), TODAY, false, Optional.empty())
                        .outcome());
        assertEquals(
                NoticeOutcome.ALREADY_REVERSED,
                ReversalDecision.of(REVERSAL, Optional.empty(), TODAY, true, Optional.empty())
                        .outcome());
    }

    @Test
    void aReversalOfTomorrowIsRefused() {
        assertEquals(
                NoticeOutcome.DATED_AHEAD,
                ReversalDecision.of(REVERSAL, Optional.empty(), TODAY.minusDays(1), false, Optional.empty())
                        .outcome());
    }

    @Test
    void theSameReversalAgainIsADuplicateAndAnythingElseConflicts() {
        assertEquals(
                NoticeOutcome.DUPLICATE,
                ReversalDecision.of(REVERSAL, Optional.of(REVERSAL), TODAY, false, Optional.empty())
                        .outcome());
        Reversal other = new Reversal("R-1", "T-2", REVERSAL.amount(), REVERSAL.reversedAt());
        assertEquals(
                NoticeOutcome.CONFLICTING_DUPLICATE,
                ReversalDecision.of(REVERSAL, Optional.of(other), TODAY, false, Optional.empty())
                        .outcome());
    }

    private static Original original(NoticeOutcome outcome, boolean reversed, boolean spent) {
        return new Original(outcome, Won.of(35_000), PAID_ON, reversed, spent);
    }

    private static ReversalDecision decided(Original original) {
        return ReversalDecision.of(REVERSAL, Optional.empty(), TODAY, false, Optional.of(original));
    }
}
