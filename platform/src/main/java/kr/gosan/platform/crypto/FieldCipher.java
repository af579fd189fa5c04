package kr.gosan.platform.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import kr.gosan.platform.GosanConfig;

/**
 * Encrypts single fields at rest with AES-GCM. The keyset may hold several keys: the primary one encrypts, all of them
 * decrypt, so keys rotate without rewriting rows. The ciphertext is bound to the row it belongs to.
 */
@Singleton
public final class FieldCipher {

    private final Aead aead;

    public FieldCipher(GosanConfig config) throws GeneralSecurityException {
        AeadConfig.register();
        this.aead = config.fieldKeys().isEmpty()
                ? null
                : TinkJsonProtoKeysetFormat.parseKeyset(config.fieldKeys().get(), InsecureSecretKeyAccess.get())
                        .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    /** @param row what the value belongs to, such as {@code person:<id>}; decryption needs the same */
    public byte[] encrypt(String plain, String row) {
        try {
            return aead().encrypt(plain.getBytes(StandardCharsets.UTF_8), row.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a field could not be encrypted", e);
        }
    }

    /** The plain text; throws {@link IllegalStateException} when the value was changed or moved to another row. */
    public String decrypt(byte[] cipher, String row) {
        try {
            return new String(aead().decrypt(cipher, row.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a field could not be decrypted", e);
        }
    }

    private Aead aead() {
        if (aead == null) {
            throw new IllegalStateException("gosan.field-keys is not set");
        }
        return aead;
    }
}
