package kr.gosan.payment.book;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.book.Parity.Check;
import kr.gosan.payment.book.Parity.DebtBooks;
import kr.gosan.payment.book.Parity.Difference;
import kr.gosan.payment.book.Parity.InsuranceBooks;
import kr.gosan.payment.book.Parity.Received;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.EPaymentNumber;
import kr.gosan.payment.debt.PaymentPeriod;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.debt.SlipState;
import kr.gosan.payment.testing.Filings;
import org.junit.jupiter.api.Test;

/** Every disagreement is found and named; an agreement is none. */
class ParityTest {

    private static final Debt DEBT =
            Debt.ofPeriod(WorkplaceNumber.of("123-45-67891-6"), 2021, UUID.randomUUID(), Insurance.IA, 0);
    private static final PaymentPeriod FILED =
            Filings.period(0, 5_000, Filings.row(Fund.INDUSTRIAL_ACCIDENT, 10_000, 100_000, 3_000));
    private static final Optional<Received> IN_TIME = Optional.of(new Received(Won.of(102_000), Filings.MARCH_31));
    private static final Optional<Received> LATE =
            Optional.of(new Received(Won.of(102_000), Filings.MARCH_31.plusDays(1)));

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
                List.of(Check.PAYMENT_OF_SLIP, Check.RECEIVABLE_OF_SLIP),
                checks(books(FILED, slip(SlipState.PAID, FILED), Optional.empty(), 0)));
        assertEquals(List.of(Check.PAYMENT_OF_SLIP), checks(books(FILED, slip(SlipState.ISSUED, FILED), IN_TIME, 0)));
    }

    @Test
    void aLedgerThatForgotOrKeptADebtIsFound() {
        assertEquals(
                List.of(Check.RECEIVABLE_OF_SLIP),
                checks(books(FILED, slip(SlipState.ISSUED, FILED), Optional.empty(), 102_000)));
        assertEquals(List.of(Check.RECEIVABLE_OF_SLIP), checks(books(FILED, slip(SlipState.PAID, FILED), LATE, 0)));
    }

    @Test
    void sumsOfAnInsuranceAreCompared() {
        Won ten = Won.of(10);
        assertEquals(List.of(), checks(new InsuranceBooks(Insurance.EI, ten, ten, ten, ten, ten, ten)));
        assertEquals(
                List.of(Check.CASH_OF_NOTICES, Check.SUSPENSE_OF_NOTICES, Check.REFUND_OF_RETURNS),
                checks(new InsuranceBooks(Insurance.EI, ten, Won.ZERO, ten, Won.ZERO, ten, Won.ZERO)));
    }

    @Test
    void theDifferenceTellsWhatWasExpectedAndWhatIsThere() {
        Difference difference = Parity.differences(
                        List.of(books(FILED, slip(SlipState.ISSUED, FILED), Optional.empty(), 7)), List.of())
                .getFirst();
        assertEquals(
                new Difference(Check.RECEIVABLE_OF_SLIP, Insurance.IA, Optional.of(DEBT), Won.of(105_000), Won.of(7)),
                difference);
    }

    private static DebtBooks books(
            PaymentPeriod filed, Optional<Slip> slip, Optional<Received> received, long receivable) {
        return new DebtBooks(
                DEBT, filed, LocalDate.of(2022, 3, 10), filed.statutoryDueDate(), slip, received, Won.of(receivable));
    }

    private static Optional<Slip> slip(SlipState state, PaymentPeriod figures) {
        return Optional.of(new Slip(
                UUID.randomUUID(),
                EPaymentNumber.ofSerial(1),
                DEBT,
                figures,
                figures.statutoryDueDate(),
                figures.statutoryDueDate(),
                state,
                Optional.empty()));
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
