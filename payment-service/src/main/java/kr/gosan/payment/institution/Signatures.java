package kr.gosan.payment.institution;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proves who sent a message and that it arrived as it was sent: HMAC-SHA256 over its bytes with the key an institution
 * shares with the agency, hexadecimal, compared in constant time. Made at the start, so that a wrong key stops the service
 * and not the first message.
 */
@Startup
@Singleton
public final class Signatures {

    /** The header that carries a signature, of requests and of answers. */
    public static final String HEADER = "X-Bank-Signature";

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final Map<Institution, SecretKeySpec> keys = new EnumMap<>(Institution.class);

    Signatures(InstitutionSettings settings) {
        for (Institution institution : Institution.values()) {
            byte[] key = Base64.getDecoder().decode(settings.of(institution).key());
            if (key.length != KEY_BYTES) {
                throw new IllegalStateException("the key of " + institution + " is not " + KEY_BYTES + " bytes");
            }
            keys.put(institution, new SecretKeySpec(key, ALGORITHM));
        }
    }

    /** The signature of a message of ours to an institution. */
    public String of(Institution institution, byte[] message) {
        return HexFormat.of().formatHex(digest(institution, message));
    }

    /** @param signature hexadecimal, of any case; null and anything malformed fit nothing */
    public boolean fits(Institution institution, String signature, byte[] message) {
        try {
            return signature != null
                    && MessageDigest.isEqual(HexFormat.of().parseHex(signature), digest(institution, message));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /** Which of some institutions signed a message, the first of those that share a key. */
    public Optional<Institution> signer(String signature, byte[] message, Set<Institution> among) {
        return among.stream()
                .sorted()
                .filter(institution -> fits(institution, signature, message))
                .findFirst();
    }

    private byte[] digest(Institution institution, byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(keys.get(institution));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
