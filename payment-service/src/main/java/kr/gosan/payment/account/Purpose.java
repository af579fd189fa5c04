package kr.gosan.payment.account;

/** What an account, a card or a phone number was registered for. */
public enum Purpose {
    /** 과납금 환급 계좌 (form 10709), or the account a return or a correction names. */
    REFUND,
    /** 자동이체 (계좌). */
    DEBIT_ACCOUNT,
    /** 자동이체 (신용카드). */
    DEBIT_CARD,
    /** 모바일 고지 (form 10708). */
    MOBILE_NOTICE
}
