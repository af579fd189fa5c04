package kr.gosan.premium.calculation;

/** Why less than 70 % of the confirmed remuneration is expected (form 23, box under section 라). */
public enum ReductionReason {
    /** 근로자 감소. */
    WORKERS_REDUCED,
    /** 휴업. */
    BUSINESS_SUSPENDED,
    /** 그 밖의 사유: to be said in words. */
    OTHER
}
