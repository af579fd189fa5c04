package kr.gosan.payment.book;

/**
 * The accounts of the ledger. Each exists for every workplace, insurance and fund. Seen from the insurer: what is owed to
 * it is a debit, what it owes a credit.
 */
public enum Account {
    /** Owed by the employer. The e-filing reduction is off it at once, the lump-sum discount only when it is earned. */
    RECEIVABLE,
    /** What the confirmation of the year gone by added to its premium (credit) or took from it (debit). */
    CONFIRMED_PREMIUM,
    /** Estimated premium of the coming year, whole, before discount and reduction. */
    ESTIMATED_PREMIUM,
    /** 3 % for a whole estimate paid in time (보험료징수법 §17④): granted, so income forgone. */
    LUMP_SUM_DISCOUNT,
    /** 5,000 won for filing the estimate electronically (§22의2②): granted, so income forgone. */
    E_FILING_REDUCTION,
    /** Paid too much for the year gone by and waiting to be offset; nothing is left on it once a return is booked. */
    EXCESS,
    /** Excess that nothing is left to offset with: owed to the employer (§23). */
    REFUND_PAYABLE,
    /** Money at the bank. */
    CASH,
    /** Money that no slip could take, owed to whoever turns out to have paid it. Belongs to no fund yet. */
    SUSPENSE
}
