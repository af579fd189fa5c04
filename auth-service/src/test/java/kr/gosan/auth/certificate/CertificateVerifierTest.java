package kr.gosan.auth.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import kr.gosan.auth.certificate.CertificatePolicy.HolderType;
import kr.gosan.auth.certificate.CertificateVerifier.Evidence;
import kr.gosan.auth.certificate.TestAuthority.Order;
import kr.gosan.kernel.number.BusinessNumber;
import kr.gosan.kernel.number.ResidentNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateVerifierTest {

    private static final TestAuthority AUTHORITY = TestAuthority.root("c=kr,o=yessign,cn=Test CA");
    private static final Instant NOW = Instant.parse("2025-06-01T00:00:00Z");
    private static final byte[] CHALLENGE = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final ClaimedHolder COMPANY = new ClaimedHolder.Business(BusinessNumber.of("123-45-67891"));
    private static final ClaimedHolder WORKER = new ClaimedHolder.Person(ResidentNumber.of("900101-1234568"));

    private final CertificateVerifier verifier = new CertificateVerifier(CertificatePolicies.published());

    @Test
    void aGoodSignatureWithACorporateCertificateProvesTheBusinessNumber() {
        TestSigner signer = AUTHORITY.signer();

        JointCertificate certificate = verified(verify(signer.sign(CHALLENGE), COMPANY, NOW));

        assertEquals(signer.certificate().getSerialNumber(), certificate.serialNumber());
        assertEquals("CN=Test CA,O=yessign,C=kr", certificate.issuer());
        assertEquals("CN=(주)고산건설()0088046200801011234567,OU=corporation4IB,O=yessign,C=kr", certificate.subject());
        assertEquals("yessign", certificate.policy().authority());
        assertEquals(HolderType.BUSINESS, certificate.policy().holder());
        assertEquals(TestAuthority.FROM, certificate.validFrom());
        assertEquals(TestAuthority.UNTIL, certificate.validUntil());
    }

    @Test
    void aPersonalCertificateProvesTheResidentNumber() {
        byte[] signed = AUTHORITY.signer(order -> Order.personal()).sign(CHALLENGE);

        assertEquals(
                HolderType.PERSON,
                verified(verify(signed, WORKER, NOW)).policy().holder());
    }

    @ParameterizedTest(name = "encapsulated {0}, signed attributes {1}")
    @CsvSource({"true,true", "true,false", "false,true", "false,false"})
    void theChallengeMayBeDetachedAndSignedAttributesMayBeMissing(boolean encapsulated, boolean signedAttributes) {
        TestSigner signer = AUTHORITY.signer();
        byte[] signed =
                signer.sign(CHALLENGE, encapsulated, signedAttributes, "SHA256withRSA", List.of(signer.certificate()));

        verified(verify(signed, COMPANY, NOW));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(booleans = {true, false})
    void theSignatureAlgorithmMayNameTheDigestToo(boolean signedAttributes) {
        TestSigner signer = AUTHORITY.signer();
        byte[] signed = SignatureAlgorithms.rename(
                signer.sign(CHALLENGE, true, signedAttributes, "SHA256withRSA", List.of(signer.certificate())),
                "1.2.840.113549.1.1.11");

        verified(verify(signed, COMPANY, NOW));
    }

    @Test
    void anotherContentThanTheChallengeIsRefused() {
        byte[] other = "another challenge".getBytes(StandardCharsets.US_ASCII);
        TestSigner signer = AUTHORITY.signer();
        byte[] detached = signer.sign(other, false, true, "SHA256withRSA", List.of(signer.certificate()));

        refused(Refusal.CHALLENGE_MISMATCH, verify(signer.sign(other), COMPANY, NOW));
        refused(Refusal.SIGNATURE_INVALID, verify(detached, COMPANY, NOW));
    }

    @ParameterizedTest(name = "signed attributes {0}")
    @ValueSource(booleans = {true, false})
    void aTamperedSignatureIsRefused(boolean signedAttributes) {
        TestSigner signer = AUTHORITY.signer();
        byte[] signed = signer.sign(CHALLENGE, true, signedAttributes, "SHA256withRSA", List.of(signer.certificate()));
        signed[signed.length - 10] ^= 1; // the signature is the last thing in the structure

        refused(Refusal.SIGNATURE_INVALID, verify(signed, COMPANY, NOW));
    }

    @Test
    void aSignatureByAnotherKeyThanTheCertificatesIsRefused() {
        X509Certificate stolen = AUTHORITY.signer().certificate();
        TestSigner thief = new TestSigner(stolen, TestAuthority.rsa(2048).getPrivate());

        refused(Refusal.SIGNATURE_INVALID, verify(thief.sign(CHALLENGE), COMPANY, NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA1withRSA", "SHA512withRSA", "MD5withRSA"})
    void onlySha256IsAccepted(String algorithm) {
        TestSigner signer = AUTHORITY.signer();
        byte[] signed = signer.sign(CHALLENGE, true, true, algorithm, List.of(signer.certificate()));

        refused(Refusal.ALGORITHM_NOT_ACCEPTED, verify(signed, COMPANY, NOW));
    }

    @Test
    void aShortOrForeignKeyAndACertificateSignedOverSha1AreRefused() throws Exception {
        KeyPair elliptic = KeyPairGenerator.getInstance("EC").generateKeyPair();
        TestSigner ec = AUTHORITY.signer(order -> order.withKeys(elliptic));
        byte[] signedByEc = ec.sign(CHALLENGE, true, true, "SHA256withECDSA", List.of(ec.certificate()));

        refused(Refusal.ALGORITHM_NOT_ACCEPTED, verify(signedByEc, COMPANY, NOW));
        refused(
                Refusal.ALGORITHM_NOT_ACCEPTED,
                verifyOrder(Order.corporate().withKeys(TestAuthority.rsa(1024)), COMPANY));
        refused(Refusal.ALGORITHM_NOT_ACCEPTED, verifyOrder(Order.corporate().withAlgorithm("SHA1withRSA"), COMPANY));
    }

    @Test
    void withoutTheSignersCertificateOrWithAnythingElseThanSignedDataItIsMalformed() {
        TestSigner signer = AUTHORITY.signer();
        byte[] signed = signer.sign(CHALLENGE);
        byte[] bare = signer.sign(CHALLENGE, true, true, "SHA256withRSA", List.of());
        byte[] foreign = signer.sign(CHALLENGE, true, true, "SHA256withRSA", List.of(AUTHORITY.certificate));

        for (byte[] each : List.of(
                bare,
                foreign,
                new byte[0],
                new byte[] {0x30},
                "text".getBytes(StandardCharsets.US_ASCII),
                java.util.Arrays.copyOf(signed, signed.length / 2))) {
            refused(Refusal.SIGNED_CHALLENGE_MALFORMED, verify(each, COMPANY, NOW));
        }
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "2025-03-01T14:59:59Z, CERTIFICATE_NOT_YET_VALID",
        "2025-03-01T15:00:00Z, ",
        "2026-02-28T00:00:00Z, ",
        "2026-03-01T14:59:59Z, ",
        "2026-03-01T15:00:00Z, CERTIFICATE_EXPIRED",
        "2026-03-02T00:00:00Z, CERTIFICATE_EXPIRED",
    })
    void validityIncludesItsFirstAndLastSecond(Instant at, Refusal expected) {
        Verification outcome = verify(AUTHORITY.signer().sign(CHALLENGE), COMPANY, at);

        if (expected == null) {
            verified(outcome);
        } else {
            refused(expected, outcome);
        }
    }

    @Test
    void aForeignAuthorityIsRefusedEvenUnderTheSameName() {
        TestAuthority impostor = TestAuthority.root("c=kr,o=yessign,cn=Test CA");

        refused(Refusal.CERTIFICATE_UNTRUSTED, verify(impostor.signer().sign(CHALLENGE), COMPANY, NOW));
        refused(
                Refusal.CERTIFICATE_UNTRUSTED,
                verifier.verify(
                        evidence(AUTHORITY.signer().sign(CHALLENGE), COMPANY),
                        CHALLENGE,
                        new TrustedAuthorities(Set.of(), List.of()),
                        NOW));
    }

    @Test
    void anEndUserCertificateCannotIssueOthers() {
        TestSigner user = AUTHORITY.signer();
        TestAuthority fake =
                TestAuthority.root(user.certificate().getSubjectX500Principal().getName());
        TestSigner issued = fake.signer();
        byte[] signed =
                issued.sign(CHALLENGE, true, true, "SHA256withRSA", List.of(issued.certificate(), user.certificate()));

        refused(Refusal.CERTIFICATE_UNTRUSTED, verify(signed, COMPANY, NOW));
    }

    @Test
    void aChainThroughAnIntermediateAuthorityNeedsTheRevocationListsOfBoth() {
        TestAuthority middle = AUTHORITY.intermediate("c=kr,o=yessign,cn=Middle CA");
        TestSigner signer = middle.signer();
        byte[] signed =
                signer.sign(CHALLENGE, true, true, "SHA256withRSA", List.of(signer.certificate(), middle.certificate));
        Set<X509Certificate> anchors = Set.of(AUTHORITY.certificate);

        verified(verifier.verify(
                evidence(signed, COMPANY),
                CHALLENGE,
                new TrustedAuthorities(anchors, List.of(middle.revocations(NOW), AUTHORITY.revocations(NOW))),
                NOW));
        refused(
                Refusal.REVOCATION_UNKNOWN,
                verifier.verify(
                        evidence(signed, COMPANY),
                        CHALLENGE,
                        new TrustedAuthorities(anchors, List.of(AUTHORITY.revocations(NOW))),
                        NOW));
        refused(
                Refusal.CERTIFICATE_REVOKED,
                verifier.verify(
                        evidence(signed, COMPANY),
                        CHALLENGE,
                        new TrustedAuthorities(
                                anchors,
                                List.of(
                                        middle.revocations(NOW),
                                        AUTHORITY.revocations(NOW, middle.certificate, CRLReason.cACompromise))),
                        NOW));
    }

    @ParameterizedTest
    @ValueSource(ints = {KeyUsage.digitalSignature, KeyUsage.nonRepudiation, KeyUsage.keyEncipherment})
    void keyUsageMustBeSignatureAndNonRepudiation(int usage) {
        refused(
                Refusal.CERTIFICATE_USAGE_NOT_ACCEPTED,
                verifyOrder(Order.corporate().withUsage(usage), COMPANY));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none", // no policy at all
                "1.2.410.200005.1.1.4", // personal, for banking
                "1.2.410.200004.5.3.1.2", // an authority that has closed
                "1.2.410.100001.2.2.1", // not a joint certificate
                "1.2.410.200005.1.1.5.1", // longer than an accepted one
            })
    void aPolicyOutsideTheAllowListIsRefused(String oid) {
        refused(
                Refusal.CERTIFICATE_POLICY_NOT_ACCEPTED,
                verifyOrder(Order.corporate().withPolicy(oid), COMPANY));
    }

    @Test
    void revokedAndSuspendedAreToldApart() {
        TestSigner signer = AUTHORITY.signer();

        refused(Refusal.CERTIFICATE_REVOKED, verifyRevoked(signer, CRLReason.keyCompromise));
        refused(Refusal.CERTIFICATE_REVOKED, verifyRevoked(signer, CRLReason.unspecified));
        refused(Refusal.CERTIFICATE_SUSPENDED, verifyRevoked(signer, CRLReason.certificateHold));
    }

    @Test
    void aRevocationListThatIsMissingStaleOrForgedSaysNothing() {
        TestAuthority impostor = TestAuthority.root("c=kr,o=yessign,cn=Test CA");
        TestSigner signer = AUTHORITY.signer();

        for (var lists : List.of(
                List.<java.security.cert.X509CRL>of(),
                List.of(AUTHORITY.revocations(NOW.minus(2, ChronoUnit.DAYS))),
                List.of(AUTHORITY.revocations(NOW.plus(2, ChronoUnit.HOURS))),
                List.of(impostor.revocations(NOW)))) {
            refused(
                    Refusal.REVOCATION_UNKNOWN,
                    verifier.verify(
                            evidence(signer.sign(CHALLENGE), COMPANY),
                            CHALLENGE,
                            new TrustedAuthorities(Set.of(AUTHORITY.certificate), lists),
                            NOW));
        }
    }

    @Test
    void theHolderMustFitTheCertificateAndOwnTheNumber() {
        ClaimedHolder otherCompany = new ClaimedHolder.Business(BusinessNumber.of("220-81-12341"));
        byte[] corporate = AUTHORITY.signer().sign(CHALLENGE);
        byte[] personal = AUTHORITY.signer(order -> Order.personal()).sign(CHALLENGE);

        refused(Refusal.HOLDER_TYPE_MISMATCH, verify(corporate, WORKER, NOW));
        refused(Refusal.HOLDER_TYPE_MISMATCH, verify(personal, COMPANY, NOW));
        refused(Refusal.IDENTITY_MISMATCH, verify(corporate, otherCompany, NOW));
        refused(
                Refusal.IDENTITY_MISMATCH,
                verifier.verify(
                        new Evidence(corporate, new byte[Vid.RANDOM_LENGTH], COMPANY),
                        CHALLENGE,
                        AUTHORITY.trusted(NOW),
                        NOW));
        refused(Refusal.IDENTITY_MISMATCH, verifyOrder(Order.corporate().withIdentity(null), COMPANY));
    }

    @Test
    void everyCodeIsUniqueAndKebabCase() {
        List<String> codes =
                java.util.Arrays.stream(Refusal.values()).map(Refusal::code).toList();

        assertEquals(codes.size(), Set.copyOf(codes).size());
        codes.forEach(code -> assertEquals(code, code.replaceAll("[^a-z-]", "")));
    }

    private Verification verifyOrder(Order order, ClaimedHolder holder) {
        TestSigner signer = AUTHORITY.signer(usual -> order);
        return verify(signer.sign(CHALLENGE), holder, NOW);
    }

    private Verification verifyRevoked(TestSigner signer, int reason) {
        return verifier.verify(
                evidence(signer.sign(CHALLENGE), COMPANY),
                CHALLENGE,
                new TrustedAuthorities(
                        Set.of(AUTHORITY.certificate),
                        List.of(AUTHORITY.revocations(NOW, signer.certificate(), reason))),
                NOW);
    }

    private Verification verify(byte[] signed, ClaimedHolder holder, Instant at) {
        return verifier.verify(evidence(signed, holder), CHALLENGE, AUTHORITY.trusted(at), at);
    }

    private static Evidence evidence(byte[] signed, ClaimedHolder holder) {
        return new Evidence(signed, TestAuthority.RANDOM, holder);
    }

    private static JointCertificate verified(Verification outcome) {
        return assertInstanceOf(Verification.Verified.class, outcome).certificate();
    }

    private static void refused(Refusal expected, Verification outcome) {
        assertEquals(new Verification.Refused(expected), outcome);
    }
}
