package kr.gosan.payment.transferreturn;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import kr.gosan.kernel.money.Won;
import kr.gosan.kernel.number.WorkplaceNumber;

/** Something for which the bank is ordered to send money: a refund, suspended money that goes back. */
public interface SentMoney {

    /**
     * An order to the bank.
     *
     * @param workplace empty where the money was nobody's
     * @param sentAt empty where the bank has not said yet that it was sent
     */
    record Order(Optional<WorkplaceNumber> workplace, Won amount, Optional<OffsetDateTime> sentAt) {}

    /** Holds the order until the transaction ends; empty when it is another's. */
    Optional<Order> hold(UUID orderId);

    /**
     * Takes the money of a held order back.
     *
     * @return false when it had come back before
     */
    boolean takeBack(UUID orderId, TransferReturn back);
}
