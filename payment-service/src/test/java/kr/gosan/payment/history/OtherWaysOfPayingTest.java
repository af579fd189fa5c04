package kr.gosan.payment.history;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import kr.gosan.payment.arrears.TestCollector;
import kr.gosan.payment.testing.Filings;
import kr.gosan.payment.testing.TestEmployer;
import kr.gosan.platform.testing.Pdf;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Arrears of 6,266,200 won of industrial-accident insurance, due 2022-03-31, that NHIS collects. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class OtherWaysOfPayingTest {

    @Inject
    ObjectMapper mapper;

    private TestEmployer employer;
    private JsonPath slips;

    @BeforeEach
    void arrears() {
        employer = TestEmployer.known();
        slips = employer.files(Filings.atOnce(employer.workplace), 2, mapper);
        given().auth()
                .oauth2(Tokens.operator())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"managementNo\":\"%s\",\"on\":\"2022-04-01\"}".formatted(employer.workplace.digits()))
                .post("/payment/v1/arrears-hand-overs")
                .then()
                .statusCode(200);
    }

    @Test
    void whatWasCollectedIsInTheHistoryOfItsSlipAndOnPaperThoughItHasNoReceipt() {
        collected(TestCollector.number());
        JsonPath found = history("application/json", "slipId=" + slipId("IA")).jsonPath();
        assertEquals(List.of("COLLECTED"), found.getList("items.kind"));
        // the rest of 6,400,000 settled nothing
        assertEquals(6_266_200 + 125_320, found.getInt("items[0].amount"));
        assertEquals("2022-04-30", found.getString("items[0].paidOn"));
        assertEquals("IA", found.getString("items[0].insurance"));
        assertNull(found.getString("items[0].slipId"));
        assertEquals(
                List.of(),
                history("application/json", "slipId=" + slipId("EI")).jsonPath().getList("items"));
        assertEquals(
                List.of(), history("application/json", "kind=SLIP").jsonPath().getList("items"));
        String paper = Pdf.text(history("application/pdf", "").asByteArray());
        assertTrue(paper.contains("건강보험공단 징수"), paper);
        assertTrue(paper.contains("산재보험 6,391,520"), paper);
        Response receipt = employer.asks().get("/payment/v1/slips/" + slipId("IA") + "/receipt");
        assertEquals(409, receipt.statusCode());
        assertTrue(receipt.jsonPath().getString("title").contains("/payment/v1/payments"), receipt.asString());
    }

    @Test
    void aCollectionThatWasTakenBackIsStillShownAndCountsForNothing() {
        String number = TestCollector.number();
        collected(number);
        TestCollector.takesBack(TestCollector.number(), number, "2022-05-02")
                .then()
                .statusCode(200);
        JsonPath found = history("application/json", "").jsonPath();
        assertEquals(List.of("2022-05-02"), found.getList("items.reversedOn"));
        String paper = Pdf.text(history("application/pdf", "").asByteArray());
        assertTrue(paper.contains("합계 0"), paper);
    }

    private void collected(String number) {
        TestCollector.tells(TestCollector.notice(number, employer.workplace, "IA", 6_400_000, 0, "2022-04-30"))
                .then()
                .statusCode(200);
    }

    private String slipId(String insurance) {
        return slips.getString("items.find { it.insurance == '" + insurance + "' }.slipId");
    }

    private Response history(String accept, String filter) {
        Response answer = employer.asks()
                .accept(accept)
                .get("/payment/v1/payments?managementNo=" + employer.workplace.digits() + "&" + filter);
        assertEquals(200, answer.statusCode(), answer.asString());
        return answer;
    }
}
