package kr.gosan.auth.sandbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kr.gosan.auth.AuthConfig;
import kr.gosan.auth.certificate.ClaimedHolder;
import kr.gosan.auth.certificate.TrustedAuthorities;
import kr.gosan.auth.certificate.Vid;
import kr.gosan.kernel.time.KoreanTime;
import kr.gosan.platform.GosanConfig;
import kr.gosan.platform.crypto.FieldCipher;
import kr.gosan.platform.workplace.WorkplaceClock;

/**
 * The sandbox's certificate authority: everything a client needs to log in, without a real authority. Its root is made
 * once and kept, the private key encrypted. Outside the sandbox it issues nothing and nobody trusts it.
 */
@Singleton
public class SandboxAuthority {

    private static final String KEY_ROW = "sandbox-authority";
    private static final int RSA_BITS = 2048;
    private static final int SERIAL_BITS = 127;
    private static final int MOST_PER_MINUTE = 120;
    private static final LocalDate ROOT_FROM = LocalDate.of(2015, 1, 1);
    private static final LocalDate ROOT_UNTIL = LocalDate.of(2045, 1, 1);
    private static final Duration LIST_VALIDITY = Duration.ofDays(1);
    /** A list counts from a little before it is made: a login that began just then must find it in force. */
    private static final Duration LIST_BACKDATED = Duration.ofMinutes(1);

    private final SandboxStore store;
    private final FieldCipher cipher;
    private final WorkplaceClock clock;
    private final boolean on;
    private final String endpoints;
    private final SecureRandom random = new SecureRandom();
    private volatile Root root;

    SandboxAuthority(
            SandboxStore store, FieldCipher cipher, WorkplaceClock clock, GosanConfig platform, AuthConfig config) {
        this.store = store;
        this.cipher = cipher;
        this.clock = clock;
        this.on = platform.sandbox();
        this.endpoints = config.publicUrl() + "/auth/v1/sandbox";
    }

    private record Root(X509Certificate certificate, PrivateKey key) {}

    /** @param publicKey empty: the sandbox makes the key pair */
    record Order(
            SandboxHolder kind,
            String name,
            ClaimedHolder holder,
            Optional<PublicKey> publicKey,
            Optional<LocalDate> validFrom) {}

    /** @param privateKey empty when the client has it */
    record Issued(X509Certificate certificate, Optional<PrivateKey> privateKey, byte[] vidRandom) {}

    boolean isOn() {
        return on;
    }

    /** What a login has to trust: this authority with its current revocation list, or nothing outside the sandbox. */
    public TrustedAuthorities trusted() {
        return on
                ? new TrustedAuthorities(Set.of(root().certificate()), List.of(revocationList()))
                : new TrustedAuthorities(Set.of(), List.of());
    }

    X509Certificate certificate() {
        return root().certificate();
    }

    X509CRL revocationList() {
        Instant now = clock.systemNow();
        return JointCertificateProfile.revocationList(
                store.listed(), root().certificate(), root().key(), now.minus(LIST_BACKDATED), now.plus(LIST_VALIDITY));
    }

    /** The certificate, valid for one year from its first day; empty when too many were issued in the last minute. */
    Optional<Issued> issue(Order order) {
        Instant now = clock.systemNow();
        if (store.issuedSince(now.minus(Duration.ofMinutes(1))) >= MOST_PER_MINUTE) {
            return Optional.empty();
        }
        Optional<KeyPair> made = order.publicKey().isPresent() ? Optional.empty() : Optional.of(rsa());
        byte[] vidRandom = new byte[Vid.RANDOM_LENGTH];
        random.nextBytes(vidRandom);
        LocalDate from = order.validFrom().orElse(KoreanTime.dateOf(now));
        BigInteger serialNumber = new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS - 1);
        X509Certificate certificate = JointCertificateProfile.endUser(
                new JointCertificateProfile.Content(
                        serialNumber,
                        order.kind(),
                        order.name() + "()" + serialNumber.mod(BigInteger.TEN.pow(22)),
                        Vid.of(order.holder().identityNumber(), vidRandom),
                        order.publicKey().orElseGet(() -> made.orElseThrow().getPublic()),
                        from.atStartOfDay(KoreanTime.SEOUL).toInstant(),
                        from.plusYears(1)
                                .atTime(LocalTime.of(23, 59, 59))
                                .atZone(KoreanTime.SEOUL)
                                .toInstant()),
                root().certificate(),
                root().key(),
                endpoints);
        store.issued(serialNumber, now);
        return Optional.of(new Issued(certificate, made.map(KeyPair::getPrivate), vidRandom));
    }

    /** Outcome of a change of state. */
    enum Change {
        DONE,
        UNKNOWN_CERTIFICATE,
        ALREADY_REVOKED
    }

    Change change(BigInteger serialNumber, SandboxStatus next) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Optional<SandboxStatus> present = store.lock(serialNumber);
            if (present.isEmpty()) {
                return Change.UNKNOWN_CERTIFICATE;
            }
            if (!present.get().mayBecome(next)) {
                return Change.ALREADY_REVOKED;
            }
            if (present.get() != next) {
                store.set(serialNumber, next, clock.systemNow());
            }
            return Change.DONE;
        });
    }

    private Root root() {
        if (root == null) {
            if (store.authority().isEmpty()) {
                store.put(makeRoot());
            }
            root = read(store.authority().orElseThrow());
        }
        return root;
    }

    private SandboxStore.StoredAuthority makeRoot() {
        KeyPair keys = rsa();
        X509Certificate certificate = JointCertificateProfile.root(
                keys,
                new BigInteger(SERIAL_BITS, random),
                ROOT_FROM.atStartOfDay(KoreanTime.SEOUL).toInstant(),
                ROOT_UNTIL.atStartOfDay(KoreanTime.SEOUL).toInstant());
        String key = Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded());
        try {
            return new SandboxStore.StoredAuthority(certificate.getEncoded(), cipher.encrypt(key, KEY_ROW));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Root read(SandboxStore.StoredAuthority stored) {
        try {
            byte[] key = Base64.getDecoder().decode(cipher.decrypt(stored.privateKey(), KEY_ROW));
            return new Root(
                    (X509Certificate) CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(stored.certificate())),
                    KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(RSA_BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
