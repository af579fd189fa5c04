package kr.gosan.auth.sandbox;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.gosan.auth.certificate.ClaimedHolder;
import kr.gosan.auth.certificate.TestSigner;
import kr.gosan.auth.session.LoginClient;
import kr.gosan.auth.session.LoginClient.Identity;
import kr.gosan.kernel.number.BusinessNumber;
import kr.gosan.platform.testing.TestNumbers;
import org.junit.jupiter.api.Test;

/** As in production: no sandbox, and nobody trusts its certificates. */
@QuarkusTest
@TestProfile(SandboxOffTest.Off.class)
class SandboxOffTest {

    public static final class Off implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("gosan.sandbox", "false");
        }
    }

    @Inject
    SandboxAuthority authority;

    @Test
    void thereIsNothingHere() {
        for (var answer : List.of(
                given().contentType("application/json")
                        .body(SandboxResource.EXAMPLE)
                        .post("/auth/v1/sandbox/certificates"),
                given().contentType("application/json")
                        .body(Map.of("status", "REVOKED"))
                        .put("/auth/v1/sandbox/certificates/AB/status"),
                given().get("/auth/v1/sandbox/ca"),
                given().get("/auth/v1/sandbox/crl"))) {
            assertEquals(404, answer.statusCode());
        }
    }

    @Test
    void aSandboxCertificateIsUntrusted() {
        BusinessNumber number = TestNumbers.business();
        SandboxAuthority.Issued issued = authority
                .issue(new SandboxAuthority.Order(
                        SandboxHolder.CORPORATE,
                        "고산건설",
                        new ClaimedHolder.Business(number),
                        Optional.empty(),
                        Optional.empty()))
                .orElseThrow();

        LoginClient.logIn(new Identity(
                        new TestSigner(issued.certificate(), issued.privateKey().orElseThrow()),
                        "",
                        Base64.getEncoder().encodeToString(issued.vidRandom()),
                        "EMPLOYER",
                        "businessNumber",
                        number.digits()))
                .then()
                .statusCode(422)
                .body("code", equalTo("certificate-untrusted"));
    }
}
