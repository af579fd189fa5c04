package kr.gosan.payment.book;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.PaymentPeriod;
import kr.gosan.payment.debt.Slip;
import kr.gosan.payment.debt.SlipState;

/** Whether returns, slips, payments and ledger tell one story, each read for itself. */
public final class Parity {

    /** What is compared. */
    public enum Check {
        /** The slip against the payable amount of the return; no slip counts as zero. */
        SLIP_OF_RETURN,
        /** What was received for the slip against its amount when paid, zero when not. */
        PAYMENT_OF_SLIP,
        /** What the ledger says is owed against what the slip and its payment say. */
        RECEIVABLE_OF_SLIP,
        /** Cash in the ledger against the money that notices told of. */
        CASH_OF_NOTICES,
        /** Suspense in the ledger against the money that no slip could take. */
        SUSPENSE_OF_NOTICES,
        /** Refund payable in the ledger against the returns. */
        REFUND_OF_RETURNS
    }

    /** One disagreement. {@code period} is empty when it concerns the insurance as a whole. */
    public record Difference(Check check, Insurance insurance, Optional<Debt> debt, Won expected, Won found) {}

    /** Money received for a slip. */
    public record Received(Won amount, LocalDate paidOn) {}

    /**
     * One debt as each of the four tells it.
     *
     * @param filed the return
     * @param filedOn when it was filed
     * @param dueDate the last day to pay, with every extension
     * @param receivable balance of the account in the ledger
     */
    public record DebtBooks(
            Debt debt,
            PaymentPeriod filed,
            LocalDate filedOn,
            LocalDate dueDate,
            Optional<Slip> slip,
            Optional<Received> received,
            Won receivable) {}

    /**
     * An insurance of a workplace as notices and returns on one side and the ledger on the other tell it. Suspense and
     * refund payable are credit balances, given here as positive amounts.
     */
    public record InsuranceBooks(
            Insurance insurance, Won noticed, Won cash, Won suspended, Won suspense, Won refunds, Won refundPayable) {}

    private Parity() {}

    /** Everything that differs; empty when all agree. */
    public static List<Difference> differences(List<DebtBooks> debts, List<InsuranceBooks> insurances) {
        List<Difference> differences = new ArrayList<>();
        for (DebtBooks books : debts) {
            Won slip = books.slip().map(s -> s.figures().payable()).orElse(Won.ZERO);
            boolean paid = books.slip().filter(s -> s.state() == SlipState.PAID).isPresent();
            compare(differences, Check.SLIP_OF_RETURN, books, books.filed().payable(), slip);
            compare(
                    differences,
                    Check.PAYMENT_OF_SLIP,
                    books,
                    paid ? slip : Won.ZERO,
                    books.received().map(Received::amount).orElse(Won.ZERO));
            compare(differences, Check.RECEIVABLE_OF_SLIP, books, owed(books, slip), books.receivable());
        }
        for (InsuranceBooks books : insurances) {
            compare(differences, Check.CASH_OF_NOTICES, books.insurance(), books.noticed(), books.cash());
            compare(differences, Check.SUSPENSE_OF_NOTICES, books.insurance(), books.suspended(), books.suspense());
            compare(differences, Check.REFUND_OF_RETURNS, books.insurance(), books.refunds(), books.refundPayable());
        }
        return differences;
    }

    /** What is owed: the slip until it is paid, and the discount until it is earned in time. */
    private static Won owed(DebtBooks books, Won slip) {
        Optional<LocalDate> settledOn =
                slip.isZero() ? Optional.of(books.filedOn()) : books.received().map(Received::paidOn);
        Won open = settledOn.isPresent() ? Won.ZERO : slip;
        boolean earned = settledOn.isPresent() && !settledOn.get().isAfter(books.dueDate());
        return earned ? open : open.plus(books.filed().lumpSumDiscount());
    }

    private static void compare(List<Difference> differences, Check check, DebtBooks books, Won expected, Won found) {
        if (!expected.equals(found)) {
            differences.add(
                    new Difference(check, books.debt().insurance(), Optional.of(books.debt()), expected, found));
        }
    }

    private static void compare(
            List<Difference> differences, Check check, Insurance insurance, Won expected, Won found) {
        if (!expected.equals(found)) {
            differences.add(new Difference(check, insurance, Optional.empty(), expected, found));
        }
    }
}
