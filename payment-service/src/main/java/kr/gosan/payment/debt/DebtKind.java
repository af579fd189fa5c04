package kr.gosan.payment.debt;

/** What an employer may owe. */
public enum DebtKind {
    /** A payment period of a filed return (보험료징수법 §17, §19). */
    PERIOD,
    /** What a correction of a return adds: premium, and the surcharge (가산금, §24) on it. */
    CORRECTION,
    /** 급여징수금: a share of the benefits paid for an accident while the employer neglected a duty (§26). */
    BENEFIT_RECOVERY,
    /** 과태료 (§50). It belongs to no fund. */
    FINE;

    /** Whether such a debt stems from a return: directly, or through a correction of it. */
    public boolean ofReturn() {
        return this == PERIOD || this == CORRECTION;
    }
}
