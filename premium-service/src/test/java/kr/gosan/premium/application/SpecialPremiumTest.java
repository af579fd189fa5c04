package kr.gosan.premium.application;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.Tokens;
import kr.gosan.premium.TestCompany;
import kr.gosan.premium.TestReturns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Form 10706: how the special premium is computed is not known, so the office examines what is claimed. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class SpecialPremiumTest {

    private TestCompany company;

    @BeforeEach
    void aCompanyOfItsOwn() {
        company = TestCompany.inMarch2022();
    }

    @Test
    void whatIsClaimedIsLeftToTheOfficeToExamineAndDecide() {
        Response filed = file(claiming(1_200_000, 900_000));
        assertEquals(201, filed.statusCode(), filed.asString());
        JsonPath result = filed.jsonPath();
        assertEquals("FILED", result.getString("state"));
        assertEquals("application", result.getString("receipt.filingType"));
        assertEquals(1_200_000, result.getInt("content.specialPremium.notified"));
        assertEquals(900_000, result.getInt("content.specialPremium.claimed"));
        assertEquals("소멸한 현장이 포함됨", result.getString("content.specialPremium.reason"));
        assertEquals(
                List.of("special-premium-differs", "special-premium-examined"),
                result.getList("assessment.conditions.condition"));
        assertTrue(result.getBoolean("assessment.conditions[0].met"));
        assertNull(result.get("assessment.conditions[1].met"), "open until somebody has examined it");
        assertEquals(
                List.of("고지 금액 1,200,000원, 주장 금액 900,000원.", "공단이 내용을 확인합니다. 산정 규정은 이 시스템에 없습니다."),
                result.getList("assessment.conditions.because"));
        assertNull(result.get("assessment.eligible"));
        assertNull(result.get("assessment.result"), "no amount is made up");

        Response approved = decide(filed, "APPROVED");
        assertEquals(200, approved.statusCode(), approved.asString());
        assertEquals("APPROVED", approved.jsonPath().getString("state"));
        assertEquals("2022-03-10", approved.jsonPath().getString("decidedOn"));
        assertNull(approved.jsonPath().get("assessment.result"));
    }

    @Test
    void whoClaimsWhatWasNotifiedIsNotApproved() {
        Response filed = file(claiming(1_200_000, 1_200_000));
        assertEquals(201, filed.statusCode(), filed.asString());
        assertFalse(filed.jsonPath().getBoolean("assessment.eligible"));
        Response refused = decide(filed, "APPROVED");
        assertEquals(422, refused.statusCode(), refused.asString());
        assertEquals("conditions-not-met", refused.jsonPath().getString("code"));
        assertEquals(List.of("special-premium-differs"), refused.jsonPath().getList("errors.code"));
        Response decided = decide(filed, "REFUSED");
        assertEquals(200, decided.statusCode(), decided.asString());
        assertEquals("REFUSED", decided.jsonPath().getString("state"));
    }

    @Test
    void bothAmountsAndTheReasonAreNeeded() {
        ObjectNode empty = claiming(0, 0);
        empty.putObject("specialPremium");
        Response refused = file(empty);
        assertEquals(400, refused.statusCode());
        assertEquals(
                List.of("/specialPremium/notified", "/specialPremium/claimed", "/specialPremium/reason"),
                refused.jsonPath().getList("errors.pointer"));
    }

    private ObjectNode claiming(long notified, long claimed) {
        ObjectNode body = TestReturns.tree("{\"form\": \"10706\", \"insuranceYear\": 2022}")
                .deepCopy();
        body.put("managementNo", company.workplace.digits());
        body.putObject("specialPremium")
                .put("notified", notified)
                .put("claimed", claimed)
                .put("reason", "소멸한 현장이 포함됨");
        return body;
    }

    private Response file(ObjectNode body) {
        return company.request(UUID.randomUUID().toString())
                .body(body.toString())
                .post("/premium/v1/applications");
    }

    private static Response decide(Response filed, String decision) {
        return given().header("Authorization", "Bearer " + Tokens.operator())
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(ApplicationExamples.DECISION.replace("APPROVED", decision))
                .post(filed.header("Location") + "/decision");
    }
}
