package kr.gosan.payment.charge.rules;

/** The benefits of industrial-accident insurance of which a part may be recovered (보험료징수법 시행령 §34①). */
public enum BenefitKind {
    /** 요양급여. */
    MEDICAL_CARE,
    /** 휴업급여. */
    TEMPORARY_DISABILITY,
    /** 장해급여. */
    DISABILITY,
    /** 간병급여. */
    NURSING,
    /** 유족급여. */
    SURVIVORS,
    /** 상병보상연금. */
    INJURY_DISEASE_PENSION
}
