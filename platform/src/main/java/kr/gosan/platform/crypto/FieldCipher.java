package kr.gosan.platform.crypto;

import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import kr.gosan.platform.GosanConfig;

/**
 * Encrypts single fields at rest with AES-GCM. The keyset may hold several keys: the primary one encrypts, all of them
 * decrypt, so keys rotate without rewriting rows. The ciphertext is bound to the row it belongs to.
 */
@Singleton
public final class FieldCipher {

    private final Keyset keys;

    public FieldCipher(GosanConfig config) throws GeneralSecurityException {
        this.keys = new Keyset("gosan.field-keys", config.fieldKeys());
    }

    /** @param row what the value belongs to, such as {@code person:<id>}; decryption needs the same */
    public byte[] encrypt(String plain, String row) {
        try {
            return keys.encrypt(plain, row);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a field could not be encrypted", e);
        }
    }

    /** The plain text; throws {@link IllegalStateException} when the value was changed or moved to another row. */
    public String decrypt(byte[] cipher, String row) {
        try {
            return keys.decrypt(cipher, row);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a field could not be decrypted", e);
        }
    }
}
