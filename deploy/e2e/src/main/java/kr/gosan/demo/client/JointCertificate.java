package kr.gosan.demo.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/** A joint certificate (공동인증서) in its holder's hand, with the private key and the random R of its VID. */
public record JointCertificate(X509Certificate certificate, PrivateKey privateKey, String vidRandom) {

    /** Asks the sandbox authority for one. */
    public static JointCertificate fromSandbox(FrontDoor door, ObjectNode request) {
        Answer issued = door.post("/auth/v1/sandbox/certificates", request).expect(201);
        try {
            X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(issued.text("/certificate").getBytes(StandardCharsets.US_ASCII)));
            String pem = issued.text("/privateKey").replaceAll("-----[A-Z ]+-----|\\s", "");
            PrivateKey key = KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
            return new JointCertificate(certificate, key, issued.text("/vidRandom"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** CMS SignedData around the content, SHA-256 with RSA, the certificate included; base64. */
    public String sign(byte[] content) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withRSA", privateKey, certificate));
            generator.addCertificates(new JcaCertStore(List.of(certificate)));
            return Base64.getEncoder()
                    .encodeToString(generator
                            .generate(new CMSProcessableByteArray(content), true)
                            .getEncoded());
        } catch (CMSException | OperatorCreationException | IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
