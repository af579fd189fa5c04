package kr.gosan.payment.book;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.debt.Debt;

/**
 * A transaction of the ledger: entries whose debits and credits are equal. It concerns one debt, so employment insurance
 * and industrial-accident insurance never meet in one.
 *
 * @param debt empty only for money that came under an unknown number
 * @param noticeId the bank notice it follows from
 * @param causeId what else it follows from: an adjustment, a refund, a collection, a charge; each books once of a kind and debt
 * @param valueDate the day the return was filed, the money was paid or the decision took effect
 */
public record Posting(
        Kind kind,
        Optional<Debt> debt,
        Optional<UUID> noticeId,
        Optional<UUID> causeId,
        LocalDate valueDate,
        List<Entry> entries) {

    /** Why something is booked. */
    public enum Kind {
        /** A return made something fall due, or settled it with excess. */
        RETURN_FILED,
        /** A slip was paid. */
        PAYMENT_RECEIVED,
        /** Money came that no slip could take. */
        MONEY_SUSPENDED,
        /** A slip paid late turned out to be paid in time, because its due date was extended afterwards. */
        DUE_DATE_EXTENDED,
        /** A correction of a return changed what is owed. */
        PREMIUM_ADJUSTED,
        /** The next return shrank an earlier one's estimate as far as it was not paid (보험료징수법 §19②). */
        ESTIMATE_SETTLED,
        /** The due date passed unpaid: the National Health Insurance Service collects. */
        HANDED_OVER,
        /** What was handed over is not overdue after all. */
        TAKEN_BACK,
        /** The late charge on arrears that were collected. */
        LATE_CHARGE_ACCRUED,
        /** The National Health Insurance Service collected arrears. */
        ARREARS_COLLECTED,
        /** The bank took a payment back. */
        PAYMENT_REVERSED,
        /** It was decided what becomes of suspended money. */
        SUSPENSE_RESOLVED,
        /** 급여징수금 or 과태료. */
        CHARGE_ASSESSED,
        CHARGE_CANCELLED,
        /** Something overpaid settled something owed (§23①). */
        OVERPAYMENT_OFFSET,
        REFUND_DECIDED,
        REFUND_SENT,
        REFUND_PAID,
        /** The bank could not deliver a refund. */
        REFUND_RETURNED,
        /** Too little to collect or to refund (§45의2). */
        SMALL_AMOUNT_DROPPED
    }

    public Posting {
        entries = List.copyOf(entries);
        if (entries.isEmpty()
                || !Won.sum(entries.stream().map(Entry::signed).toList()).isZero()) {
            throw new IllegalArgumentException("debits and credits differ: " + entries);
        }
        if (debt.isEmpty() && !mayLackDebt(kind)) {
            throw new IllegalArgumentException(kind + " concerns a debt");
        }
        if (debt.isPresent()
                && entries.stream()
                        .flatMap(entry -> entry.fund().stream())
                        .anyMatch(fund -> fund.insurance() != debt.get().insurance())) {
            throw new IllegalArgumentException("a fund of the other insurance: " + entries);
        }
    }

    public Posting(Kind kind, Optional<Debt> debt, Optional<UUID> noticeId, LocalDate valueDate, List<Entry> entries) {
        this(kind, debt, noticeId, Optional.empty(), valueDate, entries);
    }

    /** What follows from something else than a bank notice. */
    public static Posting of(Kind kind, Debt debt, UUID causeId, LocalDate valueDate, Draft draft) {
        return new Posting(kind, Optional.of(debt), Optional.empty(), Optional.of(causeId), valueDate, draft.entries());
    }

    private static boolean mayLackDebt(Kind kind) {
        return kind == Kind.MONEY_SUSPENDED || kind == Kind.SUSPENSE_RESOLVED || kind == Kind.PAYMENT_REVERSED;
    }

    /** Collects entries in balanced pairs. */
    public static final class Draft {

        private final List<Entry> entries = new ArrayList<>();

        /** Debits one account and credits another with the amount; nothing when it is zero. */
        public Draft move(Account debit, Account credit, Fund fund, Won amount) {
            return move(debit, fund, credit, fund, amount);
        }

        /** As {@link #move(Account, Account, Fund, Won)} over two funds of one insurance; null where an account lacks it. */
        public Draft move(Account debit, Fund debitFund, Account credit, Fund creditFund, Won amount) {
            if (!amount.isZero()) {
                entries.add(new Entry(debit, Optional.ofNullable(debitFund), Entry.Side.DEBIT, amount));
                entries.add(new Entry(credit, Optional.ofNullable(creditFund), Entry.Side.CREDIT, amount));
            }
            return this;
        }

        public boolean isEmpty() {
            return entries.isEmpty();
        }

        public List<Entry> entries() {
            return entries;
        }
    }
}
