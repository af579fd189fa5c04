package kr.gosan.payment.charge;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import kr.gosan.payment.testing.TestBank;
import kr.gosan.payment.testing.TestEmployer;
import kr.gosan.platform.testing.Pdf;
import kr.gosan.platform.testing.PublishedEvents;
import kr.gosan.platform.testing.TestKafka;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A fine from its assessment to its payment, over HTTP. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class FineFlowTest {

    private TestEmployer employer;

    @BeforeEach
    void itIsMarch() {
        employer = TestEmployer.known();
        employer.livesOn(LocalDate.of(2026, 3, 2));
    }

    @Test
    void aFineIsAssessedWithASlipAndSettledByItsPayment() {
        JsonPath assessed = assess("C-1").then().statusCode(201).extract().jsonPath();
        assertEquals(1_000_000, assessed.getInt("amount"));
        assertEquals(1, assessed.getInt("count"));
        assertTrue(assessed.getString("trace").contains("보험료징수법 §50"), assessed.getString("trace"));
        assertEquals("2026-03-02", assessed.getString("charge.assessedOn"));
        assertEquals(1_000_000, balance("FINE_DUE"));
        JsonPath slip = slip();
        assertEquals("FINE", slip.getString("debtKind"));
        assertEquals(assessed.getString("charge.dueDate"), slip.getString("dueDate"));
        assertEquals("ACCEPTED", pays(slip).jsonPath().getString("outcome"));
        assertEquals(0, balance("FINE_DUE"));
        assertEquals("PAID", slip().getString("state"));
        assertEquals(409, cancel(assessed.getString("charge.chargeId")).statusCode());
        assertTrue(employer.reads("/payment/v1/ledger/parity").getBoolean("agrees"));
        told("charge-assessed");
        told("slip-issued");
    }

    @RepeatedTest(5)
    void aFineIsEitherPaidOrCancelledWhoeverComesFirst() {
        String fine = assess("C-1").jsonPath().getString("charge.chargeId");
        JsonPath slip = slip();
        CompletableFuture<Response> cancelled = CompletableFuture.supplyAsync(() -> cancel(fine));
        String paid = pays(slip).jsonPath().getString("outcome");
        int status = cancelled.join().statusCode();
        assertTrue(
                status == 200 && paid.equals("SLIP_CANCELLED") || status == 409 && paid.equals("ACCEPTED"),
                status + " " + paid);
        assertTrue(employer.reads("/payment/v1/ledger/parity").getBoolean("agrees"));
    }

    @Test
    void theSecondTimeCostsMoreAndACancelledOneDoesNotCount() {
        String first = assess("C-1").jsonPath().getString("charge.chargeId");
        JsonPath second = assess("C-2").jsonPath();
        assertEquals(2_000_000, second.getInt("amount"));
        assertEquals(200, cancel(first).statusCode());
        assertEquals(409, cancel(first).statusCode());
        JsonPath third = assess("C-3").jsonPath();
        assertEquals(2, third.getInt("count"));
        assertEquals(2_000_000, third.getInt("amount"));
        assertEquals(4_000_000, balance("FINE_DUE"));
        assertEquals(
                List.of("CANCELLED", "ISSUED", "ISSUED"),
                employer.reads("/payment/v1/slips").<String>getList("items.state").stream()
                        .sorted()
                        .toList());
        assertTrue(employer.reads("/payment/v1/ledger/parity").getBoolean("agrees"));
        told("charge-cancelled");
        told("slip-cancelled");
    }

    @Test
    void aViolationIsFinedOnceUnlessThatWasCancelled() {
        String fine = assess("C-1").jsonPath().getString("charge.chargeId");
        assertEquals("fined-before", assess("C-1").jsonPath().getString("code"));
        cancel(fine);
        assertEquals(201, assess("C-1").statusCode());
    }

    /** Told beforehand on February 10: an opinion may be stated for ten days. */
    @ParameterizedTest
    @CsvSource({"2026-02-20, NONE, 409", "2026-02-21, NONE, 201", "2026-02-20, WAIVED, 201", "2026-02-10, GIVEN, 201"})
    void itWaitsForTheOpinionOrForItsTimeToPass(String today, String opinion, int status) {
        employer.livesOn(LocalDate.parse(today));
        Response answer = assess(body("C-1").replace("WAIVED", opinion), false);
        assertEquals(status, answer.statusCode(), answer.asString());
        assertEquals(
                status == 409 ? "fine-opinion-open" : null, answer.jsonPath().getString("code"));
    }

    @Test
    void nobodyIsFinedBeforeBeingTold() {
        employer.livesOn(LocalDate.of(2026, 2, 9));
        assertEquals("fine-dated-ahead", assess("C-1").jsonPath().getString("code"));
    }

    @ParameterizedTest
    @CsvSource({"CONFIRMED_RETURN, 2026-01-20, fine.other.first", "ESTABLISHMENT_NOTICE, 2025-12-31, fine.notice.first"
    })
    void amountsThatAreNotEstablishedAreRefusedByName(String violation, String on, String series) {
        Response answer =
                assess(body("C-1").replace("ESTABLISHMENT_NOTICE", violation).replace("2026-01-20", on), false);
        assertEquals(422, answer.statusCode());
        assertEquals("law-unknown", answer.jsonPath().getString("code"));
        assertTrue(answer.asString().contains(series), answer.asString());
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        Response answer = assess(body("C-1").replace("2026-02-10", "2026-01-19").replace("성립신고 지연", ""), false);
        assertEquals(400, answer.statusCode());
        assertEquals(
                List.of("/noticedOn", "/reason"),
                answer.jsonPath().<String>getList("errors.pointer").stream()
                        .sorted()
                        .toList());
    }

    @Test
    void aDryRunStoresNothingAndTheSameKeyAssessesOnce() {
        assertEquals(200, assess(body("C-1"), true).statusCode());
        assertEquals(0, employer.reads("/payment/v1/fines").getList("items").size());
        String key = UUID.randomUUID().toString();
        assertEquals(
                posts("/payment/v1/fines", body("C-1"), key, false).asString(),
                posts("/payment/v1/fines", body("C-1"), key, false).asString());
        JsonPath fines = employer.reads("/payment/v1/fines");
        assertEquals(List.of("FINE"), fines.getList("items.kind"));
        assertEquals(
                0,
                employer.reads("/payment/v1/benefit-recoveries")
                        .getList("items")
                        .size());
        assertEquals(
                404,
                posts(
                                "/payment/v1/benefit-recoveries/" + fines.getString("items[0].chargeId")
                                        + "/cancellation",
                                "{\"reason\":\"취소\"}",
                                UUID.randomUUID().toString(),
                                false)
                        .statusCode());
    }

    @Test
    void anotherEmployerSeesNoneOfIt() {
        assertEquals(
                403,
                TestEmployer.known()
                        .asks()
                        .queryParam("managementNo", employer.workplace.digits())
                        .get("/payment/v1/fines")
                        .statusCode());
    }

    @Test
    void itsSlipIsPrintedAsAFine() {
        assess("C-1");
        byte[] pdf = employer.asks()
                .accept("application/pdf")
                .get("/payment/v1/slips/" + slip().getString("slipId"))
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        String text = Pdf.text(pdf);
        assertTrue(text.contains("과태료") && text.contains("1,000,000"), text);
    }

    @Test
    void anOverdueFineStandsAgainstACertificateFromTheDayAfterItsDueDate() {
        LocalDate due = LocalDate.parse(assess("C-1").jsonPath().getString("charge.dueDate"));
        employer.livesOn(due);
        assertEquals(201, certificate().statusCode());
        employer.livesOn(due.plusDays(1));
        Response refused = certificate();
        assertEquals(409, refused.statusCode(), refused.asString());
        assertEquals(1_000_000, refused.jsonPath().getInt("arrears[0].items.FINE"));
    }

    private Response certificate() {
        return employer.asks()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(
                        "{\"managementNo\":\"%s\",\"insurances\":[\"EI\",\"IA\"],\"purpose\":\"PUBLIC_CONTRACT\",\"submittedTo\":\"조달청\"}"
                                .formatted(employer.workplace.digits()))
                .post("/payment/v1/payment-certificates");
    }

    private Response pays(JsonPath slip) {
        return TestBank.sends(TestBank.notice(
                UUID.randomUUID().toString(),
                slip.getString("ePaymentNo"),
                slip.getLong("payable"),
                "2026-03-02T14:05:09+09:00",
                "INTERNET_BANKING"));
    }

    private Response assess(String caseNo) {
        return assess(body(caseNo), false);
    }

    private Response assess(String body, boolean dryRun) {
        return posts("/payment/v1/fines", body, UUID.randomUUID().toString(), dryRun);
    }

    private String body(String caseNo) {
        return FineRequest.EXAMPLE
                .replace("123-45-67891-6", employer.workplace.digits())
                .replace("2026-000045", caseNo);
    }

    private Response cancel(String charge) {
        return posts(
                "/payment/v1/fines/" + charge + "/cancellation",
                "{\"reason\":\"사실 확인 결과 취소\"}",
                UUID.randomUUID().toString(),
                false);
    }

    private static Response posts(String path, String body, String key, boolean dryRun) {
        return given().auth()
                .oauth2(Tokens.operator())
                .header("Idempotency-Key", key)
                .header("Accept-Language", "en")
                .queryParam("dryRun", dryRun)
                .contentType("application/json")
                .body(body)
                .post(path);
    }

    private JsonPath slip() {
        JsonPath slips = employer.reads("/payment/v1/slips");
        slips.setRootPath("items[0]");
        return slips;
    }

    private long balance(String account) {
        List<Integer> balances = employer.reads("/payment/v1/ledger")
                .getList("balances.findAll { it.account == '%s' }.balance".formatted(account));
        return balances.stream().mapToLong(Integer::longValue).sum();
    }

    private void told(String type) {
        TestKafka.await(
                        TestKafka.topic("payment"),
                        employer.workplace.digits(),
                        1,
                        event -> event.path("type").asText().equals("kr.gosan.payment." + type + ".v1"))
                .forEach(PublishedEvents::assertFits);
    }
}
