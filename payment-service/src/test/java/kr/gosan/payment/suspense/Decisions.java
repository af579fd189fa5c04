package kr.gosan.payment.suspense;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.UUID;
import kr.gosan.payment.testing.TestEmployer;
import kr.gosan.platform.testing.Tokens;

/** Operators who decide about suspended money, over HTTP. */
final class Decisions {

    static final String FIRST = Tokens.operator("operator-one");
    static final String SECOND = Tokens.operator("operator-two");

    private Decisions() {}

    static String back(String account) {
        return "{\"way\":\"RETURN\",\"bank\":\"우리은행\",\"accountNo\":\"" + account
                + "\",\"holder\":\"고산건설\",\"reason\":\"paid by mistake\"}";
    }

    static String slip(String ePaymentNo) {
        return "{\"way\":\"SLIP\",\"ePaymentNo\":\"" + ePaymentNo + "\",\"reason\":\"one digit was wrong\"}";
    }

    static Response resolve(String operator, String moneyId, String body) {
        return posts(operator, "/payment/v1/suspense/" + moneyId + "/resolutions", body);
    }

    static Response decide(String operator, String resolutionId, boolean approve) {
        return posts(
                operator,
                "/payment/v1/suspense/resolutions/" + resolutionId + "/decision",
                "{\"approve\":" + approve + "}");
    }

    static JsonPath created(Response answer) {
        assertEquals(201, answer.statusCode(), answer.asString());
        return answer.jsonPath();
    }

    static void misfit(String code, Response answer) {
        assertEquals(409, answer.statusCode(), answer.asString());
        assertEquals("suspense-does-not-fit", answer.jsonPath().getString("code"));
        assertTrue(answer.jsonPath().getString("title").contains(code), answer.asString());
    }

    static JsonPath list(TestEmployer employer) {
        return given().auth()
                .oauth2(FIRST)
                .queryParam("managementNo", employer.workplace.digits())
                .get("/payment/v1/suspense")
                .jsonPath();
    }

    static void assertAgrees(TestEmployer employer) {
        JsonPath parity = employer.reads("/payment/v1/ledger/parity");
        assertTrue(parity.getBoolean("agrees"), parity.prettify());
    }

    private static Response posts(String operator, String path, String body) {
        return given().auth()
                .oauth2(operator)
                .header("Accept-Language", "en")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body)
                .post(path);
    }
}
