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
 * @param noticeId the bank notice it follows from; empty when it follows from the return or an extension
 * @param valueDate the day the return was filed or the money was paid
 */
public record Posting(
        Kind kind, Optional<Debt> debt, Optional<UUID> noticeId, LocalDate valueDate, List<Entry> entries) {

    /** Why something is booked. */
    public enum Kind {
        /** A return made something fall due, or settled it with excess. */
        RETURN_FILED,
        /** A slip was paid. */
        PAYMENT_RECEIVED,
        /** A slip paid late turned out to be paid in time, because its due date was extended afterwards. */
        DUE_DATE_EXTENDED,
        /** Money came that no slip could take. */
        MONEY_SUSPENDED
    }

    public Posting {
        entries = List.copyOf(entries);
        if (entries.isEmpty()
                || !Won.sum(entries.stream().map(Entry::signed).toList()).isZero()) {
            throw new IllegalArgumentException("debits and credits differ: " + entries);
        }
        if (debt.isEmpty() && kind != Kind.MONEY_SUSPENDED) {
            throw new IllegalArgumentException(kind + " concerns a debt");
        }
        if (debt.isPresent()
                && entries.stream()
                        .flatMap(entry -> entry.fund().stream())
                        .anyMatch(fund -> fund.insurance() != debt.get().insurance())) {
            throw new IllegalArgumentException("a fund of the other insurance: " + entries);
        }
    }

    /** Collects entries in balanced pairs. */
    static final class Draft {

        private final List<Entry> entries = new ArrayList<>();

        /** Debits one account and credits another with the amount; nothing when it is zero. */
        Draft move(Account debit, Account credit, Fund fund, Won amount) {
            return move(debit, fund, credit, fund, amount);
        }

        Draft move(Account debit, Fund debitFund, Account credit, Fund creditFund, Won amount) {
            if (!amount.isZero()) {
                entries.add(new Entry(debit, Optional.ofNullable(debitFund), Entry.Side.DEBIT, amount));
                entries.add(new Entry(credit, Optional.ofNullable(creditFund), Entry.Side.CREDIT, amount));
            }
            return this;
        }

        List<Entry> entries() {
            return entries;
        }
    }
}
