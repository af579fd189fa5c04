package kr.gosan.sandbox;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 over the bytes of a message with the key of a player, hexadecimal. */
final class Signatures {

    static final String HEADER = "X-Bank-Signature";

    private static final String ALGORITHM = "HmacSHA256";

    private final Map<Player, byte[]> keys;

    Signatures(Map<Player, byte[]> keys) {
        this.keys = keys;
    }

    String of(Player player, byte[] message) {
        return HexFormat.of().formatHex(digest(player, message));
    }

    /** @param signature null and anything malformed fit nothing */
    boolean fits(Player player, String signature, byte[] message) {
        try {
            return signature != null
                    && MessageDigest.isEqual(HexFormat.of().parseHex(signature), digest(player, message));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private byte[] digest(Player player, byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(keys.get(player), ALGORITHM));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
