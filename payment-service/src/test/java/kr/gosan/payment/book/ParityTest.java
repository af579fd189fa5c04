package kr.gosan.payment.book;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.book.Parity.Check;
import kr.gosan.payment.book.Parity.DebtBooks;
import kr.gosan.payment.book.Parity.Difference;
import kr.gosan.payment.book.Parity.Filed;
import kr.gosan.payment.book.Parity.InsuranceBooks;
import kr.gosan.payment.book.Parity.LedgerBooks;
import kr.gosan.payment.book.Parity.Money;
import kr.gosan.payment.book.Parity.Received;
import kr.gosan.payment.book.Parity.SlipBooks;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.PaymentPeriod;
import kr.gosan.payment.debt.SlipState;
import kr.gosan.payment.testing.Filings;
import org.junit.jupiter.api.Test;

/** Every disagreement is found and named; an agreement is none. */
class ParityTest {

    private static final Debt DEBT =
            Debt.ofPeriod(WorkplaceNumber.of("123-45-67891-6"), 2021, UUID.randomUUID(), Insurance.IA, 0);
    private static final PaymentPeriod FILED =
            Filings.period(0, 5_000, Filings.row(Fund.INDUSTRIAL_ACCIDENT, 10_000, 100_000, 3_000));
    /** ① and ②, whole. */
    private static final Won PREMIUM = Won.of(110_000);

    private static final Optional<Received> IN_TIME =
            Optional.of(new Received(Won.of(102_000), Won.ZERO, Filings.MARCH_31));
    private static final Optional<Received> LATE =
            Optional.of(new Received(Won.of(102_000), Won.ZERO, Filings.MARCH_31.plusDays(1)));

    @Test
    void openAndPaidAndLatePaidDebtsAgree() {
        assertEquals(List.of(), checks(books(FILED, slip(SlipState.ISSUED, FILED), Optional.empty(), 105_000)));
        assertEquals(List.of(), checks(books(FILED, slip(SlipState.PAID, FILED), IN_TIME, 0)));
        assertEquals(List.of(), checks(books(FILED, slip(SlipState.PAID, FILED), LATE, 3_000)));
    }

    @Test
    void aMissingSlipAndAForeignAmountAreFound() {
        assertEquals(
                List.of(Check.SLIP_OF_RETURN, Check.RECEIVABLE_OF_SLIP),
                checks(books(FILED, Optional.empty(), Optional.empty(), 105_000)));
        PaymentPeriod other = Filings.period(0, 0, Filings.row(Fund.INDUSTRIAL_ACCIDENT, 10_000, 100_000, 3_000));
        assertEquals(
                List.of(Check.SLIP_OF_RETURN, Check.RECEIVABLE_OF_SLIP),
                checks(books(FILED, slip(SlipState.ISSUED, other), Optional.empty(), 105_000)));
    }

    @Test
    void aSlipThatIsPaidWithoutMoneyAndMoneyWithoutAPaidSlipAreFound() {
        assertEquals(
                List.of(Check.PAYMENT_OF_SLIP), checks(books(FILED, slip(SlipState.PAID, FILED), Optional.empty(), 0)));
        assertEquals(
                List.of(Check.PAYMENT_OF_SLIP, Check.RECEIVABLE_OF_SLIP),
                checks(books(FILED, slip(SlipState.ISSUED, FILED), IN_TIME, 0)));
    }

    @Test
    void aLedgerThatForgotOrKeptADebtIsFound() {
        assertEquals(
                List.of(Check.RECEIVABLE_OF_SLIP),
                checks(books(FILED, slip(SlipState.ISSUED, FILED), Optional.empty(), 102_000)));
        assertEquals(List.of(Check.RECEIVABLE_OF_SLIP), checks(books(FILED, slip(SlipState.PAID, FILED), LATE, 0)));
    }

    @Test
    void twoSlipsThatCountAreFound() {
        SlipBooks open = slip(SlipState.ISSUED, FILED).orElseThrow();
        SlipBooks cancelled = slip(SlipState.CANCELLED, FILED).orElseThrow();
        assertEquals(List.of(), checks(books(List.of(cancelled, open), Optional.empty(), ledger(105_000))));
        assertEquals(
                List.of(Check.ONE_SLIP_OF_DEBT), checks(books(List.of(open, open), Optional.empty(), ledger(105_000))));
    }

    @Test
    void aReductionCountsBesideTheMoney() {
        Optional<Received> reduced = Optional.of(new Received(Won.of(101_750), Won.of(250), Filings.MARCH_31));
        assertEquals(List.of(), checks(books(FILED, slip(SlipState.PAID, FILED), reduced, 0)));
    }

    @Test
    void aPremiumThatTheLedgerBookedDifferentlyIsFound() {
        assertEquals(
                List.of(Check.PREMIUM_OF_RETURN),
                checks(books(
                        List.of(slip(SlipState.ISSUED, FILED).orElseThrow()),
                        Optional.empty(),
                        new LedgerBooks(balances(105_000), Won.of(109_990), Won.ZERO))));
    }

    @Test
    void handedOverAndClosedDebtsAgree() {
        LedgerBooks moved = new LedgerBooks(
                Map.of(
                        FundAccount.of(Account.RECEIVABLE, Fund.INDUSTRIAL_ACCIDENT),
                        Won.ZERO,
                        FundAccount.of(Account.ARREARS, Fund.INDUSTRIAL_ACCIDENT),
                        Won.of(105_000)),
                PREMIUM,
                Won.of(105_000));
        assertEquals(
                List.of(),
                checks(books(List.of(slip(SlipState.CLOSED, FILED).orElseThrow()), Optional.empty(), moved)));
        assertEquals(
                List.of(Check.RECEIVABLE_OF_SLIP),
                checks(books(List.of(slip(SlipState.CLOSED, FILED).orElseThrow()), Optional.empty(), ledger(105_000))));
        LedgerBooks discountMoved = new LedgerBooks(balances(0), PREMIUM, Won.of(3_000));
        assertEquals(List.of(), checks(books(List.of(slip(SlipState.PAID, FILED).orElseThrow()), LATE, discountMoved)));
    }

    @Test
    void whatWasCollectedOfALatePaymentThatWasTakenBackIsNotOwedAgain() {
        SlipBooks open = slip(SlipState.ISSUED, FILED).orElseThrow();
        assertEquals(
                List.of(),
                checks(books(
                        List.of(open), Optional.empty(), new LedgerBooks(balances(102_000), PREMIUM, Won.of(3_000)))));
        assertEquals(
                List.of(Check.RECEIVABLE_OF_SLIP),
                checks(books(
                        List.of(open), Optional.empty(), new LedgerBooks(balances(105_000), PREMIUM, Won.of(3_000)))));
    }

    @Test
    void aDiscountThatStayedOwedMayHaveBeenCorrectedOrOffsetButNotForgottenOrExceeded() {
        List<SlipBooks> paid = slip(SlipState.PAID, FILED).stream().toList();
        for (long left : List.of(0, 1_000, 3_000)) {
            assertEquals(
                    List.of(), checks(books(paid, LATE, new LedgerBooks(balances(left), PREMIUM, Won.ZERO, true))));
        }
        assertEquals(
                List.of(Check.RECEIVABLE_OF_SLIP),
                checks(books(paid, LATE, new LedgerBooks(balances(3_010), PREMIUM, Won.ZERO, true))));
        assertEquals(
                List.of(Check.RECEIVABLE_OF_SLIP),
                checks(books(paid, LATE, new LedgerBooks(balances(1_000), PREMIUM, Won.ZERO, false))));
    }

    @Test
    void aPeriodThatWasTooSmallToCollectMayGetASlipOnceACorrectionAddsToIt() {
        Map<FundAccount, Won> dropped = Map.of(
                FundAccount.of(Account.SMALL_AMOUNT, Fund.INDUSTRIAL_ACCIDENT),
                Won.of(105_000),
                FundAccount.of(Account.RECEIVABLE, Fund.INDUSTRIAL_ACCIDENT),
                Won.of(50_000));
        SlipBooks added = new SlipBooks(SlipState.ISSUED, Won.of(50_000), Won.ZERO, Won.ZERO, FILED.statutoryDueDate());
        assertEquals(
                List.of(),
                checks(books(List.of(added), Optional.empty(), new LedgerBooks(dropped, PREMIUM, Won.ZERO, true))));
    }

    @Test
    void aChargeIsOwedUntilItsSlipIsPaid() {
        Map<FundAccount, Won> owed =
                Map.of(FundAccount.of(Account.SURCHARGE_DUE, Fund.INDUSTRIAL_ACCIDENT), Won.of(10));
        Debt correction =
                Debt.ofCorrection(DEBT.managementNo(), 2021, UUID.randomUUID(), DEBT.returnId(), Insurance.IA);
        SlipBooks slip = new SlipBooks(SlipState.ISSUED, Won.of(10), Won.ZERO, Won.of(10), Filings.MARCH_31);
        DebtBooks open = new DebtBooks(
                correction,
                Optional.empty(),
                List.of(slip),
                Optional.empty(),
                new LedgerBooks(owed, Won.ZERO, Won.ZERO));
        assertEquals(List.of(), checks(open));
        DebtBooks forgotten = new DebtBooks(
                correction, Optional.empty(), List.of(), Optional.empty(), new LedgerBooks(owed, Won.ZERO, Won.ZERO));
        assertEquals(List.of(Check.CHARGE_OF_SLIP), checks(forgotten));
    }

    @Test
    void anAccountOfTheInsurerThatOwesIsFound() {
        assertEquals(
                List.of(Check.RECEIVABLE_OF_SLIP, Check.OWED_THE_WRONG_WAY),
                checks(books(FILED, slip(SlipState.PAID, FILED), IN_TIME, -10)));
    }

    @Test
    void sumsOfAnInsuranceAreCompared() {
        Won ten = Won.of(10);
        Money same = new Money(Posting.Kind.PAYMENT_RECEIVED, ten, ten);
        Money other = new Money(Posting.Kind.PAYMENT_REVERSED, ten.negate(), Won.ZERO);
        assertEquals(
                List.of(),
                checks(new InsuranceBooks(Insurance.EI, List.of(same), ten, ten, ten, ten, ten, ten, Won.ZERO)));
        assertEquals(
                List.of(
                        Check.CASH_OF_MESSAGES,
                        Check.SUSPENSE_OF_NOTICES,
                        Check.REFUND_OF_RETURNS,
                        Check.REDUCTION_OF_PAYMENTS,
                        Check.EXCESS_LEFT),
                checks(new InsuranceBooks(
                        Insurance.EI,
                        List.of(same, other),
                        ten,
                        Won.ZERO,
                        ten,
                        Won.ZERO,
                        ten,
                        Won.ZERO,
                        ten.negate())));
    }

    @Test
    void theDifferenceTellsWhatWasExpectedAndWhatIsThere() {
        Difference difference = Parity.differences(
                        List.of(books(FILED, slip(SlipState.ISSUED, FILED), Optional.empty(), 7)), List.of())
                .getFirst();
        assertEquals(
                new Difference(
                        Check.RECEIVABLE_OF_SLIP,
                        Insurance.IA,
                        Optional.of(DEBT),
                        Optional.empty(),
                        Won.of(105_000),
                        Won.of(7)),
                difference);
        Difference money = Parity.differences(
                        List.of(),
                        List.of(new InsuranceBooks(
                                Insurance.EI,
                                List.of(new Money(Posting.Kind.REFUND_PAID, Won.of(1), Won.of(2))),
                                Won.ZERO,
                                Won.ZERO,
                                Won.ZERO,
                                Won.ZERO,
                                Won.ZERO,
                                Won.ZERO,
                                Won.ZERO)))
                .getFirst();
        assertEquals(Optional.of(Posting.Kind.REFUND_PAID), money.kind());
    }

    private static DebtBooks books(
            PaymentPeriod filed, Optional<SlipBooks> slip, Optional<Received> received, long receivable) {
        return books(slip.stream().toList(), received, ledger(receivable));
    }

    private static DebtBooks books(List<SlipBooks> slips, Optional<Received> received, LedgerBooks ledger) {
        Filed filed = new Filed(FILED, PREMIUM, LocalDate.of(2022, 3, 10), FILED.statutoryDueDate());
        return new DebtBooks(DEBT, Optional.of(filed), slips, received, ledger);
    }

    private static LedgerBooks ledger(long receivable) {
        return new LedgerBooks(balances(receivable), PREMIUM, Won.ZERO);
    }

    private static Map<FundAccount, Won> balances(long receivable) {
        return Map.of(FundAccount.of(Account.RECEIVABLE, Fund.INDUSTRIAL_ACCIDENT), Won.of(receivable));
    }

    private static Optional<SlipBooks> slip(SlipState state, PaymentPeriod figures) {
        return Optional.of(new SlipBooks(
                state, figures.payable(), figures.lumpSumDiscount(), Won.ZERO, figures.statutoryDueDate()));
    }

    private static List<Check> checks(DebtBooks books) {
        return Parity.differences(List.of(books), List.of()).stream()
                .map(Difference::check)
                .toList();
    }

    private static List<Check> checks(InsuranceBooks books) {
        return Parity.differences(List.of(), List.of(books)).stream()
                .map(Difference::check)
                .toList();
    }
}
