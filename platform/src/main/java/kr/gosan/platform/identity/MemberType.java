package kr.gosan.platform.identity;

/** What kind of member a token belongs to: the claim {@code member_type}, which is also its role. */
public final class MemberType {

    public static final String EMPLOYER = "EMPLOYER";
    public static final String WORKER = "WORKER";
    public static final String AGENCY = "AGENCY";
    public static final String OPERATOR = "OPERATOR";
    /** A bank that sends payment notices. */
    public static final String BANK = "BANK";
    /** 국민건강보험공단, which collects what is in arrears. */
    public static final String NHIS = "NHIS";

    private MemberType() {}
}
