package kr.gosan.premium.amendment.rules;

/** The legal figures of corrections and audits, by the id of their parameter. */
public enum AmendmentTerm {
    SURCHARGE_RATE("surcharge.rate"),
    /** A surcharge below it is not levied. */
    SURCHARGE_MINIMUM("surcharge.minimum"),
    /** What an amended return before the settlement-audit notice takes off the surcharge. */
    SURCHARGE_REDUCTION("surcharge.amendment-reduction"),
    /** An amount below it is neither collected nor refunded. */
    SMALL_AMOUNT("small-amount.minimum"),
    CLAIM_YEARS("correction-claim.years"),
    CLAIM_DECISION_MONTHS("correction-claim.decision-months"),
    /** Share by which an estimate must fall before it is reduced, inclusive. */
    ESTIMATE_FALL("estimate.reduction-fall"),
    RATE_CHANGE_NOTICE_DAYS("estimate.rate-change-notice-days"),
    INTEREST_AFTER_RECEIPT("refund-interest.days-after-receipt"),
    PAYMENT_DAYS("adjustment.payment-days"),
    REFUSED_DEMANDS("settlement-audit.refused-demands");

    private final String parameterId;

    AmendmentTerm(String parameterId) {
        this.parameterId = parameterId;
    }

    public String parameterId() {
        return parameterId;
    }
}
