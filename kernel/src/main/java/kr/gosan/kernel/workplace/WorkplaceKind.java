package kr.gosan.kernel.workplace;

/** What a workplace number stands for in a business that assesses its own premium (보험료징수법 §8, §11, §17, 부칙). */
public enum WorkplaceKind {
    /** 건설업 본사: the head office, with its own industry rate. */
    CONSTRUCTION_HQ,
    /** 건설일괄: all works of the business under one number, at the rate of construction. */
    CONSTRUCTION_COLLECTIVE,
    /** 개별공사: one work of its own, with a planned end, at the rate of construction. */
    CONSTRUCTION_SINGLE,
    /** 벌목업: logging, at its own industry rate. */
    LOGGING,
    /**
     * A self-employed person whose employment insurance was approved before 2012-01-21: pays for stability and vocational
     * ability alone, by estimate alone.
     */
    SELF_EMPLOYED_BEFORE_2012
}
