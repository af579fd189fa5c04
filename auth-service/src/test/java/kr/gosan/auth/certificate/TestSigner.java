package kr.gosan.auth.certificate;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Signs a challenge the way a client does: CMS SignedData, SHA-256 with RSA, certificate included. */
public record TestSigner(X509Certificate certificate, PrivateKey key) {

    public byte[] sign(byte[] challenge) {
        return sign(challenge, true, true, "SHA256withRSA", List.of(certificate));
    }

    byte[] sign(
            byte[] content,
            boolean encapsulated,
            boolean signedAttributes,
            String algorithm,
            List<X509Certificate> included) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                            .setDirectSignature(!signedAttributes)
                            .build(new JcaContentSignerBuilder(algorithm).build(key), certificate));
            generator.addCertificates(new JcaCertStore(included));
            return generator
                    .generate(new CMSProcessableByteArray(content), encapsulated)
                    .getEncoded();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
