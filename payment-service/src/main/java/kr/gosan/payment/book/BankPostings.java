package kr.gosan.payment.book;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.book.Entry.Side;
import kr.gosan.payment.book.Posting.Kind;
import kr.gosan.payment.debt.Debt;

/** What is booked when a bank takes money back, when handed-over arrears turn out to be paid, and when suspense is resolved. */
public final class BankPostings {

    private BankPostings() {}

    /**
     * A payment taken back: every line of its posting the other way round, the lump-sum discount too, which was granted for
     * it (보험료징수법 §17④).
     *
     * @param payment what was booked when it was received
     * @param later discount granted for it afterwards, by an extension of the due date, by fund
     */
    public static Posting ofReversedPayment(
            Posting payment, Map<Fund, Won> later, UUID reversalNoticeId, UUID paymentId, LocalDate reversedOn) {
        Posting.Draft discount = new Posting.Draft();
        later.forEach((fund, amount) -> discount.move(Account.RECEIVABLE, Account.LUMP_SUM_DISCOUNT, fund, amount));
        List<Entry> entries = new ArrayList<>(
                payment.entries().stream().map(BankPostings::mirrored).toList());
        entries.addAll(discount.entries());
        return new Posting(
                Kind.PAYMENT_REVERSED,
                payment.debt(),
                Optional.of(reversalNoticeId),
                Optional.of(paymentId),
                reversedOn,
                entries);
    }

    /** Suspended money that the bank took back. */
    public static Posting ofReversedSuspense(
            Optional<Debt> debt, Won amount, UUID reversalNoticeId, LocalDate reversedOn) {
        return new Posting(
                Kind.PAYMENT_REVERSED,
                debt,
                Optional.of(reversalNoticeId),
                reversedOn,
                new Posting.Draft()
                        .move(Account.SUSPENSE, Account.CASH, null, amount)
                        .entries());
    }

    /** Suspended money that leaves suspense: sent back, or booked anew where it belongs. */
    public static Posting ofResolvedSuspense(Optional<Debt> debt, Won amount, UUID resolutionId, LocalDate resolvedOn) {
        return new Posting(
                Kind.SUSPENSE_RESOLVED,
                debt,
                Optional.empty(),
                Optional.of(resolutionId),
                resolvedOn,
                new Posting.Draft()
                        .move(Account.SUSPENSE, Account.CASH, null, amount)
                        .entries());
    }

    /** Money whose transfer to its payer came back. */
    public static Posting ofSuspendedAgain(
            Optional<Debt> debt, Won amount, Optional<UUID> noticeId, UUID resolutionId, LocalDate returnedOn) {
        return new Posting(
                Kind.MONEY_SUSPENDED,
                debt,
                noticeId,
                Optional.of(resolutionId),
                returnedOn,
                new Posting.Draft()
                        .move(Account.CASH, Account.SUSPENSE, null, amount)
                        .entries());
    }

    /** Suspended money that nothing is owed for: owed back to whoever paid it, by the funds of what it was paid for. */
    public static Posting ofOverpayment(Debt debt, Map<Fund, Won> amounts, UUID resolutionId, LocalDate on) {
        Posting.Draft draft = new Posting.Draft();
        draft.move(Account.SUSPENSE, Account.CASH, null, Won.sum(amounts.values()));
        amounts.forEach((fund, amount) -> draft.move(Account.CASH, Account.REFUND_PAYABLE, fund, amount));
        return Posting.of(Kind.SUSPENSE_RESOLVED, debt, resolutionId, on, draft);
    }

    /** Premium that was handed over and is not overdue after all, by fund. */
    public static Posting ofTakenBack(Debt debt, Map<Fund, Won> arrears, UUID noticeId, LocalDate on) {
        Posting.Draft draft = new Posting.Draft();
        arrears.forEach((fund, amount) -> draft.move(Account.RECEIVABLE, Account.ARREARS, fund, amount));
        return new Posting(Kind.TAKEN_BACK, Optional.of(debt), Optional.of(noticeId), on, draft.entries());
    }

    /**
     * What was collected though it had been paid in time: the money was paid by mistake and is returned (보험료징수법 §23①), and
     * what was owed is as it was.
     *
     * @param collected by the account on which it was owed
     */
    public static Posting ofCollectedTwice(Debt debt, Map<FundAccount, Won> collected, UUID noticeId, LocalDate on) {
        Posting.Draft draft = new Posting.Draft();
        collected.forEach((owed, amount) ->
                draft.move(owed.account(), Account.REFUND_PAYABLE, owed.fund().orElseThrow(), amount));
        return new Posting(
                Kind.PAYMENT_REVERSED,
                Optional.of(debt),
                Optional.of(noticeId),
                Optional.of(noticeId),
                on,
                draft.entries());
    }

    private static Entry mirrored(Entry entry) {
        return new Entry(
                entry.account(),
                entry.fund(),
                entry.side() == Side.DEBIT ? Side.CREDIT : Side.DEBIT,
                entry.amount(),
                entry.levy());
    }
}
