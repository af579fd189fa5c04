package kr.gosan.local;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class KeysTest {

    private static final byte[] MESSAGE = "보험료신고서".getBytes(StandardCharsets.UTF_8);

    @Test
    void tinkReadsTheFieldKeysAndEncryptsWithThem() throws GeneralSecurityException {
        AeadConfig.register();
        var keys = TinkJsonProtoKeysetFormat.parseKeyset(Keys.fieldKeySet(), InsecureSecretKeyAccess.get());
        var aead = keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
        byte[] context = new byte[] {1};
        assertArrayEquals(MESSAGE, aead.decrypt(aead.encrypt(MESSAGE, context), context));
        assertEquals(
                PredefinedAeadParameters.AES256_GCM, keys.getPrimary().getKey().getParameters());
    }

    @Test
    void theHalvesOfASigningKeyBelongTogether() throws GeneralSecurityException {
        for (int i = 0; i < 20; i++) {
            String set = Keys.signingKeySet();
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            var curve = parameters.getParameterSpec(ECParameterSpec.class);
            var factory = KeyFactory.getInstance("EC");
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(factory.generatePrivate(new ECPrivateKeySpec(number(set, "d"), curve)));
            signature.update(MESSAGE);
            byte[] signed = signature.sign();
            var point = new ECPoint(number(set, "x"), number(set, "y"));
            signature.initVerify(factory.generatePublic(new ECPublicKeySpec(point, curve)));
            signature.update(MESSAGE);
            assertTrue(signature.verify(signed), set);
        }
    }

    @Test
    void aCoordinateKeepsItsLeadingZerosAndLosesTheSignByte() {
        byte[] short31 = new byte[31];
        short31[0] = 1;
        assertEquals("AAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", Keys.coordinate(new BigInteger(1, short31)));
        byte[] full = new byte[32];
        full[0] = (byte) 0xff;
        assertEquals("_wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", Keys.coordinate(new BigInteger(1, full)));
    }

    @Test
    void aPasswordNeedsNoQuotingAnywhereAndIsNeverTheSame() {
        assertTrue(Pattern.matches("[A-Za-z0-9]{32}", Keys.password()));
        assertNotEquals(Keys.password(), Keys.password());
    }

    private static BigInteger number(String set, String name) {
        var member = Pattern.compile("\"" + name + "\":\"([^\"]{43})\"").matcher(set);
        assertTrue(member.find(), name + " is 32 bytes in " + set);
        return new BigInteger(1, Base64.getUrlDecoder().decode(member.group(1)));
    }
}
