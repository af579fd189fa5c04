package kr.gosan.kernel.workplace;

/** Who the employer is. Decides which refund account is allowed: a corporation only its own. */
public enum EmployerKind {
    CORPORATION,
    SOLE_PROPRIETOR
}
