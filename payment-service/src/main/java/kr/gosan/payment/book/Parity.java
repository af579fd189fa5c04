package kr.gosan.payment.book;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.PaymentPeriod;
import kr.gosan.payment.debt.SlipState;

/** Whether returns, slips, payments, other messages of money and ledger tell one story, each read for itself. */
public final class Parity {

    /** What is compared. */
    public enum Check {
        /** At most one slip of a debt counts. */
        ONE_SLIP_OF_DEBT,
        /** The first slip of a period against the payable amount of the return; no slip counts as zero. */
        SLIP_OF_RETURN,
        /** The premium that the ledger booked with the return against the return. */
        PREMIUM_OF_RETURN,
        /** What was received for the slip, with what was let off it, against its amount when paid, zero when not. */
        PAYMENT_OF_SLIP,
        /** The premium that the ledger says is owed, and not handed over, against what the slip and its payment say. */
        RECEIVABLE_OF_SLIP,
        /** Surcharge, benefit recovery and fine that the ledger says are owed against an open slip, zero when it is paid. */
        CHARGE_OF_SLIP,
        /** An account of what is owed to the insurer that says the insurer owes. */
        OWED_THE_WRONG_WAY,
        /** Excess in the ledger, which is never left: it is offset or becomes a refund in the same transaction. */
        EXCESS_LEFT,
        /** Cash in the ledger, by kind of posting, against the messages that told of the money. */
        CASH_OF_MESSAGES,
        /** Suspense in the ledger against the money that no slip could take and nobody has resolved. */
        SUSPENSE_OF_NOTICES,
        /** What automatic debit let off in the ledger against the payments. */
        REDUCTION_OF_PAYMENTS,
        /** What returns made payable as refunds in the ledger against the returns. */
        REFUND_OF_RETURNS
    }

    /**
     * One disagreement.
     *
     * @param debt empty when it concerns the insurance as a whole
     * @param kind of the postings that are compared; empty when all are
     */
    public record Difference(
            Check check,
            Insurance insurance,
            Optional<Debt> debt,
            Optional<Posting.Kind> kind,
            Won expected,
            Won found) {}

    /**
     * A period as the return tells it.
     *
     * @param premium additional less excess of the year gone by, in the first period, and the period's estimate
     */
    public record Filed(PaymentPeriod period, Won premium, LocalDate filedOn, LocalDate dueDate) {}

    /** A slip. @param discount what is let off the estimate if it is paid in time; not in the payable amount */
    public record SlipBooks(SlipState state, Won payable, Won discount, Won charge, LocalDate dueDate) {}

    /** Money received for a slip and not taken back. @param reduction what the payment settles beside its money */
    public record Received(Won amount, Won reduction, LocalDate paidOn) {}

    /**
     * A debt as the ledger tells it.
     *
     * @param premiumOfReturn premium booked when the return was filed
     * @param handedOver premium moved from the receivable to the arrears, less what was taken back
     * @param changed something was corrected, settled or offset on it
     */
    public record LedgerBooks(Map<FundAccount, Won> balances, Won premiumOfReturn, Won handedOver, boolean changed) {

        public LedgerBooks(Map<FundAccount, Won> balances, Won premiumOfReturn, Won handedOver) {
            this(balances, premiumOfReturn, handedOver, false);
        }

        private Won balance(Set<Account> accounts) {
            return Won.sum(balances.entrySet().stream()
                    .filter(balance -> accounts.contains(balance.getKey().account()))
                    .map(Map.Entry::getValue)
                    .toList());
        }
    }

    /**
     * One debt as each tells it.
     *
     * @param filed empty for what is no period of a return
     * @param slips oldest first, cancelled ones too
     */
    public record DebtBooks(
            Debt debt, Optional<Filed> filed, List<SlipBooks> slips, Optional<Received> received, LedgerBooks ledger) {

        private Optional<SlipBooks> live() {
            return slips.stream()
                    .filter(slip -> slip.state() != SlipState.CANCELLED)
                    .findFirst();
        }
    }

    /** Money as messages tell it and as it is booked: what came in less what went out. */
    public record Money(Posting.Kind kind, Won told, Won booked) {}

    /**
     * An insurance of a workplace as messages and returns on one side and the ledger on the other tell it. Suspense and refund
     * payable are credit balances, given here as positive amounts.
     *
     * @param suspended what no slip could take and nobody has resolved
     * @param refundPayable what was booked as such with the returns
     * @param reductions what payments say was let off because they were debited automatically
     * @param reduced what the ledger says
     */
    public record InsuranceBooks(
            Insurance insurance,
            List<Money> money,
            Won suspended,
            Won suspense,
            Won refunds,
            Won refundPayable,
            Won reductions,
            Won reduced,
            Won excess) {}

    private static final Set<Account> OWED = EnumSet.of(
            Account.RECEIVABLE,
            Account.ARREARS,
            Account.SURCHARGE_DUE,
            Account.LATE_CHARGE_DUE,
            Account.BENEFIT_RECOVERY_DUE,
            Account.FINE_DUE,
            Account.COLLECTION_COST_DUE);
    private static final Set<Account> CHARGES =
            EnumSet.of(Account.SURCHARGE_DUE, Account.BENEFIT_RECOVERY_DUE, Account.FINE_DUE);

    private final List<Difference> differences = new ArrayList<>();

    private Parity() {}

    /** Everything that differs; empty when all agree. */
    public static List<Difference> differences(List<DebtBooks> debts, List<InsuranceBooks> insurances) {
        Parity parity = new Parity();
        debts.forEach(parity::compare);
        insurances.forEach(parity::compare);
        return parity.differences;
    }

    private void compare(DebtBooks books) {
        long live = books.slips().stream()
                .filter(slip -> slip.state() != SlipState.CANCELLED)
                .count();
        compare(Check.ONE_SLIP_OF_DEBT, books, Won.of(Math.min(1, live)), Won.of(live));
        books.filed().ifPresent(filed -> {
            Won first = books.slips().isEmpty()
                    ? Won.ZERO
                    : books.slips().getFirst().payable();
            compare(Check.SLIP_OF_RETURN, books, demanded(books, filed.period()), first);
            compare(
                    Check.PREMIUM_OF_RETURN,
                    books,
                    filed.premium(),
                    books.ledger().premiumOfReturn());
        });
        Optional<SlipBooks> slip = books.live();
        boolean paid = slip.filter(s -> s.state() == SlipState.PAID).isPresent();
        compare(
                Check.PAYMENT_OF_SLIP,
                books,
                paid ? slip.get().payable() : Won.ZERO,
                books.received()
                        .map(money -> money.amount().plus(money.reduction()))
                        .orElse(Won.ZERO));
        compare(Check.RECEIVABLE_OF_SLIP, books, owed(books), books.ledger().balance(EnumSet.of(Account.RECEIVABLE)));
        Won charges = books.ledger().balance(CHARGES);
        if (slip.isEmpty() || slip.get().state() != SlipState.CLOSED) {
            Won open = slip.filter(s -> s.state() == SlipState.ISSUED)
                    .map(SlipBooks::charge)
                    .orElse(Won.ZERO);
            compare(Check.CHARGE_OF_SLIP, books, open, charges);
        }
        books.ledger().balances().forEach((account, balance) -> {
            if (OWED.contains(account.account()) && balance.isNegative()) {
                compare(Check.OWED_THE_WRONG_WAY, books, Won.ZERO, balance);
            }
        });
    }

    /** What the return's own slip demands; nothing for what is too small to collect, or covered until a correction adds to it. */
    private static Won demanded(DebtBooks books, PaymentPeriod period) {
        boolean dropped = books.ledger()
                .balance(EnumSet.of(Account.SMALL_AMOUNT))
                .equals(period.payable().plus(period.lumpSumDiscount()));
        boolean added = (dropped || period.payable().isZero()) && !books.slips().isEmpty();
        return added ? books.slips().getFirst().payable() : dropped ? Won.ZERO : period.payable();
    }

    /** Premium that is owed: the slip until it is paid or handed over, and the discount until it is earned in time. */
    private static Won owed(DebtBooks books) {
        Optional<SlipBooks> slip = books.live();
        if (slip.isEmpty()) {
            // Excess covered the period; it earns the discount only when the return came in time.
            return books.filed()
                    .filter(filed -> books.slips().isEmpty() && filed.filedOn().isAfter(filed.dueDate()))
                    .map(filed -> atMost(
                            books,
                            filed.period()
                                    .lumpSumDiscount()
                                    .minus(books.ledger().handedOver())))
                    .orElseGet(() -> books.ledger().handedOver().negate());
        }
        return switch (slip.get().state()) {
            case ISSUED ->
                // What was handed over of a late payment that was taken back later, and is not taken back itself, was
                // collected.
                slip.get()
                        .payable()
                        .minus(slip.get().charge())
                        .plus(slip.get().discount())
                        .minus(books.ledger().handedOver());
            case PAID ->
                books.received()
                        .filter(money -> money.paidOn().isAfter(slip.get().dueDate()))
                        .map(late -> atMost(
                                books,
                                slip.get().discount().minus(books.ledger().handedOver())))
                        .orElse(Won.ZERO);
            case CLOSED, CANCELLED -> Won.ZERO;
        };
    }

    /** A discount that stayed owed may have been dropped, corrected or offset: then it is what the ledger says, within its bounds. */
    private static Won atMost(DebtBooks books, Won discount) {
        Won booked = books.ledger().balance(EnumSet.of(Account.RECEIVABLE));
        boolean within = !booked.isNegative() && booked.compareTo(discount) <= 0;
        boolean dropped =
                !books.ledger().balance(EnumSet.of(Account.SMALL_AMOUNT)).isZero();
        return within && (dropped || books.ledger().changed()) ? booked : discount;
    }

    private void compare(InsuranceBooks books) {
        for (Money money : books.money()) {
            compare(Check.CASH_OF_MESSAGES, books, Optional.of(money.kind()), money.told(), money.booked());
        }
        compare(Check.SUSPENSE_OF_NOTICES, books, Optional.empty(), books.suspended(), books.suspense());
        compare(Check.REFUND_OF_RETURNS, books, Optional.empty(), books.refunds(), books.refundPayable());
        compare(Check.REDUCTION_OF_PAYMENTS, books, Optional.empty(), books.reductions(), books.reduced());
        compare(Check.EXCESS_LEFT, books, Optional.empty(), Won.ZERO, books.excess());
    }

    private void compare(Check check, DebtBooks books, Won expected, Won found) {
        if (!expected.equals(found)) {
            differences.add(new Difference(
                    check, books.debt().insurance(), Optional.of(books.debt()), Optional.empty(), expected, found));
        }
    }

    private void compare(Check check, InsuranceBooks books, Optional<Posting.Kind> kind, Won expected, Won found) {
        if (!expected.equals(found)) {
            differences.add(new Difference(check, books.insurance(), Optional.empty(), kind, expected, found));
        }
    }
}
