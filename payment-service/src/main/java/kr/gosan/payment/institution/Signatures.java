package kr.gosan.payment.institution;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.EnumMap;
import java.util.EnumSet;
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
        return fits(signature, digest(institution, message));
    }

    private static boolean fits(String signature, byte[] digest) {
        try {
            return signature != null && MessageDigest.isEqual(HexFormat.of().parseHex(signature), digest);
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

    /** Begins to check a message that is too large to be kept: whose it is, is known when all of it has gone by. */
    public Running running(Set<Institution> among) {
        Map<Institution, Mac> macs = new EnumMap<>(Institution.class);
        among.forEach(institution -> macs.put(institution, mac(institution)));
        return new Running(macs);
    }

    /** The signatures of a message that goes by in pieces. */
    public static final class Running {

        private final Map<Institution, Mac> macs;

        private Running(Map<Institution, Mac> macs) {
            this.macs = macs;
        }

        public void update(byte[] bytes, int offset, int length) {
            macs.values().forEach(mac -> mac.update(bytes, offset, length));
        }

        /** Once, when all has gone by: everybody whose signature it is, more than one where they share a key. */
        public Set<Institution> signers(String signature) {
            Set<Institution> signers = EnumSet.noneOf(Institution.class);
            macs.forEach((institution, mac) -> {
                if (fits(signature, mac.doFinal())) {
                    signers.add(institution);
                }
            });
            return signers;
        }
    }

    private byte[] digest(Institution institution, byte[] message) {
        return mac(institution).doFinal(message);
    }

    private Mac mac(Institution institution) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(keys.get(institution));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
