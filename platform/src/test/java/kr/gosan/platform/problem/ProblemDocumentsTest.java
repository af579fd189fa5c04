package kr.gosan.platform.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import kr.gosan.platform.testing.EndpointWalk;
import kr.gosan.platform.testing.ProblemBundles;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.TestNumbers;
import kr.gosan.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class ProblemDocumentsTest {

    @TestHTTPResource
    URI root;

    @Test
    void everyOperationNeedsAToken() {
        for (EndpointWalk.Endpoint endpoint : EndpointWalk.all()) {
            assertEquals(401, endpoint.status(java.util.Map.of(), null), endpoint.toString());
            assertEquals(401, endpoint.status(java.util.Map.of(), "nonsense"), endpoint.toString());
            assertEquals(401, endpoint.status(java.util.Map.of(), Tokens.expired()), endpoint.toString());
            assertEquals(401, endpoint.status(java.util.Map.of(), Tokens.forAnotherAudience()), endpoint.toString());
            assertEquals(403, endpoint.status(java.util.Map.of(), Tokens.bank()), endpoint.toString());
        }
    }

    @Test
    void anUnauthenticatedCallGetsAProblemToo() {
        given().get("/notes")
                .then()
                .statusCode(401)
                .contentType(Problem.MEDIA_TYPE)
                .header("WWW-Authenticate", "Bearer")
                .body("code", equalTo("not-authenticated"));
    }

    @Test
    void textsAreKoreanUnlessEnglishIsPreferred() {
        known().get("/nowhere").then().statusCode(404).body("title", equalTo("해당하는 것이 없습니다."));
        known().header("Accept-Language", "en-GB,ko;q=0.5")
                .get("/nowhere")
                .then()
                .body("title", equalTo("There is nothing here."));
        known().header("Accept-Language", "§§§").get("/nowhere").then().body("title", equalTo("해당하는 것이 없습니다."));
    }

    @Test
    void everyRefusalOfTheFrameworkIsAProblem() {
        known().get("/nowhere")
                .then()
                .statusCode(404)
                .contentType(Problem.MEDIA_TYPE)
                .body("code", equalTo("not-found"));
        known().delete("/notes").then().statusCode(405).body("code", equalTo("method-not-allowed"));
        known().contentType("text/plain")
                .body("x")
                .post("/notes")
                .then()
                .statusCode(415)
                .body("code", equalTo("content-type-not-supported"));
        known().accept("image/png").get("/notes").then().statusCode(406).body("code", equalTo("not-acceptable"));
        known().get("/notes?managementNo=12").then().statusCode(400).body("errors.code", hasItem("parameter-invalid"));
        known().urlEncodingEnabled(false)
                .get("/notes?text=a%00b")
                .then()
                .statusCode(400)
                .body("errors.code", hasItem("parameter-invalid"));
        known().contentType("application/json")
                .body("{\"managementNo\":\"12345678916\",\"text\":\"dry?\"}")
                .post("/notes?dryRun=yes")
                .then()
                .statusCode(400)
                .body("errors.code", hasItem("parameter-invalid"));
    }

    @Test
    void aBugShowsNoClassNameAndTheCorrelationId() {
        known().header("X-Correlation-Id", "from-a-client-1")
                .header("Idempotency-Key", "k" + System.nanoTime())
                .contentType("application/json")
                .body("{\"managementNo\":\"12345678916\",\"text\":\"break\"}")
                .post("/notes")
                .then()
                .statusCode(500)
                .header("X-Correlation-Id", equalTo("from-a-client-1"))
                .body("correlationId", equalTo("from-a-client-1"))
                .body(not(containsString("kr.gosan.secret")));
    }

    @Test
    void everythingWrongWithAQueryIsToldAtOnceByName() {
        known().get("/notes?managementNo=12&dryrun=true&managementNo=13")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItems("managementNo", "dryrun"))
                .body("errors.code", hasItems("two-values", "unknown-field"));
        known().header("Idempotency-Key", "k")
                .contentType("application/json")
                .body("{\"managementNo\":\"12345678916\",\"text\":\"x\"}")
                .post("/notes?dryRun=false&dryRun=true")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("dryRun"))
                .body("errors[0].code", equalTo("two-values"));
        given().get("/notes?managementNo=12").then().statusCode(401);
    }

    @Test
    void anIllFormedCorrelationIdIsReplaced() {
        known().header("X-Correlation-Id", "<script>")
                .get("/notes")
                .then()
                .statusCode(200)
                .header("X-Correlation-Id", not(equalTo("<script>")));
    }

    @Test
    void allFieldErrorsComeTogether() {
        known().header("Idempotency-Key", "k")
                .contentType("application/json")
                .body("{\"managementNo\":\"1\",\"amount\":-5,\"kind\":\"SAND\",\"x\":1}")
                .post("/notes")
                .then()
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE)
                .body("code", equalTo("invalid-request"))
                .body("errors.pointer", hasItems("/managementNo", "/amount", "/kind", "/x", "/text"));
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        String large = "{\"text\":\"" + "a".repeat(1 << 20) + "\"}";
        known().contentType("application/json")
                .body(large)
                .post("/notes")
                .then()
                .statusCode(413)
                .body("code", equalTo("body-too-large"));
    }

    @Test
    void aBodyThatAnnouncesItselfAsHugeIsRefusedUnread() throws Exception {
        try (Socket socket = new Socket(root.getHost(), root.getPort())) {
            socket.getOutputStream()
                    .write(("POST /notes HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                                    + "Content-Length: 99999999999\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            assertEquals("HTTP/1.1 413", new String(in.readNBytes(12), StandardCharsets.US_ASCII));
        }
    }

    @Test
    void bothLanguagesHaveTheSameCodes() {
        ProblemBundles.assertSameKeys("platform");
    }

    private static RequestSpecification known() {
        return given().header("Authorization", "Bearer " + Tokens.employer("m-1", TestNumbers.business()));
    }
}
