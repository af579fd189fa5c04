package kr.gosan.payment.debt;

/** How a payer ordered a transfer to a virtual account. */
public enum TransferOrder {
    /** At once. */
    IMMEDIATE,
    /** 예약이체: ordered for later. */
    SCHEDULED,
    /** 대량이체: one of many in a file. */
    BULK
}
