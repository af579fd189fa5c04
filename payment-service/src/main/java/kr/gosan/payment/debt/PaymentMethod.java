package kr.gosan.payment.debt;

/** How the estimate of an insurance is paid (보험료징수법 §17③④). A confirmed premium is always paid at once. */
public enum PaymentMethod {
    /** 일시납부: one slip, period 0. */
    LUMP_SUM,
    /** 분할납부: up to four slips, periods 1 to 4. */
    INSTALLMENT
}
