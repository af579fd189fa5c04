package kr.gosan.payment.banknotice;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Proves that a notice comes from the bank and arrived as it was sent: HMAC-SHA256 over the body's bytes, compared in
 * constant time. Made at the start, so that a wrong key stops the service and not the first notice.
 */
@Startup
@Singleton
public final class BankSignature {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec key;

    BankSignature(@ConfigProperty(name = "gosan.bank-secret") String secret) {
        byte[] bytes = Base64.getDecoder().decode(secret);
        if (bytes.length != KEY_BYTES) {
            throw new IllegalStateException("gosan.bank-secret is not " + KEY_BYTES + " bytes");
        }
        key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /** @param signature hexadecimal, of any case; null and anything malformed fit nothing */
    boolean fits(String signature, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return signature != null && MessageDigest.isEqual(HexFormat.of().parseHex(signature), mac.doFinal(body));
        } catch (IllegalArgumentException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
