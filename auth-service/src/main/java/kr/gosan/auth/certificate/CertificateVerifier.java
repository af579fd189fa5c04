package kr.gosan.auth.certificate;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;

/**
 * Decides whether a signed challenge proves who somebody is: signature over the challenge, chain to a trusted authority,
 * validity at the instant given, key usage, policy, revocation, and the holder's number through the {@link Vid}. The
 * first thing that is wrong is the refusal. Stateless.
 */
public final class CertificateVerifier {

    private static final int SHORTEST_RSA_KEY = 2048;
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;
    /** RSA PKCS#1 v1.5 over SHA-256, SHA-384, SHA-512. */
    private static final Set<String> CERTIFICATE_ALGORITHMS =
            Set.of("1.2.840.113549.1.1.11", "1.2.840.113549.1.1.12", "1.2.840.113549.1.1.13");

    private final CertificatePolicies policies;

    public CertificateVerifier(CertificatePolicies policies) {
        this.policies = policies;
    }

    /**
     * What a client presents.
     *
     * @param signedChallenge CMS SignedData, DER or BER
     * @param vidRandom the random number kept with the private key
     */
    public record Evidence(byte[] signedChallenge, byte[] vidRandom, ClaimedHolder holder) {}

    public Verification verify(Evidence evidence, byte[] challenge, TrustedAuthorities trusted, Instant at) {
        Optional<SignedChallenge> parsed = SignedChallenge.parse(evidence.signedChallenge(), challenge);
        if (parsed.isEmpty()) {
            return new Verification.Refused(Refusal.SIGNED_CHALLENGE_MALFORMED);
        }
        SignedChallenge signed = parsed.get();
        X509Certificate certificate = signed.certificate();
        return signature(signed)
                .or(() -> validity(certificate, at))
                .or(() -> trust(signed, trusted, at))
                .or(() -> usage(certificate))
                .<Verification>map(Verification.Refused::new)
                .orElseGet(() -> holder(certificate, evidence));
    }

    private static Optional<Refusal> signature(SignedChallenge signed) {
        if (!signed.algorithmAccepted()
                || !keyAccepted(signed.certificate().getPublicKey())
                || !certificateAlgorithmAccepted(signed.certificate())) {
            return refuse(Refusal.ALGORITHM_NOT_ACCEPTED);
        }
        if (!signed.overChallenge()) {
            return refuse(Refusal.CHALLENGE_MISMATCH);
        }
        return signed.signatureValid() ? Optional.empty() : refuse(Refusal.SIGNATURE_INVALID);
    }

    private static Optional<Refusal> validity(X509Certificate certificate, Instant at) {
        Date date = Date.from(at);
        if (date.before(certificate.getNotBefore())) {
            return refuse(Refusal.CERTIFICATE_NOT_YET_VALID);
        }
        return date.after(certificate.getNotAfter()) ? refuse(Refusal.CERTIFICATE_EXPIRED) : Optional.empty();
    }

    private static Optional<Refusal> trust(SignedChallenge signed, TrustedAuthorities trusted, Instant at) {
        List<X509Certificate> chain =
                CertificateChain.from(signed.certificate(), signed.others(), trusted.anchors(), at);
        if (chain.isEmpty()
                || !chain.stream().skip(1).allMatch(issuer -> keyAccepted(issuer.getPublicKey()))
                || !chain.stream()
                        .limit(chain.size() - 1L)
                        .allMatch(CertificateVerifier::certificateAlgorithmAccepted)) {
            return refuse(Refusal.CERTIFICATE_UNTRUSTED);
        }
        return Stream.iterate(0, i -> i < chain.size() - 1, i -> i + 1)
                .map(i -> Revocation.of(chain.get(i), chain.get(i + 1), trusted.revocationLists(), at))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Refusal> usage(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        return usage != null && usage[DIGITAL_SIGNATURE] && usage[NON_REPUDIATION]
                ? Optional.empty()
                : refuse(Refusal.CERTIFICATE_USAGE_NOT_ACCEPTED);
    }

    private Verification holder(X509Certificate certificate, Evidence evidence) {
        Optional<CertificatePolicy> policy = policies.accepted(PolicyOids.of(certificate));
        if (policy.isEmpty()) {
            return new Verification.Refused(Refusal.CERTIFICATE_POLICY_NOT_ACCEPTED);
        }
        if (!evidence.holder().fits(policy.get().holder())) {
            return new Verification.Refused(Refusal.HOLDER_TYPE_MISMATCH);
        }
        Vid claimed = Vid.of(evidence.holder().identityNumber(), evidence.vidRandom());
        return Vid.in(certificate).filter(claimed::matches).isPresent()
                ? new Verification.Verified(describe(certificate, policy.get()))
                : new Verification.Refused(Refusal.IDENTITY_MISMATCH);
    }

    private static boolean keyAccepted(PublicKey key) {
        return key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= SHORTEST_RSA_KEY;
    }

    private static boolean certificateAlgorithmAccepted(X509Certificate certificate) {
        return CERTIFICATE_ALGORITHMS.contains(certificate.getSigAlgOID());
    }

    private static JointCertificate describe(X509Certificate certificate, CertificatePolicy policy) {
        return new JointCertificate(
                certificate.getIssuerX500Principal().getName(X500Principal.RFC2253),
                certificate.getSerialNumber(),
                certificate.getSubjectX500Principal().getName(X500Principal.RFC2253),
                policy,
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }

    private static Optional<Refusal> refuse(Refusal refusal) {
        return Optional.of(refusal);
    }
}
