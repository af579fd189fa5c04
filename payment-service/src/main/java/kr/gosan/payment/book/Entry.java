package kr.gosan.payment.book;

import java.util.Optional;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Won;

/**
 * One line of a posting.
 *
 * @param fund empty only for suspended money and fines
 * @param amount more than zero; the side tells the direction
 * @param levy only on money of industrial-accident insurance: what it is for
 */
public record Entry(Account account, Optional<Fund> fund, Side side, Won amount, Optional<Levy> levy) {

    public enum Side {
        DEBIT,
        CREDIT
    }

    public Entry {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("an entry moves something: " + amount);
        }
        if (fund.isEmpty() && !account.mayLackFund()) {
            throw new IllegalArgumentException(account + " is kept by fund");
        }
        if (levy.isPresent() && (account != Account.CASH || !fund.equals(Optional.of(Fund.INDUSTRIAL_ACCIDENT)))) {
            throw new IllegalArgumentException("a levy is a part of industrial-accident money: " + account);
        }
    }

    public Entry(Account account, Optional<Fund> fund, Side side, Won amount) {
        this(account, fund, side, amount, Optional.empty());
    }

    /** Debits count up, credits down. */
    public Won signed() {
        return side == Side.DEBIT ? amount : amount.negate();
    }
}
