package kr.gosan.kernel.workplace;

/**
 * Size of all businesses of the employer together, which decides the rate of the employment-stability fund
 * (보험료징수법 시행령 §12①).
 */
public enum EmployeeScale {
    /** Fewer than 150 workers. */
    UNDER_150,
    /** 150 or more, and a priority-support enterprise (우선지원대상기업). */
    PRIORITY_150_OR_MORE,
    /** 150 to 999, not priority-support. */
    FROM_150_UNDER_1000,
    /** 1,000 or more, not priority-support; or state and local government. */
    FROM_1000_OR_GOVERNMENT
}
