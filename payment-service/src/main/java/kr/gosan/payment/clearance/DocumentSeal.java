package kr.gosan.payment.clearance;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import kr.gosan.platform.GosanConfig;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * The key documents are signed with: RSA with SHA-256, as every PDF reader checks it. Its certificates come from
 * configuration; in the sandbox, without any, the key has a certificate of its own that says so and that nobody trusts.
 */
@Singleton
public final class DocumentSeal {

    private static final String ALGORITHM = "SHA256withRSA";
    private static final X500Name SANDBOX = new X500Name("CN=Gosan sandbox document seal, O=Gosan sandbox, C=KR");
    private static final Instant SANDBOX_FROM = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant SANDBOX_TO = Instant.parse("2049-12-31T00:00:00Z");

    private final PrivateKey key;
    private final List<X509Certificate> chain;

    @Inject
    DocumentSeal(GosanConfig config) {
        this(
                config.documentKey().orElseThrow(() -> new IllegalArgumentException("gosan.document-key is missing")),
                config.documentCertificates(),
                config.sandbox());
    }

    /**
     * @param key PKCS#8, in base64
     * @param certificates PEM, the key's own first
     */
    DocumentSeal(String key, Optional<String> certificates, boolean sandbox) {
        if (certificates.isEmpty() && !sandbox) {
            throw new IllegalArgumentException("gosan.document-certificates is missing: only the sandbox does without");
        }
        try {
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            RSAPrivateCrtKey mine = (RSAPrivateCrtKey) rsa.generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(key)));
            PublicKey published = rsa.generatePublic(new RSAPublicKeySpec(mine.getModulus(), mine.getPublicExponent()));
            this.key = mine;
            this.chain = certificates.isPresent() ? read(certificates.get()) : List.of(selfIssued(mine, published));
            if (!chain.getFirst().getPublicKey().equals(published)) {
                throw new IllegalArgumentException(
                        "gosan.document-certificates: the first one is not that of gosan.document-key");
            }
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalArgumentException("gosan.document-key or gosan.document-certificates cannot be used", e);
        }
    }

    X509Certificate certificate() {
        return chain.getFirst();
    }

    /**
     * A detached CMS signature over the content, as PAdES wants it (ETSI EN 319 142-1, baseline B): the signing certificate
     * is among what is signed, the time is not; it stands in the document.
     */
    byte[] sign(InputStream content) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                            .setSignedAttributeGenerator(attributes())
                            .build(new JcaContentSignerBuilder(ALGORITHM).build(key), certificate()));
            generator.addCertificates(new JcaCertStore(chain));
            return generator
                    .generate(new CMSProcessableByteArray(content.readAllBytes()), false)
                    .getEncoded();
        } catch (GeneralSecurityException | OperatorCreationException | CMSException e) {
            throw new IllegalStateException("cannot sign", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CMSAttributeTableGenerator attributes() throws GeneralSecurityException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate().getEncoded());
        Attribute signer = new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new DERSet(new SigningCertificateV2(new ESSCertIDv2(hash))));
        CMSAttributeTableGenerator usual = new DefaultSignedAttributeTableGenerator();
        return parameters -> {
            AttributeTable table = usual.getAttributes(parameters).remove(CMSAttributes.signingTime);
            return table.add(signer.getAttrType(), signer.getAttrValues().getObjectAt(0));
        };
    }

    /** The same for the same key: RSA signatures of this kind have nothing random in them. */
    private static X509Certificate selfIssued(PrivateKey key, PublicKey published)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        byte[] serial = MessageDigest.getInstance("SHA-256").digest(published.getEncoded());
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                SANDBOX,
                new BigInteger(1, serial).shiftRight(Long.SIZE * 2),
                Date.from(SANDBOX_FROM),
                Date.from(SANDBOX_TO),
                SANDBOX,
                published);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(
                Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder(ALGORITHM).build(key)));
    }

    private static List<X509Certificate> read(String pem) throws GeneralSecurityException {
        return CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
                .stream()
                .map(X509Certificate.class::cast)
                .toList();
    }
}
