package kr.gosan.payment.debt;

import java.time.Instant;

/** What a bank says of money. Two messages are the same when all of it is the same. */
public sealed interface BankMessage permits Notice, Reversal {

    /** The bank's own number of the movement of money; one movement, one number. */
    String bankTransactionId();

    /** When the money moved, in microseconds, as it is kept. */
    Instant movedAt();
}
