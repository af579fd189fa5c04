package kr.gosan.auth.sandbox;

/** State of a sandbox certificate: good and suspended may alternate, revoked is final. */
enum SandboxStatus {
    GOOD,
    SUSPENDED,
    REVOKED;

    boolean mayBecome(SandboxStatus next) {
        return this != REVOKED || next == REVOKED;
    }
}
