package kr.gosan.payment.charge.rules;

/** What an employer is fined for (보험료징수법 §50①): not done, or not true. */
public enum Violation {
    /** 보험관계 성립신고 (§11). */
    ESTABLISHMENT_NOTICE("fine.notice."),
    /** 변경신고 (§12). */
    CHANGE_NOTICE("fine.other."),
    /** 보수총액신고 (§16의10). */
    REMUNERATION_REPORT("fine.notice."),
    /** 개산보험료 신고 (§17). */
    ESTIMATED_RETURN("fine.other."),
    /** 확정보험료 신고 (§19). */
    CONFIRMED_RETURN("fine.other.");

    private final String tiers;

    Violation(String tiers) {
        this.tiers = tiers;
    }

    /** What the names of the series of its amounts begin with. */
    String tiers() {
        return tiers;
    }
}
