package kr.gosan.auth.certificate;

/**
 * What an authority promises with one certificate policy: who the holder is and what the certificate is for.
 *
 * @param oid dotted object identifier, such as {@code 1.2.410.200005.1.1.5}
 * @param authority the authority that issues under it, such as {@code yessign}
 * @param accepted whether a login takes it
 */
public record CertificatePolicy(String oid, String authority, HolderType holder, Scope scope, boolean accepted) {

    /** {@link #BUSINESS} includes sole proprietors, {@link #CORPORATION} does not; both carry a business number. */
    public enum HolderType {
        CORPORATION,
        BUSINESS,
        PERSON
    }

    /** {@link #LIMITED}: only for the purpose the policy names, such as banking. */
    public enum Scope {
        UNIVERSAL,
        LIMITED
    }
}
