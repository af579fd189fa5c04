package kr.gosan.platform.crypto;

import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import kr.gosan.platform.GosanConfig;

/**
 * Seals numbers of accounts, cards and phones for an event, with AES-GCM. Only the service that tells of them and the one
 * that pays to them hold the keyset, so whoever else reads the topic, a dead letter or an outbox row sees nothing. The keyset may hold
 * several keys: give a new one to both services before it becomes the primary one.
 */
@Singleton
public final class AccountSeal {

    private final Keyset keys;

    public AccountSeal(GosanConfig config) throws GeneralSecurityException {
        this.keys = new Keyset("gosan.account-keys", config.accountKeys());
    }

    /**
     * Base64 of the sealed text.
     *
     * @param boundTo what it belongs to: workplace, purpose and registration; it opens with the same only
     */
    public String seal(String plain, String boundTo) {
        try {
            return Base64.getEncoder().encodeToString(keys.encrypt(plain, boundTo));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an account could not be sealed", e);
        }
    }

    /** The text; empty when it was changed, sealed for something else or with a key that is not here. */
    public Optional<String> open(String sealed, String boundTo) {
        try {
            return Optional.of(keys.decrypt(Base64.getDecoder().decode(sealed), boundTo));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
