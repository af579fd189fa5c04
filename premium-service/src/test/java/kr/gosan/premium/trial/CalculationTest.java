package kr.gosan.premium.trial;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.Tokens;
import kr.gosan.premium.TestReturns;
import kr.gosan.premium.filing.ReturnExample;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class CalculationTest {

    @Test
    void anybodyWithATokenCalculatesTheReturnOfTheSourceDocument() {
        Response answer = calculate(ReturnExample.CALCULATION);
        assertEquals(200, answer.statusCode(), answer.asString());
        assertEquals(6_119_640, answer.jsonPath().getInt("calculation.insurances[0].payable"));
        assertEquals(3_134_800, answer.jsonPath().getInt("calculation.insurances[1].payable"));
        assertEquals(
                "120,000,000 × 37.63‰ = 4,515,600, where 37.63‰ = 36‰ + 1‰ + 0.6‰ + 0.03‰",
                answer.jsonPath().getString("trace[0].formula"));
        assertEquals("UNEMPLOYMENT", answer.jsonPath().getString("calculation.insurances[1].estimated.lines[0].row"));
        assertTrue(answer.jsonPath().getList("law").size() > 15);
    }

    @Test
    void aRefundIsCalculatedWithoutAnAccount() {
        ObjectNode request = request();
        ((ObjectNode) request.at("/previousEstimate/industrialAccident"))
                .put("reported", 20_000_000)
                .put("paid", 20_000_000);
        Response answer = calculate(request.toString());
        assertEquals(200, answer.statusCode());
        // 20,000,000 − 4,885,600 = 15,114,400, of which 4,885,600 − 146,560 − 5,000 is offset
        assertEquals(10_380_360, answer.jsonPath().getInt("calculation.insurances[0].refund"));
    }

    @Test
    void theWorkplacesOwnTermsTakeThePlaceOfTheGeneralOnes() {
        ObjectNode request = request();
        ((ObjectNode) request.path("workplace"))
                .put("wageClaimReducedFrom", "2021-01-01")
                .putObject("experienceRates")
                .put("2021", "28.8");
        Response answer = calculate(request.toString());
        assertEquals(200, answer.statusCode(), answer.asString());
        String rate = "calculation.insurances[0].%s.lines[0].ratePerMille";
        // 28.8‰ + 1‰ + half of 0.6‰ + 0.03‰; no rate of its own is stated for 2022
        assertEquals("30.13", answer.jsonPath().getString(rate.formatted("confirmed")));
        assertEquals("37.33", answer.jsonPath().getString(rate.formatted("estimated")));
        assertTrue(answer.jsonPath().getList("law.id").contains("accident.experience-rate"));
    }

    @Test
    void ratesOfTheWorkplacesOwnAreReadStrictly() {
        for (String perMille : List.of("1000", "-1", "28,8", "1e9", "28.8888", "", "٢٨")) {
            ObjectNode request = request();
            ((ObjectNode) request.path("workplace"))
                    .putObject("experienceRates")
                    .put("2021", perMille);
            Response refused = calculate(request.toString());
            assertEquals(List.of("per-mille-expected"), refused.jsonPath().getList("errors.code"), perMille);
            assertEquals("/workplace/experienceRates/2021", refused.jsonPath().getString("errors[0].pointer"));
        }
        ObjectNode notAYear = request();
        ((ObjectNode) notAYear.path("workplace"))
                .putObject("experienceRates")
                .put("99999999999", "1")
                .putNull("2021");
        assertEquals(
                List.of("year-expected", "per-mille-expected"),
                calculate(notAYear.toString()).jsonPath().getList("errors.code"));
        ObjectNode many = request();
        ObjectNode rates = ((ObjectNode) many.path("workplace")).putObject("experienceRates");
        for (int year = 2011; year <= 2021; year++) {
            rates.put(String.valueOf(year), "36");
        }
        assertEquals(List.of("too-many"), calculate(many.toString()).jsonPath().getList("errors.code"));
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        ObjectNode request = request();
        ((ObjectNode) request.path("workplace")).put("kind", "FACTORY").remove("establishedOn");
        request.put("filedOn", "10.3.2022").put("managementNo", "12345678916");
        Response refused = calculate(request.toString());
        assertEquals(400, refused.statusCode());
        assertEquals(
                List.of("/filedOn", "/managementNo", "/workplace/establishedOn", "/workplace/kind"),
                refused.jsonPath().getList("errors.pointer", String.class).stream()
                        .sorted()
                        .toList());
    }

    @Test
    void whatTheLawDoesNotKnowIsRefusedByName() {
        for (String year : List.of("2017", "2022", "2026")) {
            ObjectNode request = request();
            request.put("insuranceYear", Integer.parseInt(year)).put("filedOn", "2027-03-10");
            Response refused = calculate(request.toString());
            assertEquals(422, refused.statusCode());
            assertTrue(refused.jsonPath().getList("errors.code").contains("law-unknown"));
        }
        ObjectNode farAway = request();
        farAway.put("filedOn", "9999-12-31").put("insuranceYear", 9998);
        assertEquals(422, calculate(farAway.toString()).statusCode());
    }

    @Test
    void theDocumentedExamplesAreTheOnesTheTestsSend() {
        JsonNode document = TestReturns.tree(
                given().queryParam("format", "json").get("/q/openapi").asString());
        assertEquals(TestReturns.tree(ReturnExample.CALCULATION), example(document, "/premium/v1/calculations"));
        assertEquals(TestReturns.tree(ReturnExample.RETURN), example(document, "/premium/v1/returns"));
        assertEquals(TestReturns.tree(ReturnExample.COMPARISON), example(document, "/premium/v1/comparisons"));
    }

    @Test
    void everyOperationHasASummaryAndItsAnswers() {
        JsonNode paths = TestReturns.tree(
                        given().queryParam("format", "json").get("/q/openapi").asString())
                .path("paths");
        paths.properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    String name = operation.getKey() + " " + path.getKey();
                    assertTrue(operation.getValue().path("summary").asText().length() > 5, name);
                    assertTrue(operation.getValue().path("responses").size() > 0, name);
                    operation
                            .getValue()
                            .path("responses")
                            .properties()
                            .forEach(answer -> assertTrue(
                                    answer.getValue()
                                                    .path("description")
                                                    .asText()
                                                    .length()
                                            > 3,
                                    name + answer.getKey()));
                }));
    }

    private static JsonNode example(JsonNode document, String path) {
        JsonNode example = document.path("paths")
                .path(path)
                .at("/post/requestBody/content/application~1json/examples")
                .elements()
                .next()
                .path("value");
        return example.isTextual() ? TestReturns.tree(example.asText()) : example;
    }

    private static ObjectNode request() {
        return (ObjectNode) TestReturns.tree(ReturnExample.CALCULATION);
    }

    private static Response calculate(String body) {
        return given().header("Authorization", "Bearer " + Tokens.stranger())
                .contentType("application/json")
                .body(body)
                .post("/premium/v1/calculations");
    }
}
