package kr.gosan.premium.application;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import kr.gosan.platform.testing.Tokens;
import kr.gosan.premium.TestCompany;
import kr.gosan.premium.TestReturns;

/** The applications of a company, and those who decide them, over HTTP. */
record TestApplications(TestCompany company) {

    static List<String> unmet(Response answer) {
        return answer.jsonPath().getList("assessment.conditions.findAll { it.met == false }.condition");
    }

    ObjectNode body(String example) {
        ObjectNode body = TestReturns.tree(example).deepCopy();
        return body.put("managementNo", company.workplace.digits());
    }

    Response file(JsonNode body) {
        return company.request(UUID.randomUUID().toString())
                .body(body.toString())
                .post("/premium/v1/applications");
    }

    Response tried(JsonNode body, String language) {
        return company.request()
                .header("Accept-Language", language)
                .queryParam("dryRun", true)
                .body(body.toString())
                .post("/premium/v1/applications");
    }

    JsonPath list(String query) {
        return company.request().get("/premium/v1/applications" + query).jsonPath();
    }

    Response decide(Response filed, String decision) {
        return operator()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(ApplicationExamples.DECISION.replace("APPROVED", decision))
                .post("/premium/v1/applications/" + filed.jsonPath().getString("id") + "/decision");
    }

    static RequestSpecification stranger() {
        return given().header("Authorization", "Bearer " + Tokens.stranger())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json");
    }

    static RequestSpecification operator() {
        return given().header("Authorization", "Bearer " + Tokens.operator()).contentType("application/json");
    }
}
