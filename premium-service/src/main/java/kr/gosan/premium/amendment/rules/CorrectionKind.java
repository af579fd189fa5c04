package kr.gosan.premium.amendment.rules;

/** What corrects a filed return. */
public enum CorrectionKind {
    /** 수정신고 (보험료징수법 §19⑤): the confirmed premium was filed too low. */
    AMENDED_RETURN,
    /** 경정청구 (§17⑤⑥, §19⑦): a premium was filed too high. */
    CORRECTION_CLAIM,
    /** 개산보험료 감액조정 (§18②, form 10702): the business shrank. */
    ESTIMATE_REDUCTION,
    /** A rate changed in the middle of the year that was estimated (§18①). */
    RATE_CHANGE,
    /** 확정정산 (§19④, §20). */
    SETTLEMENT_AUDIT,
    /** The surcharge of a return that was filed late (§24①); its figures stay. */
    LATE_FILING;

    /** Whether it waits for a decision; the others are in force at once. */
    public boolean needsDecision() {
        return this == CORRECTION_CLAIM || this == ESTIMATE_REDUCTION;
    }

    public Surcharge.Measure surcharge() {
        return switch (this) {
            case AMENDED_RETURN -> Surcharge.Measure.HALVED;
            case SETTLEMENT_AUDIT, LATE_FILING -> Surcharge.Measure.FULL;
            case CORRECTION_CLAIM, ESTIMATE_REDUCTION, RATE_CHANGE -> Surcharge.Measure.NONE;
        };
    }
}
