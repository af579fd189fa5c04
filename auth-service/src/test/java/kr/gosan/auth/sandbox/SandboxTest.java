package kr.gosan.auth.sandbox;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.security.auth.x500.X500Principal;
import kr.gosan.auth.Rows;
import kr.gosan.auth.certificate.TestSigner;
import kr.gosan.auth.certificate.Vid;
import kr.gosan.auth.session.LoginClient;
import kr.gosan.auth.session.LoginClient.Identity;
import kr.gosan.platform.testing.TestNumbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SandboxTest {

    private static final String CERTIFICATES = "/auth/v1/sandbox/certificates";

    @Inject
    Rows rows;

    @Inject
    SandboxAuthority authority;

    /** A login takes its time first and fetches the list then: across the change of a second it found none in force. */
    @Test
    void aListMadeDuringALoginIsAlreadyInForce() {
        Instant loginBegan = Instant.now();
        assertTrue(authority.revocationList().getThisUpdate().toInstant().isBefore(loginBegan.minusSeconds(30)));
    }

    @Test
    void aCertificateHasTheProfileOfAJointCertificate() throws Exception {
        Response answer = order(SandboxResource.EXAMPLE);

        answer.then().statusCode(201).header("Cache-Control", "no-store");
        X509Certificate certificate = LoginClient.certificate(answer.path("certificate"));
        X509Certificate ca =
                LoginClient.certificate(given().get("/auth/v1/sandbox/ca").asString());
        certificate.verify(ca.getPublicKey());
        assertEquals("SHA256withRSA", certificate.getSigAlgName());
        assertEquals(
                2048, ((RSAPublicKey) certificate.getPublicKey()).getModulus().bitLength());
        String subject = certificate.getSubjectX500Principal().getName(X500Principal.RFC2253);
        assertTrue(subject.matches("CN=고산건설\\(\\)\\d+,OU=corporation4EC,O=GosanSandbox,C=kr"), subject);
        assertArrayEquals(new boolean[] {true, true}, java.util.Arrays.copyOf(certificate.getKeyUsage(), 2));
        assertNotNull(certificate.getExtensionValue("2.5.29.32"), "certificate policies");
        assertNotNull(certificate.getExtensionValue("2.5.29.31"), "revocation list distribution point");
        assertNotNull(certificate.getExtensionValue("1.3.6.1.5.5.7.1.1"), "authority information access");
        byte[] random = Base64.getDecoder().decode(answer.<String>path("vidRandom"));
        assertTrue(Vid.in(certificate).orElseThrow().matches(Vid.of("1234567891", random)));
        Duration validity = Duration.between(
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
        assertTrue(validity.toDays() == 365 || validity.toDays() == 366, validity.toString());
        assertTrue(answer.<String>path("validUntil").endsWith("T23:59:59+09:00"));
    }

    @Test
    void thePrivateKeyMadeByTheSandboxLogsIn() throws Exception {
        String number = TestNumbers.business().digits();
        Response answer =
                order("{\"kind\":\"CORPORATE\",\"commonName\":\"(주)고산, 본사\",\"businessNumber\":\"" + number + "\"}");
        answer.then().statusCode(201);
        byte[] pkcs8 =
                Base64.getMimeDecoder().decode(answer.<String>path("privateKey").replaceAll("-----[A-Z ]+-----", ""));
        PrivateKey key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        X509Certificate certificate = LoginClient.certificate(answer.path("certificate"));
        assertEquals(((RSAPublicKey) certificate.getPublicKey()).getModulus(), ((RSAPrivateCrtKey) key).getModulus());

        LoginClient.logIn(new Identity(
                        new TestSigner(certificate, key),
                        answer.path("serialNumber"),
                        answer.path("vidRandom"),
                        "EMPLOYER",
                        "businessNumber",
                        number))
                .then()
                .statusCode(201);
    }

    @Test
    void aClientsOwnKeyIsCertifiedAndNoPrivateKeyComesBack() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(3072);
        var key = generator.generateKeyPair().getPublic();

        Response answer = order(with("publicKey", Base64.getEncoder().encodeToString(key.getEncoded())));

        answer.then().statusCode(201).body("privateKey", nullValue());
        assertEquals(key, LoginClient.certificate(answer.path("certificate")).getPublicKey());
    }

    @Test
    void theAuthorityIsMadeOnceAndItsKeyIsEncrypted() {
        String first = given().get("/auth/v1/sandbox/ca").asString();

        assertEquals(first, given().get("/auth/v1/sandbox/ca").asString());
        assertEquals(1L, rows.one("select count(*) from sandbox_authority"));
        byte[] stored = (byte[]) rows.one("select private_key from sandbox_authority");
        assertTrue(stored.length > 1000);
        // Neither PKCS#8 nor its base64, which both begin the same way for every RSA key.
        assertEquals(-1, new String(stored, StandardCharsets.ISO_8859_1).indexOf("MII"));
        assertTrue(stored[0] != 0x30);
    }

    @Test
    void theRevocationListNamesRevokedAndSuspendedCertificates() throws Exception {
        Identity revoked = LoginClient.company(TestNumbers.business());
        Identity suspended = LoginClient.company(TestNumbers.business());
        Identity good = LoginClient.company(TestNumbers.business());
        setStatus(revoked.serialNumber(), "REVOKED").then().statusCode(200);
        setStatus(suspended.serialNumber().toLowerCase(java.util.Locale.ROOT), "SUSPENDED")
                .then()
                .statusCode(200)
                .body("serialNumber", equalTo(suspended.serialNumber()));

        X509CRL list = (X509CRL) CertificateFactory.getInstance("X.509")
                .generateCRL(new ByteArrayInputStream(
                        given().get("/auth/v1/sandbox/crl").asByteArray()));

        list.verify(LoginClient.certificate(given().get("/auth/v1/sandbox/ca").asString())
                .getPublicKey());
        assertNotNull(list.getRevokedCertificate(revoked.signer().certificate()));
        assertEquals(
                java.security.cert.CRLReason.CERTIFICATE_HOLD,
                list.getRevokedCertificate(suspended.signer().certificate()).getRevocationReason());
        assertNull(list.getRevokedCertificate(good.signer().certificate()));
    }

    @Test
    void onlyWhatWasIssuedCanBeRevoked() {
        for (String serialNumber : new String[] {"ABCDEF", "xyz", "A".repeat(41)}) {
            setStatus(serialNumber, "REVOKED").then().statusCode(404).body("code", equalTo("not-found"));
        }
        setStatus("ABCDEF", "GONE").then().statusCode(400).body("errors[0].code", equalTo("code-unknown"));
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource({
        "kind, SERVER, code-unknown",
        "commonName, '', text-empty",
        "businessNumber, 1234567890, business-number-invalid",
        "residentNumber, 900101-1234568, not-for-corporate",
        "publicKey, AAAA, rsa-key-expected",
        "publicKey, '!', rsa-key-expected",
        "validFrom, 2015-12-31, date-out-of-range",
        "validFrom, 2044-01-01, date-out-of-range",
        "validFrom, 2022-02-30, date-expected",
        "validUntil, 2022-02-03, unknown-field",
    })
    void eachWrongFieldIsNamed(String field, String value, String code) {
        order(with(field, value))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/" + field))
                .body("errors.code", hasItem(code));
    }

    @Test
    void shortKeysAndLongNamesAreRefused() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        String shortKey = Base64.getEncoder()
                .encodeToString(generator.generateKeyPair().getPublic().getEncoded());

        order(with("publicKey", shortKey)).then().statusCode(400).body("errors.code", hasItem("rsa-key-expected"));
        order(with("commonName", "가".repeat(61))).then().statusCode(400).body("errors.code", hasItem("text-too-long"));
        order(with("commonName", "가".repeat(60))).then().statusCode(201);
    }

    @Test
    void issuingIsBoundedPerMinute() {
        String mark = UUID.randomUUID().toString();
        for (int i = 0; i < 120; i++) {
            rows.change(
                    "insert into sandbox_certificate (serial_number, status, issued_at, changed_at)"
                            + " values (?, 'GOOD', now(), now())",
                    mark + i);
        }
        try {
            order(SandboxResource.EXAMPLE)
                    .then()
                    .statusCode(429)
                    .header("Retry-After", "60")
                    .body("code", equalTo("too-many-certificates"));
        } finally {
            rows.change("delete from sandbox_certificate where serial_number like ?", mark + "%");
        }
    }

    private static Response order(Object body) {
        return given().contentType("application/json").body(body).post(CERTIFICATES);
    }

    private static Response setStatus(String serialNumber, String status) {
        return given().contentType("application/json")
                .body(Map.of("status", status))
                .put(CERTIFICATES + "/" + serialNumber + "/status");
    }

    private static Map<String, Object> with(String field, String value) {
        Map<String, Object> body = new LinkedHashMap<>(
                Map.of("kind", "CORPORATE", "commonName", "고산건설", "businessNumber", "123-45-67891"));
        body.put(field, value);
        return body;
    }
}
