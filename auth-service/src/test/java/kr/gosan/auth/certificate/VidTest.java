package kr.gosan.auth.certificate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class VidTest {

    private static final byte[] RANDOM = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** The encoding written out by hand, so that the class is not its own witness. */
    @Test
    void theVidIsTheDoubleHashOfNumberAndRandomInDer() throws Exception {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(HexFormat.of().parseHex("3023" + "130a")); // SEQUENCE of 35, PrintableString of 10
        content.writeBytes("1234567891".getBytes(StandardCharsets.US_ASCII));
        content.writeBytes(HexFormat.of().parseHex("0315" + "00")); // BIT STRING of 21, no unused bits
        content.writeBytes(RANDOM);
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        byte[] expected = sha256.digest(sha256.digest(content.toByteArray()));

        byte[] names = Vid.of("1234567891", RANDOM).alternativeNames("고산").getEncoded();

        assertArrayEquals(expected, Arrays.copyOfRange(names, names.length - 32, names.length));
    }

    @Test
    void numberAndRandomBothCount() {
        Vid vid = Vid.of("1234567891", RANDOM);

        assertTrue(vid.matches(Vid.of("1234567891", RANDOM)));
        assertFalse(vid.matches(Vid.of("1234567892", RANDOM)));
        assertFalse(vid.matches(Vid.of("1234567891", new byte[20])));
    }

    @Test
    void itIsReadBackFromTheCertificate() {
        var certificate = TestAuthority.root("cn=CA").signer().certificate();

        assertTrue(Vid.in(certificate).orElseThrow().matches(Vid.of("1234567891", TestAuthority.RANDOM)));
        assertEquals(20, Vid.RANDOM_LENGTH);
    }
}
