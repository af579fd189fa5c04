package kr.gosan.auth.certificate;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.PolicyInformation;

/** Reads the extension {@code certificatePolicies} (RFC 5280 §4.2.1.4). */
final class PolicyOids {

    private PolicyOids() {}

    /** Empty when there are none, or the extension is malformed. */
    static List<String> of(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(Extension.certificatePolicies.getId());
        if (extension == null) {
            return List.of();
        }
        try {
            byte[] content = ASN1OctetString.getInstance(extension).getOctets();
            return Stream.of(CertificatePolicies.getInstance(content).getPolicyInformation())
                    .map(PolicyInformation::getPolicyIdentifier)
                    .map(Object::toString)
                    .toList();
        } catch (RuntimeException malformed) {
            // BouncyCastle reports structure that is not as expected by various unchecked exceptions.
            return List.of();
        }
    }
}
