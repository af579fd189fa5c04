package kr.gosan.payment.reconciliation;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.gosan.payment.testing.Filings;
import kr.gosan.payment.testing.TestBank;
import kr.gosan.payment.testing.TestEmployer;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class ReconciliationTest {

    private static final long PAYABLE = 3_134_800;
    private static final String AT = "2022-03-30T14:05:09+09:00";

    @Inject
    ObjectMapper mapper;

    private final String transaction = UUID.randomUUID().toString();
    private TestEmployer employer;
    private UUID returnId;
    private String number;

    @BeforeEach
    void aSlipIsOpen() {
        employer = TestEmployer.known();
        var filed = Filings.atOnce(employer.workplace);
        returnId = filed.returnId();
        number = employer.files(filed, 2, mapper).getString("items.find { it.insurance == 'EI' }.ePaymentNo");
    }

    @Test
    void aMissingNoticeIsFoundAndTakenIn() {
        JsonPath run = compared(file(payment(transaction, PAYABLE), 1, PAYABLE));
        int line = line(run, "MISSING_HERE");
        Response taken = takesIn(run.getString("reconciliationId"), line);
        assertEquals("ACCEPTED", taken.jsonPath().getString("outcome"), taken.asString());
        assertEquals("PAID", slip());
        assertEquals(
                "DUPLICATE_ANSWERED",
                TestBank.sends(TestBank.notice(transaction, number, PAYABLE, AT, "GIRO"))
                                .jsonPath()
                                .getString("paymentId")
                                .equals(taken.jsonPath().getString("paymentId"))
                        ? "DUPLICATE_ANSWERED"
                        : "TAKEN_TWICE");
        JsonPath again = compared(file(payment(transaction, PAYABLE), 1, PAYABLE));
        assertFalse(kinds(again).contains("MISSING_HERE"), kinds(again));
    }

    @Test
    void theLatestComparisonOfADayCounts() {
        JsonPath first = compared(file(payment(transaction, PAYABLE), 1, PAYABLE));
        JsonPath second = compared(file(payment(transaction, PAYABLE), 1, PAYABLE));
        JsonPath list = given().auth()
                .oauth2(Tokens.operator())
                .queryParam("institution", "GIRO")
                .queryParam("day", "2022-03-30")
                .get("/payment/v1/reconciliations")
                .jsonPath();
        assertEquals(second.getString("reconciliationId"), list.getString("items[0].reconciliationId"));
        assertTrue(list.getBoolean("items[0].latest"));
        assertFalse(list.getBoolean(
                "items.find { it.reconciliationId == '" + first.getString("reconciliationId") + "' }.latest"));
    }

    @Test
    void anotherAmountIsNamedWithBothSides() {
        TestBank.sends(TestBank.notice(transaction, number, PAYABLE, AT, "GIRO"));
        JsonPath run = compared(file(payment(transaction, PAYABLE - 10), 1, PAYABLE - 10));
        JsonPath found = differences(run);
        assertEquals(
                PAYABLE - 10, found.getLong("items.find { it.transactionId == '" + transaction + "' }.theirs.amount"));
        assertEquals(PAYABLE, found.getLong("items.find { it.transactionId == '" + transaction + "' }.ours.amount"));
        assertEquals("AMOUNT", found.getString("items.find { it.transactionId == '" + transaction + "' }.kind"));
        assertEquals(
                404,
                takesIn(
                                run.getString("reconciliationId"),
                                found.getInt("items.find { it.transactionId == '" + transaction + "' }.line"))
                        .statusCode());
    }

    @Test
    void aReversalWeDoNotKnowIsFoundAndTakenIn() {
        TestBank.sends(TestBank.notice(transaction, number, PAYABLE, AT, "GIRO"));
        JsonPath run = compared(file(
                payment(transaction, PAYABLE)
                        + "{\"transactionId\":\"R-%s\",\"kind\":\"REVERSAL\",\"reverses\":\"%s\",\"amount\":%d,\"fee\":0,\"at\":\"2022-03-30T15:00:00+09:00\"}\n"
                                .formatted(transaction, transaction, PAYABLE),
                2,
                2 * PAYABLE));
        Response taken = takesIn(run.getString("reconciliationId"), line(run, "REVERSED_THERE"));
        assertEquals("REVERSED", taken.jsonPath().getString("outcome"), taken.asString());
        assertEquals("ISSUED", slip());
    }

    @Test
    void aReversalThatWasRefusedHereIsNotCalledUnknown() {
        TestBank.sends(TestBank.notice(transaction, number, PAYABLE, AT, "GIRO"));
        Response refused = TestBank.sends("""
                {"kind":"REVERSAL","institution":"GIRO","bankTransactionId":"R-%s","originalTransactionId":"%s","amount":10,"reversedAt":"2022-03-30T15:00:00+09:00"}""".formatted(transaction, transaction));
        assertEquals("reversal-refused", refused.jsonPath().getString("code"), refused.asString());
        JsonPath run = compared(file(
                payment(transaction, PAYABLE)
                        + "{\"transactionId\":\"R-%s\",\"kind\":\"REVERSAL\",\"reverses\":\"%s\",\"amount\":%d,\"fee\":0,\"at\":\"2022-03-30T15:00:00+09:00\"}\n"
                                .formatted(transaction, transaction, PAYABLE),
                2,
                2 * PAYABLE));
        assertEquals("[REVERSAL_REFUSED_HERE]", kinds(run));
        Response taken = takesIn(run.getString("reconciliationId"), line(run, "REVERSAL_REFUSED_HERE"));
        assertEquals("REVERSED", taken.jsonPath().getString("outcome"), taken.asString());
    }

    @Test
    void aReversalThatCameAheadOfAPaymentItDoesNotFitIsNamed() {
        String ahead = """
                {"kind":"REVERSAL","institution":"GIRO","bankTransactionId":"R-%s","originalTransactionId":"%s","amount":50000,"reversedAt":"2022-03-30T15:00:00+09:00"}""".formatted(transaction, transaction);
        assertEquals("REVERSAL_AHEAD", TestBank.sends(ahead).jsonPath().getString("outcome"));
        TestBank.sends(TestBank.notice(transaction, number, PAYABLE, AT, "GIRO"));
        assertEquals("PAID", slip());
        JsonPath run = compared(file(
                payment(transaction, PAYABLE)
                        + "{\"transactionId\":\"R-%s\",\"kind\":\"REVERSAL\",\"reverses\":\"%s\",\"amount\":50000,\"fee\":0,\"at\":\"2022-03-30T15:00:00+09:00\"}\n"
                                .formatted(transaction, transaction),
                2,
                PAYABLE + 50_000));
        Response refused = takesIn(run.getString("reconciliationId"), line(run, "REVERSAL_REFUSED_HERE"));
        assertEquals(409, refused.statusCode(), refused.asString());
        assertEquals("PAID", slip());
    }

    @Test
    void aFeeThatIsNotDueIsNamedThoughBothSidesTellIt() {
        assertEquals(
                "ACCEPTED",
                TestBank.sends(TestBank.notice(transaction, number, PAYABLE, AT, "GIRO")
                                .replace("}", ",\"fee\":1}"))
                        .jsonPath()
                        .getString("outcome"));
        JsonPath run = compared(file(payment(transaction, PAYABLE).replace("\"fee\":0", "\"fee\":1"), 1, PAYABLE)
                .replace("\"fees\":0", "\"fees\":1"));
        assertEquals("[FEE]", kinds(run));
    }

    @Test
    void aFileWhoseTotalsDoNotFitIsNotTaken() {
        String file = file(payment(transaction, PAYABLE), 1, PAYABLE + 10);
        Response answer = uploads(file, TestBank.signature("giro", file));
        assertEquals(400, answer.statusCode());
        assertEquals("file-totals", answer.jsonPath().getString("errors[0].code"));
        String short1 = file(payment(transaction, PAYABLE), 2, PAYABLE);
        assertEquals(400, uploads(short1, TestBank.signature("giro", short1)).statusCode());
    }

    @Test
    void aPaymentOfAFileSaysItsChannelAndItsNumber() {
        String line = "{\"transactionId\":\"T-bare\",\"kind\":\"PAYMENT\",\"amount\":10,\"fee\":0,"
                + "\"at\":\"2022-03-30T14:05:09+09:00\"}\n";
        Response refused = DailyFiles.handsIn("giro", DailyFiles.file("GIRO", "2022-03-30", line, 1, 10));
        assertEquals(400, refused.statusCode(), refused.asString());
        assertEquals(
                List.of("/channel", "/ePaymentNo"), refused.jsonPath().getList("errors.pointer"), refused.asString());
    }

    @Test
    void aFileIsSignedByItsOwnInstitution() {
        String file = file(payment(transaction, PAYABLE), 1, PAYABLE);
        assertEquals(403, uploads(file, TestBank.signature("card", file)).statusCode());
        assertEquals(403, uploads(file, TestBank.signature("nhis", file)).statusCode());
        assertEquals(403, uploads(file, null).statusCode());
        assertEquals(403, uploads(file + " ", TestBank.signature("giro", file)).statusCode());
    }

    @Test
    void onlyOperatorsReadWhatDiffered() {
        String path = "/payment/v1/reconciliations/"
                + compared(file(payment(transaction, PAYABLE), 1, PAYABLE)).getString("reconciliationId")
                + "/differences";
        assertEquals(200, given().auth().oauth2(Tokens.operator()).get(path).statusCode());
        assertEquals(403, given().auth().oauth2(Tokens.stranger()).get(path).statusCode());
        assertEquals(403, given().auth().oauth2(Tokens.bank()).get(path).statusCode());
    }

    private String payment(String id, long amount) {
        return "{\"transactionId\":\"%s\",\"kind\":\"PAYMENT\",\"ePaymentNo\":\"%s\",\"amount\":%d,\"fee\":0,\"channel\":\"GIRO\",\"at\":\"%s\"}\n"
                .formatted(id, number, amount, AT);
    }

    private static String file(String lines, int count, long total) {
        return DailyFiles.file("GIRO", "2022-03-30", lines, count, total);
    }

    private static JsonPath compared(String file) {
        Response answer = uploads(file, TestBank.signature("giro", file));
        assertEquals(201, answer.statusCode(), answer.asString());
        return answer.jsonPath();
    }

    private static Response uploads(String file, String signature) {
        var request = given().auth().oauth2(Tokens.bank()).header("Accept-Language", "en");
        if (signature != null) {
            request.header("X-Bank-Signature", signature);
        }
        return request.contentType("application/x-ndjson")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/payment/v1/reconciliations/files");
    }

    /** All differences: tests share the day. */
    private JsonPath differences(JsonPath run) {
        try {
            return new JsonPath(mapper.writeValueAsString(Map.of("items", DailyFiles.differences(run))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private int line(JsonPath run, String kind) {
        return differences(run)
                .getInt("items.find { it.kind == '" + kind + "' && it.transactionId.endsWith('" + transaction
                        + "') }.line");
    }

    private String kinds(JsonPath run) {
        return differences(run)
                .getList("items.findAll { it.transactionId.endsWith('" + transaction + "') }.kind")
                .toString();
    }

    private static Response takesIn(String reconciliationId, int line) {
        return given().auth()
                .oauth2(Tokens.operator())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/payment/v1/reconciliations/" + reconciliationId + "/differences/" + line + "/taking-in");
    }

    private String slip() {
        return employer.slips(returnId).getString("items.find { it.insurance == 'EI' }.state");
    }
}
