package kr.gosan.payment.banknotice;

import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.debt.Notice;

/**
 * The debits that this service ordered. An institution tells of one by its answer, by a notice or by its daily file, whichever
 * comes first: it is the same movement of money, on the terms of the order.
 */
public interface OrderedDebits {

    /**
     * The order whose debit a notice tells of: of its slip, to its amount, by the institution that was asked. Held until the transaction ends, and before anything
     * else is, as by whoever takes the institution's answer.
     */
    Optional<Ordered> lock(Sender sender, Notice notice);

    /** Closes an open order with the debit it was for. */
    void debited(Ordered order, Notice notice, NoticeAnswer answer);

    /**
     * @param reduction what the slip's amount is less for being debited (보험료징수법 시행령 §30의4)
     * @param open whether its answer is not known yet
     */
    record Ordered(UUID requestId, Won reduction, boolean open) {}
}
