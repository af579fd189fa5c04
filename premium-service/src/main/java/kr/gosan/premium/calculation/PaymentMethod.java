package kr.gosan.premium.calculation;

/** How the estimate of an insurance is paid (보험료징수법 §17③④). A confirmed premium is always paid at once. */
public enum PaymentMethod {
    /** 일시납부. */
    LUMP_SUM,
    /** 분할납부. */
    INSTALLMENT
}
