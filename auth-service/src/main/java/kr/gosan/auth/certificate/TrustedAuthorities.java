package kr.gosan.auth.certificate;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;

/**
 * Whose certificates are accepted.
 *
 * @param anchors certificates at which a chain may end
 * @param revocationLists the complete list of every authority on the way, anchor included; what an authority without a
 *     current list has issued is refused
 */
public record TrustedAuthorities(Set<X509Certificate> anchors, List<X509CRL> revocationLists) {

    public TrustedAuthorities {
        anchors = Set.copyOf(anchors);
        revocationLists = List.copyOf(revocationLists);
    }
}
