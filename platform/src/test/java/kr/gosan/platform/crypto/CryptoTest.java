package kr.gosan.platform.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kr.gosan.kernel.number.ResidentNumber;
import kr.gosan.platform.GosanConfig;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.junit.jupiter.api.Test;

class CryptoTest {

    private static final ResidentNumber PERSON = ResidentNumber.of("900101-1234568");

    @Test
    void aFieldComesBackOnlyInItsOwnRowAndUnchanged() throws Exception {
        FieldCipher cipher = cipher(keys());
        byte[] sealed = cipher.encrypt(PERSON.digits(), "person:1");
        assertEquals(PERSON.digits(), cipher.decrypt(sealed, "person:1"));
        assertThrows(IllegalStateException.class, () -> cipher.decrypt(sealed, "person:2"));
        byte[] changed = Arrays.copyOf(sealed, sealed.length);
        changed[changed.length - 1] ^= 1;
        assertThrows(IllegalStateException.class, () -> cipher.decrypt(changed, "person:1"));
        assertFalse(new String(sealed, StandardCharsets.ISO_8859_1).contains(PERSON.digits()));
        assertFalse(Arrays.equals(sealed, cipher.encrypt(PERSON.digits(), "person:1")));
    }

    @Test
    void afterARotationOldFieldsStillOpenAndNewOnesUseTheNewKey() throws Exception {
        KeysetHandle old = keys();
        byte[] sealed = cipher(old).encrypt("x", "row");
        KeysetHandle rotated = KeysetHandle.newBuilder(old)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build();
        assertEquals("x", cipher(rotated).decrypt(sealed, "row"));
        byte[] fresh = cipher(rotated).encrypt("x", "row");
        assertThrows(IllegalStateException.class, () -> cipher(old).decrypt(fresh, "row"));
    }

    @Test
    void anAccountOpensOnlyForWhatItWasSealedForAndWithAKeyOfBothServices() throws Exception {
        KeysetHandle shared = keys();
        String sealed = seal(shared).seal("110-222-333333", "12345678916 REFUND 1");
        assertEquals(Optional.of("110-222-333333"), seal(shared).open(sealed, "12345678916 REFUND 1"));
        assertEquals(Optional.empty(), seal(shared).open(sealed, "12345678916 REFUND 2"));
        assertEquals(Optional.empty(), seal(keys()).open(sealed, "12345678916 REFUND 1"));
        assertEquals(Optional.empty(), seal(shared).open("not base64!", "12345678916 REFUND 1"));
        assertFalse(sealed.contains("333333"));
        AccountSeal without = new AccountSeal(config(Optional.empty(), Optional.empty()));
        assertThrows(IllegalStateException.class, () -> without.seal("x", "y"));
    }

    @Test
    void theIndexFindsAPersonAndHidesTheNumber() {
        PersonIndex index = new PersonIndex(config(Optional.empty(), Optional.of(key(1))));
        assertEquals(43, index.of(PERSON).length());
        assertEquals(index.of(PERSON), index.of(ResidentNumber.of("9001011234568")));
        assertNotEquals(index.of(PERSON), index.of(ResidentNumber.of("9001011234569")));
        assertNotEquals(index.of(PERSON), new PersonIndex(config(Optional.empty(), Optional.of(key(2)))).of(PERSON));
        assertThrows(
                IllegalStateException.class,
                () -> new PersonIndex(config(Optional.empty(), Optional.empty())).of(PERSON));
        assertThrows(
                IllegalArgumentException.class, () -> new PersonIndex(config(Optional.empty(), Optional.of("AAAA"))));
    }

    @Test
    void fingerprintsAreKeyedWherePersonalNumbersAreKept() {
        byte[] document = "{}".getBytes(StandardCharsets.UTF_8);
        byte[] keyed = new PersonIndex(config(Optional.empty(), Optional.of(key(1)))).fingerprint(document);
        byte[] plain = new PersonIndex(config(Optional.empty(), Optional.empty())).fingerprint(document);
        assertFalse(Arrays.equals(keyed, plain));
        assertArrayEquals(keyed, new PersonIndex(config(Optional.empty(), Optional.of(key(1)))).fingerprint(document));
    }

    @Test
    void aReceiptVerifiesAgainstThePublishedKeysAlone() throws Exception {
        EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        key.setKeyId("2026-1");
        var keys = new kr.gosan.platform.receipt.ReceiptKeys(
                config(new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE)));
        JsonWebSignature jws = new JsonWebSignature();
        jws.setCompactSerialization(keys.sign("{\"receiptNo\":\"P-1\"}"));
        Map<String, Object> published = published(keys);
        assertFalse(published.containsKey("d"));
        jws.setKey(JsonWebKey.Factory.newJwk(published).getKey());
        assertEquals(true, jws.verifySignature());
        assertEquals("2026-1", jws.getKeyIdHeaderValue());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> published(kr.gosan.platform.receipt.ReceiptKeys keys) {
        return ((java.util.List<Map<String, Object>>) keys.published().get("keys")).getFirst();
    }

    private static KeysetHandle keys() throws GeneralSecurityException {
        AeadConfig.register();
        return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
    }

    private static FieldCipher cipher(KeysetHandle keys) throws GeneralSecurityException {
        return new FieldCipher(config(
                Optional.of(TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get())),
                Optional.empty()));
    }

    private static AccountSeal seal(KeysetHandle keys) throws GeneralSecurityException {
        return new AccountSeal(config(
                Optional.of(TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get())),
                Optional.empty()));
    }

    private static String key(int seed) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) seed);
        return Base64.getEncoder().encodeToString(key);
    }

    private static GosanConfig config(String receiptKeys) {
        return new Config(receiptKeys, Optional.empty(), Optional.empty());
    }

    private static GosanConfig config(Optional<String> fieldKeys, Optional<String> personIndexKey) {
        return new Config("", fieldKeys, personIndexKey);
    }

    private record Config(String receiptKeys, Optional<String> fieldKeys, Optional<String> personIndexKey)
            implements GosanConfig {
        @Override
        public java.util.Optional<java.nio.file.Path> lawDirectory() {
            return java.util.Optional.empty();
        }

        @Override
        public String service() {
            return "platform";
        }

        @Override
        public String topics() {
            return "test";
        }

        @Override
        public boolean sandbox() {
            return false;
        }

        @Override
        public Optional<String> accountKeys() {
            return fieldKeys;
        }

        @Override
        public Optional<String> documentKey() {
            return Optional.empty();
        }

        @Override
        public Optional<String> documentCertificates() {
            return Optional.empty();
        }

        @Override
        public Optional<String> publicUrl() {
            return Optional.empty();
        }

        @Override
        public Optional<Set<String>> streamedPaths() {
            return Optional.empty();
        }
    }
}
