package kr.gosan.auth.certificate;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Chain building and validation (RFC 5280 §6) by the JDK; revocation is {@link Revocation}'s. */
final class CertificateChain {

    private static final int MOST_INTERMEDIATES = 3;

    private CertificateChain() {}

    /** The certificate, its issuer and so on up to the anchor, both ends included; empty when there is no valid chain. */
    static List<X509Certificate> from(
            X509Certificate certificate,
            Collection<X509Certificate> intermediates,
            Set<X509Certificate> anchors,
            Instant at) {
        if (anchors.isEmpty()) {
            return List.of();
        }
        try {
            List<X509Certificate> candidates = new ArrayList<>(intermediates);
            candidates.add(certificate);
            X509CertSelector target = new X509CertSelector();
            target.setCertificate(certificate);
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(
                    anchors.stream()
                            .map(anchor -> new TrustAnchor(anchor, null))
                            .collect(Collectors.toSet()),
                    target);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(candidates)));
            parameters.setDate(Date.from(at));
            parameters.setRevocationEnabled(false);
            parameters.setMaxPathLength(MOST_INTERMEDIATES);
            PKIXCertPathBuilderResult result = (PKIXCertPathBuilderResult)
                    CertPathBuilder.getInstance("PKIX").build(parameters);
            List<X509Certificate> chain = new ArrayList<>();
            result.getCertPath().getCertificates().forEach(each -> chain.add((X509Certificate) each));
            chain.add(result.getTrustAnchor().getTrustedCert());
            return chain;
        } catch (CertPathBuilderException untrusted) {
            return List.of();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
