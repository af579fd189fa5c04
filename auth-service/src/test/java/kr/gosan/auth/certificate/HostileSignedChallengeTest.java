package kr.gosan.auth.certificate;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import kr.gosan.auth.certificate.CertificateVerifier.Evidence;
import kr.gosan.kernel.number.BusinessNumber;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Whatever bytes arrive, the answer is a refusal: no exception, no stack overflow. */
class HostileSignedChallengeTest {

    private static final Instant NOW = Instant.parse("2025-06-01T00:00:00Z");
    private static final byte[] CHALLENGE = "challenge".getBytes(StandardCharsets.US_ASCII);
    private static final TestAuthority AUTHORITY = TestAuthority.root("c=kr,o=yessign,cn=Test CA");
    private static final TrustedAuthorities TRUSTED = AUTHORITY.trusted(NOW);
    private static final byte[] SIGNED = AUTHORITY.signer().sign(CHALLENGE);

    private final CertificateVerifier verifier = new CertificateVerifier(CertificatePolicies.published());

    @Property(tries = 2000)
    void aChangedByteNeverThrows(@ForAll @IntRange(max = 4000) int position, @ForAll byte value) {
        byte[] changed = SIGNED.clone();
        changed[position % changed.length] = value;
        verify(changed);
    }

    @Property(tries = 500)
    void randomBytesAreRefused(@ForAll byte[] bytes) {
        assertInstanceOf(Verification.Refused.class, verify(bytes));
    }

    @Property(tries = 200)
    void aTruncatedMessageIsRefused(@ForAll @IntRange(max = 4000) int length) {
        assertInstanceOf(Verification.Refused.class, verify(Arrays.copyOf(SIGNED, length % SIGNED.length)));
    }

    @Property(tries = 500)
    void nestingNeverThrowsOnAnyBytes(@ForAll byte[] bytes) {
        Nesting.within(32, bytes);
    }

    @Test
    void theMessagesOfRealClientsAreShallow() {
        assertTrue(Nesting.within(16, SIGNED));
        assertFalse(Nesting.within(4, SIGNED));
    }

    @Test
    void deepNestingIsRefused() {
        byte[] indefinite = new byte[64 * 1024];
        for (int i = 0; i < indefinite.length; i += 2) {
            indefinite[i] = 0x30;
            indefinite[i + 1] = (byte) 0x80;
        }
        assertInstanceOf(Verification.Refused.class, verify(indefinite));
        assertInstanceOf(Verification.Refused.class, verify(nestedDefinite(20_000)));
    }

    private static byte[] nestedDefinite(int depth) {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        for (int remaining = depth; remaining > 0; remaining--) {
            int length = (remaining - 1) * 5;
            out.writeBytes(new byte[] {0x30, (byte) 0x83, (byte) (length >> 16), (byte) (length >> 8), (byte) length});
        }
        return out.toByteArray();
    }

    private Verification verify(byte[] signed) {
        return verifier.verify(
                new Evidence(
                        signed, TestAuthority.RANDOM, new ClaimedHolder.Business(BusinessNumber.of("123-45-67891"))),
                CHALLENGE,
                TRUSTED,
                NOW);
    }
}
