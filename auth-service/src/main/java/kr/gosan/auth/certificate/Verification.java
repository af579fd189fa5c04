package kr.gosan.auth.certificate;

/** Outcome of {@link CertificateVerifier#verify}. */
public sealed interface Verification {

    /** The challenge was signed with this certificate and its holder is who was claimed. */
    record Verified(JointCertificate certificate) implements Verification {}

    record Refused(Refusal refusal) implements Verification {}
}
