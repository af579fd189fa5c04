package kr.gosan.payment.book;

/**
 * The accounts of the ledger. Each exists for every workplace, insurance and fund. Seen from the insurer: what is owed to
 * it is a debit, what it owes a credit.
 */
public enum Account {
    /** Premium owed by the employer. The e-filing reduction is off it at once, the lump-sum discount only when it is earned. */
    RECEIVABLE,
    /** Premium whose due date passed: handed over to the National Health Insurance Service, still owed. */
    ARREARS,
    /** 가산금 owed (보험료징수법 §24). */
    SURCHARGE_DUE,
    /** 연체금 owed (§25), booked for the part of the arrears that was collected. */
    LATE_CHARGE_DUE,
    /** 급여징수금 owed (§26). */
    BENEFIT_RECOVERY_DUE,
    /** 과태료 owed (§50); belongs to no fund. */
    FINE_DUE,
    /** 체납처분비 owed. */
    COLLECTION_COST_DUE,
    /** What the confirmation of the year gone by added to its premium (credit) or took from it (debit). */
    CONFIRMED_PREMIUM,
    /** Estimated premium of the coming year, whole, before discount and reduction. */
    ESTIMATED_PREMIUM,
    SURCHARGE,
    LATE_CHARGE,
    BENEFIT_RECOVERY,
    /** Belongs to no fund. */
    FINE,
    COLLECTION_COST,
    /** 3 % for a whole estimate paid in time (§17④): granted, so income forgone. */
    LUMP_SUM_DISCOUNT,
    /** 5,000 won for filing the estimate electronically (§22의2②): granted, so income forgone. */
    E_FILING_REDUCTION,
    /** 250 won for an instalment paid by automatic debit: granted, so income forgone. */
    AUTO_DEBIT_REDUCTION,
    /** Too little to collect or to refund (§45의2): forgone (debit) or kept (credit). */
    SMALL_AMOUNT,
    /** Interest on what is refunded (§23④): a cost. */
    REFUND_INTEREST,
    /** Paid too much and waiting to be offset; nothing is left on it once the event that found it is booked. */
    EXCESS,
    /** Excess that nothing is left to offset with: owed to the employer (§23). */
    REFUND_PAYABLE,
    /** A refund that was sent and that the bank has not confirmed yet. */
    REFUND_IN_TRANSIT,
    /** Money at the bank. */
    CASH,
    /** Money that no slip could take, owed to whoever turns out to have paid it. Belongs to no fund yet. */
    SUSPENSE;

    /** Whether entries of the account may name no fund. */
    public boolean mayLackFund() {
        return this == CASH || this == SUSPENSE || this == FINE || this == FINE_DUE;
    }
}
