package kr.gosan.payment;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import kr.gosan.payment.testing.TestBank;
import kr.gosan.platform.testing.EndpointWalk;
import kr.gosan.platform.testing.EndpointWalk.Endpoint;
import kr.gosan.platform.testing.ProblemBundles;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

/** What holds for every operation, taken from the API's own description. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class ApiTest {

    private static final Map<String, String> PATH =
            Map.of("slipId", UUID.randomUUID().toString(), "managementNo", "99999999999");

    @Test
    void nothingIsOpen() {
        EndpointWalk.all().forEach(endpoint -> {
            assertFalse(endpoint.open(), endpoint.toString());
            assertEquals(401, endpoint.status(PATH, null), endpoint.toString());
            assertEquals(401, endpoint.status(PATH, Tokens.expired()), endpoint.toString());
            assertEquals(401, endpoint.status(PATH, Tokens.forAnotherAudience()), endpoint.toString());
        });
    }

    @Test
    void aStrangerIsRefusedEverywhere() {
        for (Endpoint endpoint : EndpointWalk.all()) {
            boolean list = endpoint.method().equals("get") && !endpoint.path().contains("{");
            Endpoint asked = list
                    ? new Endpoint(endpoint.method(), endpoint.path() + "?managementNo=99999999999", endpoint.open())
                    : endpoint;
            // a slip that nobody has tells nobody anything
            int expected = endpoint.path().endsWith("{slipId}") ? 404 : 403;
            assertEquals(expected, asked.status(PATH, Tokens.stranger()), endpoint.toString());
        }
    }

    @Test
    void everyOperationIsDescribedAndItsExampleWorks() throws JsonProcessingException {
        JsonNode paths = new ObjectMapper()
                .readTree(given().queryParam("format", "json").get("/q/openapi").asString())
                .path("paths");
        paths.forEach(path -> path.forEach(operation -> {
            if (operation.has("responses")) {
                assertFalse(operation.path("summary").asText().isBlank(), operation.toString());
                assertFalse(operation.path("description").asText().isBlank(), operation.toString());
            }
        }));
        String example = paths.at("/~1payment~1v1~1bank-notices/post/requestBody/content/application~1json/examples")
                .path("giro")
                .path("value")
                .toString();
        String first = TestBank.sends(example).then().statusCode(200).extract().asString();
        assertEquals(first, TestBank.sends(example).asString());
    }

    @Test
    void everyProblemSpeaksBothLanguages() {
        ProblemBundles.assertSameKeys("payment");
    }
}
