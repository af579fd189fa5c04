package kr.gosan.auth.certificate;

/** Why a signed challenge does not log anybody in. The codes are stable. */
public enum Refusal {
    /** Not a CMS SignedData of one signer with the signer's certificate inside. */
    SIGNED_CHALLENGE_MALFORMED("signed-challenge-malformed"),
    /** Digest other than SHA-256, or key other than RSA of at least 2,048 bits. */
    ALGORITHM_NOT_ACCEPTED("signature-algorithm-not-accepted"),
    /** The content that was signed is not the challenge. */
    CHALLENGE_MISMATCH("challenge-mismatch"),
    /** The signature does not belong to the challenge and the certificate. */
    SIGNATURE_INVALID("signature-invalid"),
    CERTIFICATE_NOT_YET_VALID("certificate-not-yet-valid"),
    /** A renewed certificate is a new one: it is bound to the member at the next login. */
    CERTIFICATE_EXPIRED("certificate-expired"),
    /** No chain to a trusted authority. */
    CERTIFICATE_UNTRUSTED("certificate-untrusted"),
    /** Key usage lacks digitalSignature or nonRepudiation. */
    CERTIFICATE_USAGE_NOT_ACCEPTED("certificate-usage-not-accepted"),
    CERTIFICATE_POLICY_NOT_ACCEPTED("certificate-policy-not-accepted"),
    CERTIFICATE_REVOKED("certificate-revoked"),
    /** Revocation reason certificateHold (효력정지): can become good again. */
    CERTIFICATE_SUSPENDED("certificate-suspended"),
    /** There is no current, authentic revocation list of the issuer: nobody can tell whether the certificate is good. */
    REVOCATION_UNKNOWN("certificate-revocation-unknown"),
    /** A personal certificate for an employer, or a business one for a person. */
    HOLDER_TYPE_MISMATCH("certificate-holder-mismatch"),
    /** The certificate belongs to another number than the one given. */
    IDENTITY_MISMATCH("identity-mismatch");

    private final String code;

    Refusal(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
