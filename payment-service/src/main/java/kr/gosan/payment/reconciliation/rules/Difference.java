package kr.gosan.payment.reconciliation.rules;

/**
 * Something the two sides do not agree on.
 *
 * @param theirs null when the institution does not tell it, or nobody can read what it tells
 * @param ours null when nothing is kept of it here
 */
public record Difference(Kind kind, String transactionId, Movement theirs, Movement ours) {

    /** What differs. */
    public enum Kind {
        /** A payment in the file, without a notice. */
        MISSING_HERE,
        /** A notice, without a payment in the file. */
        MISSING_THERE,
        AMOUNT,
        /** Paid under another number; of a transfer, the bank's own number is another. */
        NUMBER,
        /** At another second. */
        TIME,
        /** Another fee than the notice told, or both tell one that is not due on top of the payment. */
        FEE,
        CHANNEL,
        /** A reversal in the file, without one here. */
        REVERSED_THERE,
        /** A reversal in the file that was told to us and refused: the money went back there and not here. */
        REVERSAL_REFUSED_HERE,
        /** A reversal here, without one in the file. */
        REVERSED_HERE,
        /** A transaction number that the file has more than once. */
        DUPLICATE_LINE,
        /** A line of the file that cannot be read, by its transaction number or its place. */
        UNREADABLE_LINE,
        /** Money was sent there, and no order of ours is known to have been. */
        TRANSFER_MISSING_HERE,
        /** An order the bank said it had carried out, without a transfer in the file. */
        TRANSFER_MISSING_THERE,
        /** Sent money came back there, and is still with its recipient here. */
        TRANSFER_RETURNED_THERE,
        /** Sent money came back here, and not in the file. */
        TRANSFER_RETURNED_HERE
    }
}
