package kr.gosan.platform.crypto;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import kr.gosan.kernel.number.ResidentNumber;
import kr.gosan.platform.GosanConfig;
import kr.gosan.platform.json.CanonicalJson;

/**
 * The keyed blind index over resident numbers (HMAC-SHA-256): the same person gives the same value, and without the key
 * nobody can get from the value to the number, although there are few enough numbers to try them all.
 */
@Singleton
public final class PersonIndex {

    private final Optional<SecretKeySpec> key;

    public PersonIndex(GosanConfig config) {
        this.key = config.personIndexKey().map(text -> {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (bytes.length != 32) {
                throw new IllegalArgumentException("gosan.person-index-key must be 32 bytes in base64");
            }
            return new SecretKeySpec(bytes, "HmacSHA256");
        });
    }

    /** The index value of a person: base64url without padding, 43 characters. */
    public String of(ResidentNumber number) {
        byte[] mac = mac(("person:" + number.digits()).getBytes(StandardCharsets.UTF_8))
                .orElseThrow(() -> new IllegalStateException("gosan.person-index-key is not set"));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    }

    /** A fingerprint of a document that may hold resident numbers: keyed wherever such numbers are kept. */
    public byte[] fingerprint(byte[] document) {
        return mac(document).orElseGet(() -> CanonicalJson.sha256(document));
    }

    private Optional<byte[]> mac(byte[] bytes) {
        return key.map(secret -> {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(secret);
                return mac.doFinal(bytes);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
