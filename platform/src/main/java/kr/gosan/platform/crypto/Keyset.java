package kr.gosan.platform.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;

/** A Tink keyset out of a setting: its primary key encrypts, all of its keys decrypt. */
final class Keyset {

    private final String setting;
    private final Aead aead;

    /** @param setting its name, for who forgot it: without keys a service starts, but cannot encrypt */
    Keyset(String setting, Optional<String> keys) throws GeneralSecurityException {
        AeadConfig.register();
        this.setting = setting;
        this.aead = keys.isEmpty()
                ? null
                : TinkJsonProtoKeysetFormat.parseKeyset(keys.get(), InsecureSecretKeyAccess.get())
                        .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    byte[] encrypt(String plain, String boundTo) throws GeneralSecurityException {
        return aead().encrypt(plain.getBytes(StandardCharsets.UTF_8), boundTo.getBytes(StandardCharsets.UTF_8));
    }

    String decrypt(byte[] cipher, String boundTo) throws GeneralSecurityException {
        return new String(aead().decrypt(cipher, boundTo.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    private Aead aead() {
        if (aead == null) {
            throw new IllegalStateException(setting + " is not set");
        }
        return aead;
    }
}
