package kr.gosan.payment.debt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.debt.NoticeOutcome.Found;
import kr.gosan.payment.testing.Filings;
import org.junit.jupiter.api.Test;

class NoticeOutcomeTest {

    private static final Instant NOON = Instant.parse("2022-03-31T03:00:00Z");
    private static final Notice EXACT =
            new Notice("T-1", EPaymentNumber.ofSerial(1), Won.of(35_000), NOON, Channel.GIRO);

    private final Optional<Slip> open = Optional.of(slip(SlipState.ISSUED));
    private final Optional<Slip> paid = Optional.of(slip(SlipState.PAID));

    @Test
    void theExactAmountForAnOpenSlipIsAccepted() {
        assertEquals(NoticeOutcome.ACCEPTED, NoticeOutcome.of(EXACT, Optional.empty(), open));
    }

    @Test
    void oneWonMoreOrLessIsTheWrongAmount() {
        for (long amount : List.of(34_999L, 35_001L)) {
            Notice notice = new Notice("T-1", EXACT.ePaymentNo(), Won.of(amount), NOON, Channel.GIRO);
            assertEquals(NoticeOutcome.WRONG_AMOUNT, NoticeOutcome.of(notice, Optional.empty(), open));
        }
    }

    @Test
    void aPaidSlipTakesNoMoneyWhateverTheAmount() {
        assertEquals(NoticeOutcome.ALREADY_PAID, NoticeOutcome.of(EXACT, Optional.empty(), paid));
        Notice other = new Notice("T-1", EXACT.ePaymentNo(), Won.of(1), NOON, Channel.CREDIT_CARD);
        assertEquals(NoticeOutcome.ALREADY_PAID, NoticeOutcome.of(other, Optional.empty(), paid));
    }

    @Test
    void aNumberThatNoSlipHasIsUnknown() {
        assertEquals(NoticeOutcome.UNKNOWN_NUMBER, NoticeOutcome.of(EXACT, Optional.empty(), Optional.empty()));
    }

    @Test
    void theSameNoticeAgainIsADuplicateAndAnythingElseConflicts() {
        assertEquals(NoticeOutcome.DUPLICATE, NoticeOutcome.of(EXACT, Optional.of(EXACT), Optional.empty()));
        List<Notice> others = List.of(
                new Notice("T-1", EPaymentNumber.ofSerial(2), EXACT.amount(), NOON, Channel.GIRO),
                new Notice("T-1", EXACT.ePaymentNo(), Won.of(35_010), NOON, Channel.GIRO),
                new Notice("T-1", EXACT.ePaymentNo(), EXACT.amount(), NOON.plusSeconds(1), Channel.GIRO),
                new Notice("T-1", EXACT.ePaymentNo(), EXACT.amount(), NOON, Channel.CREDIT_CARD));
        for (Notice other : others) {
            assertEquals(
                    NoticeOutcome.CONFLICTING_DUPLICATE, NoticeOutcome.of(other, Optional.of(EXACT), Optional.empty()));
        }
    }

    @Test
    void everyStateTakesOrRefusesMoneyUntilItsLastDayAndAfterIt() {
        LocalDate last = Filings.MARCH_31;
        LocalDate after = last.plusDays(1);
        assertEquals(Optional.empty(), NoticeOutcome.standing(slip(SlipState.ISSUED), last));
        assertEquals(Optional.of(NoticeOutcome.AFTER_LAST_DAY), NoticeOutcome.standing(slip(SlipState.ISSUED), after));
        assertEquals(Optional.empty(), NoticeOutcome.standing(slip(SlipState.CLOSED), last));
        assertEquals(Optional.of(NoticeOutcome.SLIP_CLOSED), NoticeOutcome.standing(slip(SlipState.CLOSED), after));
        for (LocalDate day : List.of(last, after)) {
            assertEquals(Optional.of(NoticeOutcome.ALREADY_PAID), NoticeOutcome.standing(slip(SlipState.PAID), day));
            assertEquals(
                    Optional.of(NoticeOutcome.SLIP_CANCELLED), NoticeOutcome.standing(slip(SlipState.CANCELLED), day));
        }
    }

    @Test
    void onTheDayOfIssueASlipTakesMoneyAndNoneBeforeIt() {
        LocalDate issued = Filings.FILED_ON;
        LocalDate before = issued.minusDays(1);
        for (SlipState state : List.of(SlipState.ISSUED, SlipState.CLOSED)) {
            assertEquals(Optional.empty(), NoticeOutcome.standing(slip(state), issued));
            assertEquals(Optional.of(NoticeOutcome.BEFORE_ISSUE), NoticeOutcome.standing(slip(state), before));
            assertEquals(Optional.empty(), NoticeOutcome.standing(slip(state), before, before));
        }
        assertEquals(Optional.of(NoticeOutcome.ALREADY_PAID), NoticeOutcome.standing(slip(SlipState.PAID), before));
        assertEquals(
                Optional.of(NoticeOutcome.SLIP_CANCELLED), NoticeOutcome.standing(slip(SlipState.CANCELLED), before));
    }

    @Test
    void whatMakesAMessageWorthlessCountsBeforeWhatMakesItsMoneyWrong() {
        LocalDate day = EXACT.paidOn();
        assertEquals(
                NoticeOutcome.DATED_AHEAD,
                NoticeOutcome.of(EXACT, new Found(Optional.empty(), day.minusDays(1), true, paid, true)));
        assertEquals(
                NoticeOutcome.REVERSED_BEFORE,
                NoticeOutcome.of(EXACT, new Found(Optional.empty(), day, true, Optional.empty(), false)));
        assertEquals(
                NoticeOutcome.CHANNEL_REFUSED,
                NoticeOutcome.of(EXACT, new Found(Optional.empty(), day, false, open, true)));
        assertEquals(
                NoticeOutcome.ALREADY_PAID,
                NoticeOutcome.of(EXACT, new Found(Optional.empty(), day, false, paid, true)));
    }

    @Test
    void theDayOfPaymentIsTheOneInSeoul() {
        Notice late = new Notice(
                "T-1", EXACT.ePaymentNo(), EXACT.amount(), Instant.parse("2022-03-31T15:00:00Z"), Channel.GIRO);
        assertEquals(Filings.MARCH_31, EXACT.paidOn());
        assertEquals(Filings.MARCH_31.plusDays(1), late.paidOn());
    }

    private static Slip slip(SlipState state) {
        PaymentPeriod figures = Filings.period(1, 0, Filings.row(Fund.INDUSTRIAL_ACCIDENT, 10_000, 25_000, 0));
        Debt debt = Debt.ofPeriod(WorkplaceNumber.of("123-45-67891-6"), 2021, UUID.randomUUID(), Insurance.IA, 1);
        return new Slip(
                UUID.randomUUID(),
                EPaymentNumber.ofSerial(1),
                debt,
                figures,
                Filings.FILED_ON,
                figures.statutoryDueDate(),
                figures.statutoryDueDate(),
                state,
                Optional.empty());
    }
}
