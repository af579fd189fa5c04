package kr.gosan.auth.session;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import kr.gosan.auth.certificate.TestSigner;
import kr.gosan.kernel.number.BusinessNumber;
import kr.gosan.kernel.number.ResidentNumber;

/** What a client does to log in, over HTTP: get a sandbox certificate, get a challenge, sign it, send it. */
public final class LoginClient {

    private static final KeyPair KEYS = keys();

    private LoginClient() {}

    /** A certificate with its key and the random number of its VID. */
    public record Identity(
            TestSigner signer, String serialNumber, String vidRandom, String memberType, String field, String number) {

        /** The fields that say who this is. */
        public Map<String, Object> claim() {
            Map<String, Object> claim = new LinkedHashMap<>();
            claim.put("vidRandom", vidRandom);
            claim.put("memberType", memberType);
            claim.put(field, number);
            return claim;
        }
    }

    public record Challenge(String id, byte[] value) {}

    public static Identity company(BusinessNumber number) {
        return company(number, null);
    }

    public static Identity company(BusinessNumber number, String validFrom) {
        return certificate("CORPORATE", "고산건설", "EMPLOYER", "businessNumber", number.digits(), validFrom);
    }

    /** The certificate of a company, used to log in as an agency. */
    public static Identity asAgency(Identity company) {
        return new Identity(
                company.signer(),
                company.serialNumber(),
                company.vidRandom(),
                "AGENCY",
                company.field(),
                company.number());
    }

    public static Identity worker(ResidentNumber number) {
        return certificate("PERSONAL", "홍길동", "WORKER", "residentNumber", number.digits(), null);
    }

    private static Identity certificate(
            String kind, String name, String memberType, String field, String number, String validFrom) {
        Map<String, Object> order = new LinkedHashMap<>(Map.of(
                "kind",
                kind,
                "commonName",
                name,
                field,
                number,
                "publicKey",
                Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded())));
        if (validFrom != null) {
            order.put("validFrom", validFrom);
        }
        Response answer = given().contentType("application/json").body(order).post("/auth/v1/sandbox/certificates");
        answer.then().statusCode(201);
        return new Identity(
                new TestSigner(certificate(answer.path("certificate")), KEYS.getPrivate()),
                answer.path("serialNumber"),
                answer.path("vidRandom"),
                memberType,
                field,
                number);
    }

    public static Challenge challenge() {
        Response answer = given().post("/auth/v1/challenges");
        answer.then().statusCode(201);
        return new Challenge(answer.path("challengeId"), Base64.getDecoder().decode(answer.<String>path("challenge")));
    }

    public static Response logIn(Identity identity) {
        Challenge challenge = challenge();
        return send(challenge.id(), identity.signer().sign(challenge.value()), identity.claim());
    }

    public static Response send(String challengeId, byte[] signed, Map<String, Object> claim) {
        Map<String, Object> body = new LinkedHashMap<>(claim);
        body.put("challengeId", challengeId);
        body.put("signedChallenge", Base64.getEncoder().encodeToString(signed));
        return given().contentType("application/json")
                .header("Accept-Language", "en")
                .body(body)
                .post("/auth/v1/sessions");
    }

    public static String token(Identity identity) {
        Response answer = logIn(identity);
        answer.then().statusCode(201);
        return answer.path("accessToken");
    }

    public static X509Certificate certificate(String pem) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
