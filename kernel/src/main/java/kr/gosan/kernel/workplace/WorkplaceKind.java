package kr.gosan.kernel.workplace;

/** What a workplace number stands for in a self-assessed construction business (보험료징수법 §8, §16의2②). */
public enum WorkplaceKind {
    /** 건설업 본사: the head office, with its own industry rate. */
    CONSTRUCTION_HQ,
    /** 건설일괄: all works of the business under one number, at the rate of construction. */
    CONSTRUCTION_COLLECTIVE
}
