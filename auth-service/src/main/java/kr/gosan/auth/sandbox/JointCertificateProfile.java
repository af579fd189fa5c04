package kr.gosan.auth.sandbox;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import kr.gosan.auth.certificate.Vid;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * How a joint certificate looks: X.509 v3, RSA with SHA-256, {@code cn=…,ou=…,ou=AccreditedCA,o=…,c=kr}, key usage
 * digitalSignature and nonRepudiation, certificate policy, the holder's VID, where issuer and revocation list are found.
 */
final class JointCertificateProfile {

    private static final String ALGORITHM = "SHA256withRSA";
    private static final String ORGANISATION = "GosanSandbox";

    private JointCertificateProfile() {}

    /** What goes into one certificate; {@code validUntil} is inclusive. */
    record Content(
            BigInteger serialNumber,
            SandboxHolder holder,
            String commonName,
            Vid vid,
            PublicKey publicKey,
            Instant validFrom,
            Instant validUntil) {}

    /** A revoked or suspended certificate. */
    record Listed(BigInteger serialNumber, boolean suspended, Instant since) {}

    static X509Certificate root(KeyPair keys, BigInteger serialNumber, Instant validFrom, Instant validUntil) {
        X500Name name = name("Gosan Sandbox CA", "AccreditedCA");
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name, serialNumber, Date.from(validFrom), Date.from(validUntil), name, keys.getPublic());
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            builder.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
        } catch (CertIOException | java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        return sign(builder, keys.getPrivate());
    }

    /** @param endpoints address under which {@code /ca} and {@code /crl} are found */
    static X509Certificate endUser(Content content, X509Certificate issuer, PrivateKey issuerKey, String endpoints) {
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                X500Name.getInstance(issuer.getSubjectX500Principal().getEncoded()),
                content.serialNumber(),
                Date.from(content.validFrom()),
                Date.from(content.validUntil()),
                name(content.commonName(), content.holder().unit()),
                content.publicKey());
        try {
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(issuer.getPublicKey()));
            builder.addExtension(
                    Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            builder.addExtension(
                    Extension.certificatePolicies,
                    true,
                    new CertificatePolicies(new PolicyInformation(
                            new ASN1ObjectIdentifier(content.holder().policy()))));
            builder.addExtension(
                    Extension.subjectAlternativeName, false, content.vid().alternativeNames(content.commonName()));
            builder.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
                new DistributionPoint(new DistributionPointName(new GeneralNames(uri(endpoints + "/crl"))), null, null)
            }));
            builder.addExtension(
                    Extension.authorityInfoAccess,
                    false,
                    new AuthorityInformationAccess(AccessDescription.id_ad_caIssuers, uri(endpoints + "/ca")));
        } catch (CertIOException | java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        return sign(builder, issuerKey);
    }

    static X509CRL revocationList(
            Collection<Listed> listed,
            X509Certificate issuer,
            PrivateKey issuerKey,
            Instant thisUpdate,
            Instant nextUpdate) {
        JcaX509v2CRLBuilder builder = new JcaX509v2CRLBuilder(issuer.getSubjectX500Principal(), Date.from(thisUpdate));
        builder.setNextUpdate(Date.from(nextUpdate));
        for (Listed each : listed) {
            builder.addCRLEntry(
                    each.serialNumber(),
                    Date.from(each.since()),
                    each.suspended() ? CRLReason.certificateHold : CRLReason.unspecified);
        }
        try {
            return new JcaX509CRLConverter()
                    .getCRL(builder.build(new JcaContentSignerBuilder(ALGORITHM).build(issuerKey)));
        } catch (OperatorException | java.security.cert.CRLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The attributes are added one by one: a comma in a name stays part of the name. */
    private static X500Name name(String commonName, String unit) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "kr")
                .addRDN(BCStyle.O, ORGANISATION)
                .addRDN(BCStyle.OU, unit)
                .addRDN(BCStyle.CN, commonName)
                .build();
    }

    private static GeneralName uri(String address) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, address);
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey key) {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(ALGORITHM).build(key)));
        } catch (OperatorException | CertificateException e) {
            throw new IllegalStateException(e);
        }
    }
}
