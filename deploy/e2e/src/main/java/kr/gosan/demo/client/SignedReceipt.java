package kr.gosan.demo.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;

/** A receipt's signature, checked with nothing but the JDK and the published keys (JWS, ES256). */
public final class SignedReceipt {

    private static final Base64.Decoder BASE64 = Base64.getUrlDecoder();

    private SignedReceipt() {}

    /** @param keys the JWK set of the service that issued the receipt */
    public static boolean verify(String jws, JsonNode keys) {
        String[] parts = jws.split("\\.");
        String keyId = json(parts[0]).path("kid").asText();
        for (JsonNode key : keys.path("keys")) {
            if (key.path("kid").asText().equals(keyId)) {
                return verify(parts, key);
            }
        }
        return false;
    }

    /** What the receipt states. */
    public static JsonNode claims(String jws) {
        return json(jws.split("\\.")[1]);
    }

    /** Hex SHA-256 of a document in canonical form (RFC 8785): what a receipt states about the filing it is for. */
    public static String sha256(JsonNode filing) {
        try {
            byte[] canonical = new JsonCanonicalizer(filing.toString()).getEncodedUTF8();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean verify(String[] parts, JsonNode key) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initVerify(publicKey(key));
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(BASE64.decode(parts[2]));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PublicKey publicKey(JsonNode key) throws GeneralSecurityException {
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        ECPoint point = new ECPoint(number(key, "x"), number(key, "y"));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
    }

    private static BigInteger number(JsonNode key, String name) {
        return new BigInteger(1, BASE64.decode(key.path(name).asText()));
    }

    private static JsonNode json(String part) {
        try {
            return FrontDoor.JSON.readTree(BASE64.decode(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
