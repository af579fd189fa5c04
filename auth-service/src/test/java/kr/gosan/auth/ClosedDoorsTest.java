package kr.gosan.auth;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import kr.gosan.auth.session.LoginClient;
import kr.gosan.auth.session.LoginClient.Challenge;
import kr.gosan.auth.session.LoginClient.Identity;
import kr.gosan.kernel.number.ResidentNumber;
import kr.gosan.platform.testing.EndpointWalk;
import kr.gosan.platform.testing.EndpointWalk.Endpoint;
import kr.gosan.platform.testing.TestNumbers;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ClosedDoorsTest {

    /** What has to be open, so that somebody without a token can get one. */
    private static final Set<String> OPEN = Set.of(
            "post /auth/v1/challenges",
            "post /auth/v1/sessions",
            "get /auth/v1/jwks",
            "post /auth/v1/sandbox/certificates",
            "put /auth/v1/sandbox/certificates/{serialNumber}/status",
            "get /auth/v1/sandbox/ca",
            "get /auth/v1/sandbox/crl");

    @ConfigProperty(name = "quarkus.rest-client.keycloak.url")
    String keycloak;

    @ConfigProperty(name = "gosan.auth.client-secret")
    String clientSecret;

    @Test
    void everyOtherOperationAnswers401WithoutATokenAndWithABrokenOne() {
        assertEquals(
                OPEN,
                EndpointWalk.all().stream()
                        .filter(Endpoint::open)
                        .map(each -> each.method() + " " + each.path())
                        .collect(Collectors.toSet()));
        List<Endpoint> closed =
                EndpointWalk.all().stream().filter(each -> !each.open()).toList();
        assertFalse(closed.isEmpty());
        String token = LoginClient.token(LoginClient.company(TestNumbers.business()));
        String forged =
                token.substring(0, token.lastIndexOf('.') + 5) + "AAAA" + token.substring(token.lastIndexOf('.') + 9);
        for (Endpoint endpoint : closed) {
            assertEquals(401, endpoint.status(Map.of(), null), endpoint.path());
            assertEquals(401, endpoint.status(Map.of(), "no-token"), endpoint.path());
            assertEquals(401, endpoint.status(Map.of(), forged), endpoint.path());
            assertEquals(200, endpoint.status(Map.of(), token), endpoint.path());
        }
    }

    @Test
    void aTokenThatIsNoMembersIsRefused() {
        String service = given().formParam("grant_type", "client_credentials")
                .formParam("client_id", "gosan-auth")
                .formParam("client_secret", clientSecret)
                .post(keycloak + "/realms/gosan/protocol/openid-connect/token")
                .path("access_token");

        given().header("Authorization", "Bearer " + service)
                .get("/auth/v1/member")
                .then()
                .statusCode(403)
                .body("code", equalTo("not-allowed"));
    }

    @Test
    void noResidentNumberIsLogged() {
        ResidentNumber number = TestNumbers.resident();
        StringBuilder log = new StringBuilder();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord message) {
                log.append(message.getMessage())
                        .append(java.util.Arrays.toString(message.getParameters()))
                        .append(message.getThrown())
                        .append('\n');
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger.getLogger("").addHandler(handler);
        try {
            Logger.getLogger("test").info("the handler listens");
            Identity worker = LoginClient.worker(number);
            LoginClient.logIn(worker).then().statusCode(201);
            Challenge challenge = LoginClient.challenge();
            LoginClient.send(challenge.id(), new byte[] {1}, worker.claim())
                    .then()
                    .statusCode(422);
            given().contentType("application/json")
                    .body("{\"residentNumber\":\"" + number.digits() + "0\"}")
                    .post("/auth/v1/sessions")
                    .then()
                    .statusCode(400);
        } finally {
            Logger.getLogger("").removeHandler(handler);
        }
        assertTrue(log.toString().contains("the handler listens"));
        assertFalse(log.toString().contains(number.digits()));
        assertFalse(log.toString().contains(number.digits().substring(6)));
    }

    @Test
    void everyAnswerHasItsSecurityHeaders() {
        for (var answer :
                List.of(given().get("/auth/v1/jwks"), given().get("/auth/v1/member"), given().get("/nowhere"))) {
            assertEquals("nosniff", answer.header("X-Content-Type-Options"));
            assertEquals("DENY", answer.header("X-Frame-Options"));
            assertEquals("no-referrer", answer.header("Referrer-Policy"));
            assertTrue(answer.header("Content-Security-Policy").contains("frame-ancestors 'none'"));
        }
    }
}
