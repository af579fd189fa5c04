package kr.gosan.auth.certificate;

import java.security.GeneralSecurityException;
import java.security.cert.CRLReason;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Optional;
import java.util.Set;

/** Revocation by complete revocation lists (RFC 5280 §5). */
final class Revocation {

    private Revocation() {}

    /** Why the certificate is not good; empty when a current list of its issuer does not name it. */
    static Optional<Refusal> of(
            X509Certificate certificate, X509Certificate issuer, Collection<X509CRL> lists, Instant at) {
        Optional<X509CRL> list =
                lists.stream().filter(each -> speaksFor(each, issuer, at)).findFirst();
        if (list.isEmpty()) {
            return Optional.of(Refusal.REVOCATION_UNKNOWN);
        }
        X509CRLEntry entry = list.get().getRevokedCertificate(certificate);
        if (entry == null) {
            return Optional.empty();
        }
        return Optional.of(
                entry.getRevocationReason() == CRLReason.CERTIFICATE_HOLD
                        ? Refusal.CERTIFICATE_SUSPENDED
                        : Refusal.CERTIFICATE_REVOKED);
    }

    private static boolean speaksFor(X509CRL list, X509Certificate issuer, Instant at) {
        Date date = Date.from(at);
        if (!list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())
                || date.before(list.getThisUpdate())
                || list.getNextUpdate() == null
                || date.after(list.getNextUpdate())) {
            return false;
        }
        // A critical extension means a partial list: deltas, single distribution points, lists of other issuers.
        Set<String> critical = list.getCriticalExtensionOIDs();
        if (critical != null && !critical.isEmpty()) {
            return false;
        }
        try {
            list.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException forged) {
            return false;
        }
    }
}
