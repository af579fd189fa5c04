package kr.gosan.payment.book;

/** What a payment of industrial-accident insurance is for: one line on the slip, three public purses (보험료징수법 §31③). */
public enum Levy {
    /** 산재보험료. */
    ACCIDENT_PREMIUM,
    /** 임금채권부담금. */
    WAGE_CLAIM,
    /** 석면피해구제분담금. */
    ASBESTOS
}
