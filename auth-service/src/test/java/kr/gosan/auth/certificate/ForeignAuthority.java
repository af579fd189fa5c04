package kr.gosan.auth.certificate;

/** An authority that nobody trusts, for tests outside this package. Its certificates are right in everything else. */
public final class ForeignAuthority {

    public static final byte[] VID_RANDOM = TestAuthority.RANDOM;

    private ForeignAuthority() {}

    /** Signs with a corporate certificate that is valid for a long time. */
    public static TestSigner signer(String identityNumber) {
        return TestAuthority.root("c=kr,o=GosanSandbox,ou=AccreditedCA,cn=Gosan Sandbox CA")
                .signer(order -> order.withIdentity(identityNumber).valid());
    }
}
