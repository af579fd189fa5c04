package kr.gosan.auth.certificate;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority of the tests: issues what it is told to, right or wrong. */
final class TestAuthority {

    static final Instant FROM = Instant.parse("2025-03-01T15:00:00Z");
    static final Instant UNTIL = Instant.parse("2026-03-01T14:59:59Z");
    static final byte[] RANDOM = "12345678901234567890".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final AtomicLong SERIAL = new AtomicLong(1000);

    final X509Certificate certificate;
    private final KeyPair keys;

    private TestAuthority(X509Certificate certificate, KeyPair keys) {
        this.certificate = certificate;
        this.keys = keys;
    }

    static TestAuthority root(String name) {
        KeyPair keys = rsa(2048);
        Order order = Order.authority(name).withKeys(keys);
        return new TestAuthority(issue(order, new X500Name(name), keys), keys);
    }

    TestAuthority intermediate(String name) {
        Order order = Order.authority(name);
        return new TestAuthority(issue(order), order.keys());
    }

    /** Everything that can differ between two certificates of these tests. */
    record Order(
            String subject,
            String policy,
            String identityNumber,
            int usage,
            boolean authority,
            Instant from,
            Instant until,
            String algorithm,
            KeyPair keys) {

        static final KeyPair USUAL_KEYS = rsa(2048);

        static Order corporate() {
            return new Order(
                    "c=kr,o=yessign,ou=corporation4IB,cn=(주)고산건설()0088046200801011234567",
                    "1.2.410.200005.1.1.5",
                    "1234567891",
                    KeyUsage.digitalSignature | KeyUsage.nonRepudiation,
                    false,
                    FROM,
                    UNTIL,
                    "SHA256withRSA",
                    USUAL_KEYS);
        }

        static Order personal() {
            return corporate()
                    .withPolicy("1.2.410.200005.1.1.1")
                    .withIdentity("9001011234568")
                    .withSubject("c=kr,o=yessign,ou=personal4IB,cn=홍길동()0088046200801017654321");
        }

        static Order authority(String name) {
            return new Order(
                    name,
                    null,
                    null,
                    KeyUsage.keyCertSign | KeyUsage.cRLSign,
                    true,
                    Instant.parse("2020-01-01T00:00:00Z"),
                    Instant.parse("2030-01-01T00:00:00Z"),
                    "SHA256withRSA",
                    rsa(2048));
        }

        Order withSubject(String value) {
            return new Order(value, policy, identityNumber, usage, authority, from, until, algorithm, keys);
        }

        Order withPolicy(String value) {
            return new Order(subject, value, identityNumber, usage, authority, from, until, algorithm, keys);
        }

        Order withIdentity(String value) {
            return new Order(subject, policy, value, usage, authority, from, until, algorithm, keys);
        }

        /** From long ago to far in the future. */
        Order valid() {
            return new Order(
                    subject,
                    policy,
                    identityNumber,
                    usage,
                    authority,
                    Instant.parse("2020-01-01T00:00:00Z"),
                    Instant.parse("2040-01-01T00:00:00Z"),
                    algorithm,
                    keys);
        }

        Order withUsage(int value) {
            return new Order(subject, policy, identityNumber, value, authority, from, until, algorithm, keys);
        }

        Order withAlgorithm(String value) {
            return new Order(subject, policy, identityNumber, usage, authority, from, until, value, keys);
        }

        Order withKeys(KeyPair value) {
            return new Order(subject, policy, identityNumber, usage, authority, from, until, algorithm, value);
        }
    }

    TestSigner signer(UnaryOperator<Order> change) {
        Order order = change.apply(Order.corporate());
        return new TestSigner(issue(order), order.keys().getPrivate());
    }

    TestSigner signer() {
        return signer(order -> order);
    }

    X509Certificate issue(Order order) {
        return issue(
                order,
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded()),
                keys);
    }

    private static X509Certificate issue(Order order, X500Name issuer, KeyPair issuerKeys) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    issuer,
                    BigInteger.valueOf(SERIAL.incrementAndGet()),
                    Date.from(order.from()),
                    Date.from(order.until()),
                    new X500Name(order.subject()),
                    order.keys().getPublic());
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(order.usage()));
            if (order.authority()) {
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            }
            if (order.policy() != null) {
                builder.addExtension(
                        Extension.certificatePolicies,
                        true,
                        new org.bouncycastle.asn1.x509.CertificatePolicies(
                                new PolicyInformation(new ASN1ObjectIdentifier(order.policy()))));
            }
            if (order.identityNumber() != null) {
                builder.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        Vid.of(order.identityNumber(), RANDOM).alternativeNames("이름"));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(
                            new JcaContentSignerBuilder(order.algorithm()).build(issuerKeys.getPrivate())));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A revocation list that is current for a day around {@code at}. */
    X509CRL revocations(Instant at, X509Certificate revoked, int reason) {
        return revocations(at.minus(1, ChronoUnit.HOURS), at.plus(1, ChronoUnit.DAYS), revoked, reason);
    }

    X509CRL revocations(Instant at) {
        return revocations(at, null, 0);
    }

    X509CRL revocations(Instant thisUpdate, Instant nextUpdate, X509Certificate revoked, int reason) {
        try {
            var builder = new JcaX509v2CRLBuilder(certificate.getSubjectX500Principal(), Date.from(thisUpdate));
            builder.setNextUpdate(Date.from(nextUpdate));
            if (revoked != null) {
                builder.addCRLEntry(revoked.getSerialNumber(), Date.from(thisUpdate), reason);
            }
            return new JcaX509CRLConverter()
                    .getCRL(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate())));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    TrustedAuthorities trusted(Instant at) {
        return new TrustedAuthorities(Set.of(certificate), List.of(revocations(at)));
    }

    static KeyPair rsa(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
