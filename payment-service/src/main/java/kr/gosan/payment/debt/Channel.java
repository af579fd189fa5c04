package kr.gosan.payment.debt;

/** The way a payment came (COMWEL, 2022년도 고용·산재보험 보험료 신고 및 납부안내 (건설업·벌목업), p.23). */
public enum Channel {
    /** 가상계좌. */
    VIRTUAL_ACCOUNT,
    /** 인터넷지로. */
    GIRO,
    /** 인터넷뱅킹·공과금 납부. */
    INTERNET_BANKING,
    /** 금융기관 창구. */
    COUNTER,
    /** 신용카드: paid on the day of approval (보험료징수법 §16의12②). */
    CREDIT_CARD,
    /** 체크카드: as a credit card. */
    CHECK_CARD,
    /** 모바일 고지·납부. */
    MOBILE,
    /** 공단 지역본부·지사. */
    BRANCH,
    /** 자동이체, 계좌. */
    DEBIT_ACCOUNT,
    /** 자동이체, 신용카드. */
    DEBIT_CARD
}
