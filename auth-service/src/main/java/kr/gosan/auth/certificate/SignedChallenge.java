package kr.gosan.auth.certificate;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.util.Selector;

/**
 * A CMS SignedData (RFC 5652) over a challenge: one signer, the signer's certificate inside, content encapsulated or
 * detached, with or without signed attributes. Clients name the signature algorithm either {@code rsaEncryption} or
 * {@code sha256WithRSAEncryption}; both mean RSA PKCS#1 v1.5 over SHA-256.
 */
final class SignedChallenge {

    private static final int DEEPEST_NESTING = 32;
    private static final int MOST_CERTIFICATES = 8;
    private static final String SHA_256 = NISTObjectIdentifiers.id_sha256.getId();
    private static final Set<String> RSA_WITH_SHA_256 =
            Set.of(PKCSObjectIdentifiers.rsaEncryption.getId(), PKCSObjectIdentifiers.sha256WithRSAEncryption.getId());

    private final SignerInformation signer;
    private final X509Certificate certificate;
    private final List<X509Certificate> others;
    private final boolean overChallenge;

    private SignedChallenge(
            SignerInformation signer,
            X509Certificate certificate,
            List<X509Certificate> others,
            boolean overChallenge) {
        this.signer = signer;
        this.certificate = certificate;
        this.others = others;
        this.overChallenge = overChallenge;
    }

    /** Empty when the bytes are anything else than what this class stands for. */
    static Optional<SignedChallenge> parse(byte[] cms, byte[] challenge) {
        if (!Nesting.within(DEEPEST_NESTING, cms)) {
            return Optional.empty();
        }
        try {
            CMSSignedData signed = new CMSSignedData(cms);
            boolean overChallenge = true;
            if (signed.isDetachedSignature()) {
                signed = new CMSSignedData(new CMSProcessableByteArray(challenge), cms);
            } else {
                overChallenge = Arrays.equals(
                        challenge, (byte[]) signed.getSignedContent().getContent());
            }
            if (signed.getSignerInfos().size() != 1) {
                return Optional.empty();
            }
            SignerInformation signer = signed.getSignerInfos().iterator().next();
            var included = signed.getCertificates().getMatches(null);
            if (included.size() > MOST_CERTIFICATES) {
                return Optional.empty();
            }
            @SuppressWarnings("unchecked")
            Selector<X509CertificateHolder> bySigner = signer.getSID();
            X509Certificate certificate = null;
            List<X509Certificate> others = new ArrayList<>();
            for (X509CertificateHolder holder : included) {
                X509Certificate each = new JcaX509CertificateConverter().getCertificate(holder);
                if (certificate == null && bySigner.match(holder)) {
                    certificate = each;
                } else {
                    others.add(each);
                }
            }
            return certificate == null
                    ? Optional.empty()
                    : Optional.of(new SignedChallenge(signer, certificate, others, overChallenge));
        } catch (CMSException | CertificateException | RuntimeException malformed) {
            // BouncyCastle reports hostile encodings by various unchecked exceptions; to the sender all are one
            // refusal.
            return Optional.empty();
        }
    }

    X509Certificate certificate() {
        return certificate;
    }

    /** Certificates that came along, perhaps those of intermediate authorities. */
    List<X509Certificate> others() {
        return others;
    }

    boolean overChallenge() {
        return overChallenge;
    }

    boolean algorithmAccepted() {
        return SHA_256.equals(signer.getDigestAlgOID()) && RSA_WITH_SHA_256.contains(signer.getEncryptionAlgOID());
    }

    boolean signatureValid() {
        try {
            // Built from the key alone: with the certificate, BouncyCastle would judge it at the signer's own clock.
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate.getPublicKey()));
        } catch (CMSException | OperatorCreationException | RuntimeException invalid) {
            return false;
        }
    }
}
