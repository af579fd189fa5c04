package kr.gosan.auth.outside;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

/** One service answers, one is down, one hangs: the reference describes what it can. */
@QuarkusTest
@TestProfile(OutsideWorld.class)
class ApiReferenceTest {

    @Test
    void theDocumentHoldsWhatTheServicesSayAndNamesThoseThatAreSilent() throws Exception {
        JsonNode document =
                new ObjectMapper().readTree(given().get("/openapi.json").asString());

        assertTrue(document.path("paths").has("/auth/v1/sessions"));
        assertTrue(document.path("paths").has("/premium/v1/returns"));
        assertEquals(
                "another session",
                document.at("/components/schemas/PremiumSession/title").asText());
        assertTrue(document.path("info").path("description").asText().contains("coverage, payment"));
        for (JsonNode reference : document.findValues("$ref")) {
            assertFalse(document.at(reference.asText().substring(1)).isMissingNode(), reference.asText());
        }
    }

    @Test
    void itComesAsYamlToo() {
        given().get("/openapi.yaml").then().statusCode(200).body(containsString("/premium/v1/returns:"));
    }

    @Test
    void theFrontPageLeadsToTheReferencePage() {
        given().redirects().follow(false).get("/").then().statusCode(303).header("Location", containsString("/docs"));
        given().get("/docs").then().statusCode(200).body(containsString("swagger"));
        given().get("/docs/")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("/openapi.json"))
                .header("X-Frame-Options", equalTo("DENY"))
                .header("Content-Security-Policy", notNullValue());
    }
}
