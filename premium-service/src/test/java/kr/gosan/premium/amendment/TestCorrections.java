package kr.gosan.premium.amendment;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import kr.gosan.platform.testing.TestKafka;
import kr.gosan.platform.testing.Tokens;
import kr.gosan.premium.TestCompany;
import kr.gosan.premium.TestReturns;

/** The corrections of a return, over HTTP. */
record TestCorrections(TestCompany company, String returnId) {

    String path() {
        return "/premium/v1/returns/" + returnId + "/corrections";
    }

    static ObjectNode amended() {
        return (ObjectNode) TestReturns.tree(CorrectionExample.AMENDED_RETURN);
    }

    static ObjectNode claim() {
        return (ObjectNode) TestReturns.tree(CorrectionExample.CORRECTION_CLAIM);
    }

    static ObjectNode with(ObjectNode correction, int against, long base) {
        correction.put("against", against);
        ((ObjectNode) correction.at("/confirmed/industrialAccident")).put("general", base);
        ((ObjectNode) correction.at("/confirmed/employment"))
                .put("unemployment", base)
                .put("stability", base);
        return correction;
    }

    static ObjectNode decision(String outcome) {
        return (ObjectNode) TestReturns.tree("{\"outcome\": \"" + outcome + "\", \"reason\": \"급여대장과 일치\"}");
    }

    Response file(JsonNode correction) {
        return company.request(UUID.randomUUID().toString())
                .body(correction.toString())
                .post(path());
    }

    static RequestSpecification operator() {
        return operatorAs(Tokens.operator());
    }

    static RequestSpecification operatorAs(String token) {
        return given().header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json");
    }

    static void assertRefused(int status, String code, Response response) {
        assertEquals(status, response.statusCode(), response.asString());
        assertEquals(code, response.jsonPath().getString("code"));
    }

    static void assertViolation(String code, Response response) {
        assertEquals(422, response.statusCode(), response.asString());
        assertEquals("correction-not-acceptable", response.jsonPath().getString("code"));
        assertEquals(List.of(code), response.jsonPath().getList("errors.code"));
        assertFalse(response.jsonPath().getString("errors[0].message").equals(code), "the code has a text");
    }

    List<JsonNode> events(int count) {
        return TestKafka.await(
                TestKafka.topic("premium"),
                company.workplace.digits(),
                count,
                event -> event.path("type").asText().equals(PremiumAdjusted.TYPE));
    }
}
