package kr.gosan.payment.institution;

/** Whom payment-service exchanges messages with. */
public enum Institution {
    /** 우리은행: virtual accounts, the agency's own account, refunds. */
    BANK_WOORI("woori"),
    /** 하나은행: virtual accounts. */
    BANK_HANA("hana"),
    /** 금융결제원: giro, internet banking, debits of accounts at any bank. */
    GIRO("giro"),
    /** The card network. */
    CARD("card"),
    /** 국민건강보험공단, which collects what is in arrears (보험료징수법 §4). */
    NHIS("nhis");

    /** Where the agency's own account is, from which money is sent. */
    public static final Institution OF_TRANSFERS = BANK_WOORI;

    private final String id;

    Institution(String id) {
        this.id = id;
    }

    /** Its name in messages. */
    public String id() {
        return id;
    }
}
