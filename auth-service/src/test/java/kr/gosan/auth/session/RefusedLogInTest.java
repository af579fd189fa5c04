package kr.gosan.auth.session;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import kr.gosan.auth.Rows;
import kr.gosan.auth.certificate.ForeignAuthority;
import kr.gosan.auth.session.LoginClient.Challenge;
import kr.gosan.auth.session.LoginClient.Identity;
import kr.gosan.kernel.number.BusinessNumber;
import kr.gosan.platform.testing.TestNumbers;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logins that are refused, and what is left of them: nothing. */
@QuarkusTest
class RefusedLogInTest {

    @Inject
    Rows rows;

    @ConfigProperty(name = "quarkus.rest-client.keycloak.url")
    String keycloak;

    @ConfigProperty(name = "gosan.auth.client-secret")
    String clientSecret;

    @Test
    void aChallengeNobodyIssuedIsUnknown() {
        Identity company = LoginClient.company(TestNumbers.business());

        refused(
                "challenge-unknown",
                company,
                LoginClient.send(UUID.randomUUID().toString(), company.signer().sign(new byte[32]), company.claim()));
    }

    @Test
    void aChallengeOlderThanTwoMinutesIsExpired() {
        Identity company = LoginClient.company(TestNumbers.business());
        Challenge challenge = LoginClient.challenge();
        rows.change(
                "update challenge set expires_at = now() - interval '1 second' where id = ?",
                UUID.fromString(challenge.id()));

        refused(
                "challenge-expired",
                company,
                LoginClient.send(challenge.id(), company.signer().sign(challenge.value()), company.claim()));
    }

    @Test
    void aSignatureOverAnotherChallengeIsRefused() {
        Identity company = LoginClient.company(TestNumbers.business());
        Challenge other = LoginClient.challenge();

        refused(
                "challenge-mismatch",
                company,
                LoginClient.send(LoginClient.challenge().id(), company.signer().sign(other.value()), company.claim()));
    }

    @Test
    void whatIsNotASignatureAtAllIsMalformed() {
        Identity company = LoginClient.company(TestNumbers.business());

        refused(
                "signed-challenge-malformed",
                company,
                LoginClient.send(LoginClient.challenge().id(), new byte[] {1, 2, 3}, company.claim()));
    }

    @Test
    void aForeignCertificateIsUntrusted() {
        BusinessNumber number = TestNumbers.business();
        Identity foreign = new Identity(
                ForeignAuthority.signer(number.digits()),
                "0",
                Base64.getEncoder().encodeToString(ForeignAuthority.VID_RANDOM),
                "EMPLOYER",
                "businessNumber",
                number.digits());

        refused("certificate-untrusted", foreign, LoginClient.logIn(foreign));
    }

    @Test
    void anExpiredCertificateIsRefusedWithAHintToRenewIt() {
        Identity expired = LoginClient.company(TestNumbers.business(), "2020-01-01");

        Response answer = LoginClient.logIn(expired);

        refused("certificate-expired", expired, answer);
        answer.then().body("title", containsString("Renew"));
        Challenge challenge = LoginClient.challenge();
        given().contentType("application/json")
                .body(body(challenge.id(), expired.signer().sign(challenge.value()), expired))
                .post("/auth/v1/sessions")
                .then()
                .statusCode(422)
                .body("title", containsString("갱신"));
    }

    @Test
    void aCertificateOfTomorrowIsNotValidYet() {
        Identity early = LoginClient.company(TestNumbers.business(), "2040-01-01");

        refused("certificate-not-yet-valid", early, LoginClient.logIn(early));
    }

    @Test
    void aRevokedCertificateStaysRefusedAndASuspendedOneComesBack() {
        Identity company = LoginClient.company(TestNumbers.business());

        setStatus(company, "SUSPENDED").then().statusCode(200).body("status", equalTo("SUSPENDED"));
        refused("certificate-suspended", company, LoginClient.logIn(company));
        setStatus(company, "GOOD").then().statusCode(200);
        LoginClient.logIn(company).then().statusCode(201);
        setStatus(company, "REVOKED").then().statusCode(200);
        LoginClient.logIn(company).then().statusCode(422).body("code", equalTo("certificate-revoked"));
        setStatus(company, "GOOD").then().statusCode(409).body("code", equalTo("certificate-already-revoked"));
        LoginClient.logIn(company).then().statusCode(422).body("code", equalTo("certificate-revoked"));
    }

    @Test
    void aPersonalCertificateDoesNotMakeAnEmployer() {
        Identity worker = LoginClient.worker(TestNumbers.resident());
        Identity pretender = new Identity(
                worker.signer(),
                worker.serialNumber(),
                worker.vidRandom(),
                "EMPLOYER",
                "businessNumber",
                TestNumbers.business().digits());

        refused("certificate-holder-mismatch", pretender, LoginClient.logIn(pretender));
    }

    @Test
    void aMemberWhomOperatorsHaveDisabledGetsNoToken() {
        Identity company = LoginClient.company(TestNumbers.business());
        String memberId = LoginClient.logIn(company).path("member.memberId");
        disable(memberId);

        LoginClient.logIn(company).then().statusCode(403).body("code", equalTo("member-disabled"));
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource({
        "challengeId, x, id-expected",
        "signedChallenge, '***', base64-expected",
        "signedChallenge, '', text-empty",
        "vidRandom, AAAA, vid-random-expected",
        "vidRandom, '%%', vid-random-expected",
        "memberType, OPERATOR, code-unknown",
        "businessNumber, 1234567890, business-number-invalid",
        "residentNumber, 900101-1234568, not-for-employer",
        "residentNumber, 901301-1234568, resident-number-invalid",
        "password, secret, unknown-field",
    })
    void eachWrongFieldIsNamed(String field, String value, String code) {
        Map<String, Object> body = wellFormed();
        body.put(field, value);

        post(body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-request"))
                .body("errors.pointer", hasItem("/" + field))
                .body("errors.code", hasItem(code));
    }

    @Test
    void allMissingFieldsAreToldAtOnceAndTheChallengeSurvivesABadRequest() {
        post(Map.of()).then().statusCode(400).body("errors", hasSize(4));
        post(Map.of("memberType", "WORKER")).then().body("errors.pointer", hasItem("/residentNumber"));

        Identity company = LoginClient.company(TestNumbers.business());
        Challenge challenge = LoginClient.challenge();
        Map<String, Object> body = body(challenge.id(), company.signer().sign(challenge.value()), company);
        body.put("vidRandom", "AAAA");
        post(body).then().statusCode(400);
        body.put("vidRandom", company.vidRandom());
        post(body).then().statusCode(201);
    }

    @Test
    void anAgencyHasABusinessNumberAndNoResidentNumber() {
        Map<String, Object> body = wellFormed();
        body.put("memberType", "AGENCY");
        body.remove("businessNumber");
        body.put("residentNumber", "900101-1234568");
        post(body)
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/businessNumber", "/residentNumber"))
                .body("errors.code", containsInAnyOrder("required", "not-for-agency"));
    }

    @Test
    void badBodiesGetAProblemAndNeverA500() {
        problem(400, given().contentType("application/json").body("{").post("/auth/v1/sessions"));
        problem(400, given().contentType("application/json").body("[]").post("/auth/v1/sessions"));
        problem(400, given().contentType("application/json").post("/auth/v1/sessions"));
        problem(
                400,
                given().contentType("application/json")
                        .body("{\"memberType\":\"WORKER\",\"memberType\":\"EMPLOYER\"}")
                        .post("/auth/v1/sessions"));
        problem(415, given().contentType("text/plain").body("x").post("/auth/v1/sessions"));
        problem(405, given().get("/auth/v1/sessions"));
        problem(
                413,
                given().contentType("application/json")
                        .body("{\"signedChallenge\":\"" + "A".repeat(1 << 20) + "\"}")
                        .post("/auth/v1/sessions"));
        problem(
                400,
                given().contentType("application/json")
                        .body("{\"signedChallenge\":\"" + "A".repeat(60_000) + "\"}")
                        .post("/auth/v1/sessions"));
    }

    @Test
    void theExampleOfTheApiDescriptionIsWellFormed() {
        given().contentType("application/json")
                .body(SessionResource.EXAMPLE)
                .post("/auth/v1/sessions")
                .then()
                .statusCode(422)
                .body("code", equalTo("challenge-unknown"));
    }

    private static void problem(int status, Response answer) {
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("$", not(hasEntry("code", "internal-error")));
    }

    private void refused(String code, Identity identity, Response answer) {
        answer.then()
                .statusCode(422)
                .contentType("application/problem+json")
                .header("Cache-Control", "no-store")
                .body("code", equalTo(code))
                .body("title", not(equalTo(code)));
        assertNull(rows.one("select id from member where business_number = ?", identity.number()));
        assertEquals(
                0L,
                rows.one("select count(*) from member_certificate where serial_number = ?", identity.serialNumber()));
    }

    private static Map<String, Object> wellFormed() {
        return new LinkedHashMap<>(Map.of(
                "challengeId",
                UUID.randomUUID().toString(),
                "signedChallenge",
                "MIIB",
                "vidRandom",
                Base64.getEncoder().encodeToString(new byte[20]),
                "memberType",
                "EMPLOYER",
                "businessNumber",
                "123-45-67891"));
    }

    private static Map<String, Object> body(String challengeId, byte[] signed, Identity identity) {
        Map<String, Object> body = new LinkedHashMap<>(identity.claim());
        body.put("challengeId", challengeId);
        body.put("signedChallenge", Base64.getEncoder().encodeToString(signed));
        return body;
    }

    private static Response post(Map<String, Object> body) {
        return given().contentType("application/json").body(body).post("/auth/v1/sessions");
    }

    private static Response setStatus(Identity identity, String status) {
        return given().contentType("application/json")
                .body(Map.of("status", status))
                .put("/auth/v1/sandbox/certificates/" + identity.serialNumber() + "/status");
    }

    /** What an operator does in Keycloak. */
    private void disable(String memberId) {
        String token = given().formParam("grant_type", "client_credentials")
                .formParam("client_id", "gosan-auth")
                .formParam("client_secret", clientSecret)
                .post(keycloak + "/realms/gosan/protocol/openid-connect/token")
                .path("access_token");
        String users = keycloak + "/admin/realms/gosan/users";
        String userId = given().header("Authorization", "Bearer " + token)
                .queryParam("username", memberId)
                .queryParam("exact", true)
                .get(users)
                .path("[0].id");
        given().header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body(Map.of("enabled", false))
                .put(users + "/" + userId)
                .then()
                .statusCode(204);
    }
}
