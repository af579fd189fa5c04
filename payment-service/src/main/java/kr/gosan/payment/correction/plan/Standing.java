package kr.gosan.payment.correction.plan;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.book.Account;
import kr.gosan.payment.book.FundAccount;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.Slip;

/**
 * A debt as it stands before something changes it.
 *
 * @param statutoryDueDate before the business calendar or an extension moves it
 * @param dueDate the last day to pay in time
 * @param slip the one that counts; empty when nothing is payable, or nothing any more
 * @param balance debits less credits of every account the debt moved
 */
public record Standing(
        Debt debt, LocalDate statutoryDueDate, LocalDate dueDate, Optional<Slip> slip, Map<FundAccount, Won> balance) {

    public Standing {
        balance = Map.copyOf(balance);
    }

    /** What a fresh debt stands at: nothing. */
    static Standing none(Debt debt, LocalDate statutoryDueDate, LocalDate dueDate) {
        return new Standing(debt, statutoryDueDate, dueDate, Optional.empty(), Map.of());
    }

    Won balance(Account account, Fund fund) {
        return balance.getOrDefault(FundAccount.of(account, fund), Won.ZERO);
    }
}
