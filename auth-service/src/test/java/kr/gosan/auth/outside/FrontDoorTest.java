package kr.gosan.auth.outside;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(OutsideWorld.class)
class FrontDoorTest {

    @TestHTTPResource
    URI frontDoor;

    @Test
    void aRequestReachesItsServiceAsItIs() {
        given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer secret")
                .header("Idempotency-Key", "k-1")
                .contentType("application/json")
                .body("{\"name\":\"고산\"}")
                .post("/premium/v1/returns?dryRun=true&x=%2F")
                .then()
                .statusCode(200)
                .body("method", equalTo("POST"))
                .body("uri", equalTo("/premium/v1/returns?dryRun=true&x=%2F"))
                .body("body", equalTo("{\"name\":\"고산\"}"))
                .body("headers.authorization", equalTo("Bearer secret"))
                .body("headers.idempotency-key", equalTo("k-1"))
                .body("headers.x-forwarded-proto", equalTo("http"))
                .body("headers.x-forwarded-for", equalTo("127.0.0.1"))
                .body("headers.x-forwarded-host", equalTo(frontDoor.getAuthority()));
    }

    @Test
    void aForgedIdentityAndHopByHopHeadersStayOutside() {
        given().header("X-Forwarded-For", "10.0.0.1")
                .header("X-Forwarded-User", "admin")
                .header("Forwarded", "for=10.0.0.1")
                .header("X-Remote-User", "admin")
                .header("X-Member-Id", "1")
                .header("X-Client-Cert", "MII")
                .header("SSL-Client-Verify", "SUCCESS")
                .header("Connection", "keep-alive, X-Secret-Hop")
                .header("X-Secret-Hop", "1")
                .header("X-Harmless", "1")
                .get("/premium/echo")
                .then()
                .statusCode(200)
                .body("headers.x-harmless", equalTo("1"))
                .body("headers.x-forwarded-for", equalTo("127.0.0.1"))
                .body("headers.x-forwarded-user", nullValue())
                .body("headers.forwarded", nullValue())
                .body("headers.x-remote-user", nullValue())
                .body("headers.x-member-id", nullValue())
                .body("headers.x-client-cert", nullValue())
                .body("headers.ssl-client-verify", nullValue())
                .body("headers.x-secret-hop", nullValue());
        given().get("/premium/echo").then().header("Keep-Alive", nullValue());
    }

    @Test
    void theCorrelationIdIsTakenOverOrMadeAndReturnedOnce() {
        Response given = given().header("X-Correlation-Id", "order-4711").get("/premium/echo");
        assertEquals("order-4711", given.path("headers.x-correlation-id"));
        assertEquals(java.util.List.of("order-4711"), given.headers().getValues("X-Correlation-Id"));

        for (String bad : new String[] {"short", "with space inside", "x".repeat(65), "line\tbreak-12"}) {
            Response made = given().header("X-Correlation-Id", bad).get("/premium/echo");
            String id = made.header("X-Correlation-Id");
            assertTrue(id.matches("[0-9a-f-]{36}"), id);
            assertEquals(id, made.path("headers.x-correlation-id"));
        }
        assertFalse(given().get("/premium/echo")
                .header("X-Correlation-Id")
                .equals(given().get("/premium/echo").header("X-Correlation-Id")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q/openapi",
                "/premium/../q/openapi",
                "/premium/%2e%2e/q/openapi",
                "/premium/v1/../../q/openapi",
                "/premium/..%2fq/openapi",
                "//q/openapi",
                "/premium//../../q/openapi",
                "/premiums/echo",
                "/PREMIUM/echo"
            })
    void onlyApiPathsOfAServiceCanBeReached(String path) throws IOException {
        int before = OutsideWorld.PREMIUM.seen();

        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertFalse(answer.contains("another session"), answer);
        if (OutsideWorld.PREMIUM.seen() > before) {
            // What did go on still stands below /premium for a server that reads the path the same way.
            assertTrue(answer.contains("\"uri\":\"/premium/..%2fq/openapi\""), answer);
        }
    }

    @Test
    void aServiceThatIsDownGivesAProblemInTheCallersLanguage() {
        given().header("Accept-Language", "en")
                .header("X-Correlation-Id", "order-4711")
                .get("/coverage/v1/workplaces")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "5")
                .header("Cache-Control", "no-store")
                .header("X-Correlation-Id", "order-4711")
                .body("code", equalTo("service-unreachable"))
                .body("correlationId", equalTo("order-4711"))
                .body("title", matchesPattern("This part.*"));
        given().body("x".repeat(100_000))
                .post("/coverage/v1/workplaces")
                .then()
                .statusCode(503)
                .body("title", not(matchesPattern("This part.*")));
    }

    @Test
    void aServiceThatBreaksOffOrHangsGivesAProblem() {
        given().get("/premium/break").then().statusCode(502).body("code", equalTo("service-failed"));
        given().body("x")
                .post("/payment/v1/bank-notices")
                .then()
                .statusCode(504)
                .body("code", equalTo("service-timeout"));
    }

    @Test
    void anAnswerThatBreaksInTheMiddleIsNotPassedOffAsWhole() {
        assertThrows(Exception.class, () -> given().get("/premium/half").asString());
    }

    @Test
    void answersWithoutABodyHaveNone() throws IOException {
        String nothing = raw("GET /premium/nothing HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertTrue(nothing.startsWith("HTTP/1.1 204"), nothing);
        assertFalse(nothing.toLowerCase().contains("transfer-encoding"), nothing);
        assertTrue(nothing.endsWith("\r\n\r\n"), nothing);
        given().head("/premium/echo").then().statusCode(200);
    }

    @Test
    void largeBodiesAreStreamedUpToTheirBound() {
        byte[] largest = new byte[8 << 20];
        given().contentType("application/octet-stream")
                .body(largest)
                .post("/premium/upload")
                .then()
                .statusCode(200)
                .body("length", equalTo(largest.length));
        assertEquals(64 << 20, given().get("/premium/large").asByteArray().length);
    }

    @ParameterizedTest
    @ValueSource(ints = {(8 << 20) + 1, 17 << 20})
    void aBodyThatAnnouncesItselfAsTooLargeIsRefused(int length) {
        given().contentType("application/octet-stream")
                .body(new byte[length])
                .post("/premium/upload")
                .then()
                .statusCode(413)
                .body("code", equalTo("body-too-large"));
    }

    @Test
    void aBodyOfUnknownLengthIsCutOffAtTheBound() throws IOException {
        try (Socket socket = new Socket(frontDoor.getHost(), frontDoor.getPort())) {
            socket.setSoTimeout(10_000);
            var out = socket.getOutputStream();
            out.write("POST /premium/upload HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = ("100000\r\n" + "x".repeat(1 << 20) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            int sent = 0;
            try {
                while (sent++ < 200) {
                    out.write(chunk);
                }
            } catch (IOException closed) {
                // that may be the answer too
            }
            assertTrue(sent < 200, "the front door went on reading");
        }
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(frontDoor.getHost(), frontDoor.getPort());
                InputStream in = socket.getInputStream()) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
