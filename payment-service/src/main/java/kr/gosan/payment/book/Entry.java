package kr.gosan.payment.book;

import java.util.Optional;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;

/**
 * One line of a posting.
 *
 * @param fund empty only for suspended money
 * @param amount more than zero; the side tells the direction
 */
public record Entry(Account account, Optional<Fund> fund, Side side, Won amount) {

    public enum Side {
        DEBIT,
        CREDIT
    }

    public Entry {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("an entry moves something: " + amount);
        }
        if (fund.isEmpty() && account != Account.CASH && account != Account.SUSPENSE) {
            throw new IllegalArgumentException(account + " is kept by fund");
        }
    }

    /** Debits count up, credits down. */
    public Won signed() {
        return side == Side.DEBIT ? amount : amount.negate();
    }
}
