package kr.gosan.premium.trial;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.Tokens;
import kr.gosan.premium.TestReturns;
import kr.gosan.premium.filing.ReturnExample;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class ComparisonTest {

    @Test
    void instalmentsCostTheLumpSumDiscount() {
        Response answer = compare(ReturnExample.COMPARISON);
        assertEquals(200, answer.statusCode(), answer.asString());
        JsonPath compared = answer.jsonPath();
        assertEquals(2, compared.getList("calculations").size());
        assertEquals(1, compared.getList("differences").size());
        compared.setRootPath("differences[0]");
        assertEquals("IA", compared.getString("payable[0].insurance"));
        assertEquals(6_119_640, compared.getInt("payable[0].first"));
        // 3 % of 4,885,600, truncated
        assertEquals(146_560, compared.getInt("payable[0].by"));
        List<String> steps = compared.getList("steps.step", String.class);
        assertTrue(steps.stream().allMatch(step -> step.startsWith("ia.") || step.startsWith("ei.")), steps.toString());
        assertTrue(steps.stream().noneMatch(step -> step.contains("confirmed.general")), steps.toString());
    }

    @Test
    void anExpectationOutsideTheSeventyToOneHundredThirtyPercentChangesTheBase() {
        ObjectNode request = (ObjectNode) TestReturns.tree(ReturnExample.COMPARISON);
        ObjectNode inside = (ObjectNode) request.at("/inputs/0");
        ObjectNode outside = inside.deepCopy();
        // 130 % of 130,000,000 is 169,000,000
        ((ObjectNode) inside.at("/estimated/industrialAccident")).put("general", 159_000_000);
        ((ObjectNode) outside.at("/estimated/industrialAccident")).put("general", 159_000_001);
        ((ArrayNode) request.path("inputs")).set(1, outside);
        JsonPath compared = compare(request.toString()).jsonPath();
        compared.setRootPath("differences[0].steps.find { it.step == 'ia.estimated.base' }");
        assertEquals(130_000_000, compared.getInt("firstResult"));
        assertEquals(169_000_001, compared.getInt("secondResult"));
        assertEquals(39_000_001, compared.getInt("by"));
    }

    @Test
    void anExperienceRateIsComparedWithTheIndustryRate() {
        ObjectNode request = (ObjectNode) TestReturns.tree(ReturnExample.COMPARISON);
        ObjectNode own = request.at("/inputs/0").deepCopy();
        ((ObjectNode) own.path("workplace")).putObject("experienceRates").put("2021", "28.8");
        ((ArrayNode) request.path("inputs")).set(1, own);
        Response answer = compare(request.toString());
        assertEquals(200, answer.statusCode(), answer.asString());
        JsonPath compared = answer.jsonPath();
        compared.setRootPath("differences[0].steps.find { it.step == 'ia.confirmed.general' }");
        // 120,000,000 × 7.2‰ less
        assertEquals(-864_000, compared.getInt("by"));
    }

    @Test
    void whatIsEqualDiffersInNothing() {
        ObjectNode request = (ObjectNode) TestReturns.tree(ReturnExample.COMPARISON);
        ((ArrayNode) request.path("inputs")).set(1, request.at("/inputs/0"));
        JsonPath compared = compare(request.toString()).jsonPath();
        assertEquals(List.of(), compared.getList("differences[0].steps"));
        assertEquals(List.of(0, 0), compared.getList("differences[0].payable.by"));
    }

    @Test
    void errorsOfAllInputsAreToldTogether() {
        ObjectNode request = (ObjectNode) TestReturns.tree(ReturnExample.COMPARISON);
        ((ObjectNode) request.at("/inputs/0")).remove("filedOn");
        ((ObjectNode) request.at("/inputs/1/workplace")).remove("kind");
        assertEquals(
                List.of("/inputs/0/filedOn", "/inputs/1/workplace/kind"),
                compare(request.toString()).jsonPath().getList("errors.pointer"));
        request = (ObjectNode) TestReturns.tree(ReturnExample.COMPARISON);
        ((ObjectNode) request.at("/inputs/0/previousEstimate/stability")).put("paid", 250_001);
        ((ObjectNode) request.at("/inputs/1")).put("filedOn", "2021-12-31");
        Response refused = compare(request.toString());
        assertEquals(422, refused.statusCode());
        assertEquals(
                List.of("/inputs/0/previousEstimate/stability/paid", "/inputs/1/insuranceYear"),
                refused.jsonPath().getList("errors.pointer"));
    }

    @Test
    void oneInputOrFiveAreNoComparison() {
        String one = ReturnExample.CALCULATION;
        for (String inputs : List.of(one, String.join(",", one, one, one, one, one))) {
            assertEquals(
                    List.of("inputs-out-of-range"),
                    compare("{\"inputs\": [" + inputs + "]}").jsonPath().getList("errors.code"));
        }
    }

    private static Response compare(String body) {
        return given().header("Authorization", "Bearer " + Tokens.stranger())
                .contentType("application/json")
                .body(body)
                .post("/premium/v1/comparisons");
    }
}
