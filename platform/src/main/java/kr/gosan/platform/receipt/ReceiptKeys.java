package kr.gosan.platform.receipt;

import jakarta.inject.Singleton;
import java.util.Map;
import kr.gosan.platform.GosanConfig;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** The keys a service signs with. The first signs; all are published, so that older signatures stay verifiable. */
@Singleton
public final class ReceiptKeys {

    private final JsonWebKeySet keys;
    private final PublicJsonWebKey signing;

    public ReceiptKeys(GosanConfig config) throws JoseException {
        this.keys = new JsonWebKeySet(config.receiptKeys());
        this.signing = (PublicJsonWebKey) keys.getJsonWebKeys().getFirst();
        if (signing.getPrivateKey() == null || signing.getKeyId() == null) {
            throw new IllegalArgumentException("gosan.receipt-keys: the first key needs its private part and a kid");
        }
    }

    /** Compact JWS, ES256, over the payload. */
    public String sign(String payload) {
        return sign(payload, "JOSE");
    }

    /** The same with another {@code typ}, such as {@code JWT}. */
    public String sign(String payload, String type) {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setPayload(payload);
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        jws.setKeyIdHeaderValue(signing.getKeyId());
        jws.setHeader("typ", type);
        jws.setKey(signing.getPrivateKey());
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }

    /** The public keys as a JWK set. */
    public Map<String, Object> published() {
        return Map.of(
                "keys",
                keys.getJsonWebKeys().stream()
                        .map(key -> key.toParams(OutputControlLevel.PUBLIC_ONLY))
                        .toList());
    }
}
