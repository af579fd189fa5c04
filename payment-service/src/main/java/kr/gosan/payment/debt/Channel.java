package kr.gosan.payment.debt;

/** The way a payment came (source document p.23). */
public enum Channel {
    /** 가상계좌. */
    VIRTUAL_ACCOUNT,
    /** 인터넷지로·인터넷뱅킹. */
    GIRO,
    /** 금융기관 창구. */
    COUNTER,
    /** 신용카드·체크카드: paid on the day of approval (보험료징수법 §16의12②). */
    CARD
}
