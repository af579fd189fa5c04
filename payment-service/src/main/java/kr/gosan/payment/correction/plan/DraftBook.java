package kr.gosan.payment.correction.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.book.Account;
import kr.gosan.payment.book.FundAccount;
import kr.gosan.payment.book.Posting;
import kr.gosan.payment.debt.Debt;

/** The accounts of one debt while a plan is made: the balances as they change, and the postings that change them. */
final class DraftBook {

    private final Map<FundAccount, Won> balance;
    private final Posting.Draft claims = new Posting.Draft();
    private final Posting.Draft offsets = new Posting.Draft();
    private final Posting.Draft dropped = new Posting.Draft();

    DraftBook(Standing was) {
        balance = new HashMap<>(was.balance());
    }

    Won balance(Account account, Fund fund) {
        return balance.getOrDefault(FundAccount.of(account, fund), Won.ZERO);
    }

    boolean isTouched() {
        return !(claims.isEmpty() && offsets.isEmpty());
    }

    /** What is owed changed; an amount below zero goes the other way. */
    void claim(Account debit, Account credit, Fund fund, Won amount) {
        move(claims, debit, fund, credit, fund, amount);
    }

    /** Lowers a premium as far as it is owed without a slip to change: off the arrears, then off what is owed otherwise. */
    Won lowerOpen(Account premium, Fund fund, Won wanted) {
        Won most = wanted.min(balance(premium, fund).negate().max(Won.ZERO));
        Won left = most;
        for (Account owed : List.of(Account.ARREARS, Account.RECEIVABLE)) {
            Won lowered = left.min(balance(owed, fund).max(Won.ZERO));
            claim(premium, owed, fund, lowered);
            left = left.minus(lowered);
        }
        return most.minus(left);
    }

    /** Excess of one fund settles what is owed to another. */
    void offset(Fund from, Account owed, Fund to, Won amount) {
        move(offsets, Account.EXCESS, from, owed, to, amount);
    }

    /** Grants more or, below zero, less of something that follows from the rest. */
    void follow(Account granted, Fund fund, Won amount) {
        move(claims.isEmpty() ? offsets : claims, granted, fund, Account.RECEIVABLE, fund, amount);
    }

    /** Lets go of what is owed on the account. */
    void drop(Account owed, Fund fund) {
        move(dropped, Account.SMALL_AMOUNT, fund, owed, fund, balance(owed, fund));
    }

    /** One posting of a kind at most, so that a cause books once. */
    List<Posting> postings(Posting.Kind kind, Debt debt, UUID causeId, LocalDate day) {
        List<Posting> postings = new ArrayList<>();
        add(postings, kind, claims, debt, causeId, day);
        add(postings, Posting.Kind.OVERPAYMENT_OFFSET, offsets, debt, causeId, day);
        add(postings, Posting.Kind.SMALL_AMOUNT_DROPPED, dropped, debt, causeId, day);
        return postings;
    }

    private static void add(
            List<Posting> postings, Posting.Kind kind, Posting.Draft draft, Debt debt, UUID causeId, LocalDate day) {
        if (!draft.isEmpty()) {
            postings.add(Posting.of(kind, debt, causeId, day, draft));
        }
    }

    private void move(Posting.Draft draft, Account debit, Fund debitFund, Account credit, Fund creditFund, Won amount) {
        if (amount.isNegative()) {
            draft.move(credit, creditFund, debit, debitFund, amount.negate());
        } else {
            draft.move(debit, debitFund, credit, creditFund, amount);
        }
        balance.merge(FundAccount.of(debit, debitFund), amount, Won::plus);
        balance.merge(FundAccount.of(credit, creditFund), amount.negate(), Won::plus);
    }
}
