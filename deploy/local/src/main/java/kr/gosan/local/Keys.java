package kr.gosan.local;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/** Makes key material in the formats its users read, with the cryptography of the JDK alone. */
final class Keys {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private Keys() {}

    /** 192 random bits in letters that need no quoting in a shell, a URL or a properties file. */
    static String password() {
        return URL.encodeToString(random(24)).replace('-', 'x').replace('_', 'y');
    }

    static String bytes32() {
        return Base64.getEncoder().encodeToString(random(32));
    }

    /** Kafka's own format of a cluster id: a UUID in base64url; it must not begin with a hyphen on a command line. */
    static String clusterId() {
        byte[] uuid = random(16);
        uuid[0] &= 0x3f;
        return URL.encodeToString(uuid);
    }

    /** A JWK set (RFC 7517) with one private EC P-256 key for ES256. */
    static String signingKeySet() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = generator.generateKeyPair();
            var point = ((ECPublicKey) pair.getPublic()).getW();
            return "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"use\":\"sig\",\"alg\":\"ES256\",\"kid\":\"%s\","
                            .formatted(URL.encodeToString(random(9)))
                    + "\"x\":\"%s\",\"y\":\"%s\",\"d\":\"%s\"}]}"
                            .formatted(
                                    coordinate(point.getAffineX()),
                                    coordinate(point.getAffineY()),
                                    coordinate(((ECPrivateKey) pair.getPrivate()).getS()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has EC keys on secp256r1", e);
        }
    }

    /** An RSA key of 3072 bits, PKCS#8 in base64: what documents are signed with. */
    static String documentKey() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(3072);
            return Base64.getEncoder()
                    .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has RSA keys", e);
        }
    }

    /** A Tink keyset with one AES256-GCM key, in Tink's JSON format. */
    static String fieldKeySet() {
        // The message AesGcmKey: field 1 (version) is 0 and therefore left out, field 3 (key_value) is the key.
        var message =
                ByteBuffer.allocate(34).put((byte) (3 << 3 | 2)).put((byte) 32).put(random(32));
        int id = RANDOM.nextInt(1, Integer.MAX_VALUE);
        return "{\"primaryKeyId\":%d,\"key\":[{\"keyData\":{".formatted(id)
                + "\"typeUrl\":\"type.googleapis.com/google.crypto.tink.AesGcmKey\",\"value\":\"%s\","
                        .formatted(Base64.getEncoder().encodeToString(message.array()))
                + "\"keyMaterialType\":\"SYMMETRIC\"},\"status\":\"ENABLED\",\"keyId\":%d,".formatted(id)
                + "\"outputPrefixType\":\"TINK\"}]}";
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** 32 bytes big-endian, as RFC 7518 §6.2.1.2 wants: BigInteger adds a sign byte and drops leading zeros. */
    static String coordinate(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] fixed = new byte[32];
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
        Arrays.fill(bytes, (byte) 0);
        return URL.encodeToString(fixed);
    }
}
