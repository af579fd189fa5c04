package kr.gosan.platform.testing;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Fresh keys for a test run: what Keycloak and the launcher provide otherwise. */
public final class TestKeys implements QuarkusTestResourceLifecycleManager {

    static final String SIGNING_KEY = "testing.signing-key";

    @Override
    public Map<String, String> start() {
        try {
            KeyPair tokens = rsa();
            byte[] index = new byte[32];
            new SecureRandom().nextBytes(index);
            return Map.of(
                    "quarkus.oidc.public-key",
                    Base64.getEncoder().encodeToString(tokens.getPublic().getEncoded()),
                    SIGNING_KEY,
                    Base64.getEncoder().encodeToString(tokens.getPrivate().getEncoded()),
                    "gosan.receipt-keys",
                    receiptKeys(),
                    "gosan.document-key",
                    Base64.getEncoder().encodeToString(rsa().getPrivate().getEncoded()),
                    "gosan.field-keys",
                    fieldKeys(),
                    "gosan.account-keys",
                    fieldKeys(),
                    "gosan.person-index-key",
                    Base64.getEncoder().encodeToString(index));
        } catch (GeneralSecurityException | JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {}

    private static KeyPair rsa() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static String receiptKeys() throws JoseException {
        EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        key.setKeyId("test-1");
        return new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE);
    }

    private static String fieldKeys() throws GeneralSecurityException {
        AeadConfig.register();
        return TinkJsonProtoKeysetFormat.serializeKeyset(
                KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM), InsecureSecretKeyAccess.get());
    }
}
