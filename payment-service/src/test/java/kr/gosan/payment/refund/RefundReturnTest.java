package kr.gosan.payment.refund;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.gosan.payment.testing.SandboxInstitutions;
import kr.gosan.payment.testing.SandboxPlayer;
import kr.gosan.payment.testing.TestBank;
import kr.gosan.platform.testing.PublishedEvents;
import kr.gosan.platform.testing.TestKeys;
import org.junit.jupiter.api.Test;

/** Money of a refund that the bank refuses or sends back, also after it arrived. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
@QuarkusTestResource(SandboxInstitutions.class)
class RefundReturnTest extends RefundWorld {

    @Test
    void whatTheBankSendsBackIsOwedAgainAndWaitsForAnotherAccount() {
        String refund = filed("1002-111-229905");
        approved(refund);
        sending.run();
        sending.run();
        JsonPath back = read(refund);
        assertEquals("WAITING", back.getString("state"));
        assertEquals("refund-account-returned", back.getString("waitsFor"));
        assertEquals(-341_490, balance("REFUND_PAYABLE"));
        assertEquals(0, balance("CASH"));
        assertEquals(1, told("refund-returned").size());
        told("refund-returned").forEach(PublishedEvents::assertFits);
        register("1002-111-222333", "2022-06-30");
        await().until(() -> read(refund).getString("waitsFor") == null);
        approved(refund);
        sending.run();
        sending.run();
        JsonPath paid = read(refund);
        assertEquals("PAID", paid.getString("state"));
        // interest was decided once: nothing is added for the days the account was wrong
        assertEquals(1_170, paid.getInt("interest"));
        assertEquals(-341_490, balance("CASH"));
    }

    @Test
    void whatTheBankRefusesIsOwedAgain() {
        String refund = filed("1002-111-229902");
        approved(refund);
        sending.run();
        assertEquals("WAITING", read(refund).getString("state"));
        assertEquals("ACCOUNT_CLOSED", read(refund).getString("history[-1].detail.reason"));
        assertEquals(List.of(), transferred(refund));
    }

    @Test
    void moneyThatComesBackAfterItArrivedIsOwedAgainOnceAndSentToANewAccount() {
        String refund = paid();
        JsonPath back = SandboxPlayer.plays(
                        "/transfer-returns",
                        "{\"transferId\":\"%s\",\"at\":\"2022-06-30T23:59:59+09:00\",\"hostile\":{\"copies\":2}}"
                                .formatted(transfer(refund)))
                .jsonPath();
        assertEquals(List.of(200, 200), back.getList("notices.status"), back.prettify());
        assertEquals(List.of("RETURNED", "DUPLICATE"), back.getList("notices.answer.outcome"));
        assertEquals("WAITING", read(refund).getString("state"));
        assertEquals("ACCOUNT_CLOSED", read(refund).getString("history[-1].detail.reason"));
        assertEquals("refund-account-returned", read(refund).getString("waitsFor"));
        assertEquals(-341_490, balance("REFUND_PAYABLE"));
        assertEquals(0, balance("CASH"));
        agrees();
        JsonNode event = told("refund-returned").getFirst();
        PublishedEvents.assertFits(event);
        register("1002-111-444555", "2022-06-30");
        await().until(() -> read(refund).getString("waitsFor") == null);
        approved(refund);
        sending.run();
        sending.run();
        assertEquals("PAID", read(refund).getString("state"));
        assertEquals(-341_490, balance("CASH"));
        agrees();
    }

    @Test
    void theDailyFileFindsWhatTheBankForgotToTellAndAnOperatorTakesItIn() {
        String refund = paid();
        String order = transfer(refund);
        SandboxPlayer.plays(
                        "/transfer-returns",
                        "{\"transferId\":\"%s\",\"at\":\"2022-06-30T23:59:59+09:00\",\"hostile\":{\"loseNotice\":true}}"
                                .formatted(order))
                .then()
                .statusCode(200);
        assertEquals("PAID", read(refund).getString("state"));
        JsonPath run = compared();
        Map<String, Object> found = difference(run, order);
        assertEquals("TRANSFER_RETURNED_THERE", found.get("kind"));
        JsonPath taken = operator(ONE)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/payment/v1/reconciliations/%s/differences/%s/taking-in"
                        .formatted(run.getString("reconciliationId"), found.get("line")))
                .jsonPath();
        assertEquals("RETURNED", taken.getString("outcome"), taken.prettify());
        assertEquals("WAITING", read(refund).getString("state"));
        told("refund-returned").forEach(PublishedEvents::assertFits);
        assertNull(difference(compared(), order));
        agrees();
    }

    @Test
    void whatDoesNotFitTheOrderIsRefusedAndChangesNothing() {
        String refund = paid();
        String order = transfer(refund);
        refused("UNKNOWN_ORDER", back("B-1", UUID.randomUUID().toString(), 341_490, "2022-06-30T23:59:59+09:00"));
        refused("AMOUNT_DIFFERS", back("B-1", order, 341_480, "2022-06-30T23:59:59+09:00"));
        refused("BEFORE_SENT", back("B-1", order, 341_490, "2022-06-29T18:00:00+09:00"));
        assertEquals(
                "notice-dated-ahead",
                back("B-1", order, 341_490, "2999-06-30T18:00:00+09:00")
                        .jsonPath()
                        .getString("code"));
        assertEquals("PAID", read(refund).getString("state"));
        String number = UUID.randomUUID().toString();
        assertEquals(
                200, back(number, order, 341_490, "2022-06-30T23:59:59+09:00").statusCode());
        assertEquals(
                "notice-conflicting",
                back(number, order, 341_480, "2022-06-30T23:59:59+09:00")
                        .jsonPath()
                        .getString("code"));
        assertEquals(
                "ALREADY_RETURNED",
                back(UUID.randomUUID().toString(), order, 341_490, "2022-06-30T23:59:59+09:00")
                        .jsonPath()
                        .getString("outcome"));
        assertEquals(-341_490, balance("REFUND_PAYABLE"));
        assertEquals(
                7,
                rows.number(
                        "select count(*) from transfer_return where order_id = ? or bank_transaction_id = 'B-1'"
                                + " and received_at > now() - interval '1 minute' and outcome = 'UNKNOWN_ORDER'",
                        UUID.fromString(order)));
    }

    @Test
    void whatNobodySignedIsNotRead() {
        assertEquals(
                403,
                TestBank.posts("/payment/v1/bank-transfer-returns", "{}", "00").statusCode());
        assertEquals(
                List.of("/bankTransactionId", "/requestId", "/amount", "/reason", "/returnedAt"),
                TestBank.posts("/payment/v1/bank-transfer-returns", "{}", TestBank.signature("{}"))
                        .jsonPath()
                        .getList("errors.pointer"));
    }

    private String paid() {
        String refund = filed("1002-111-222333");
        approved(refund);
        sending.run();
        sending.run();
        assertEquals("PAID", read(refund).getString("state"));
        return refund;
    }

    private String transfer(String refund) {
        return read(refund).getString("history[-1].detail.transferId");
    }

    private static Response back(String transaction, String order, long amount, String at) {
        String body =
                "{\"bankTransactionId\":\"%s\",\"requestId\":\"%s\",\"amount\":%d,\"reason\":\"ACCOUNT_CLOSED\",\"returnedAt\":\"%s\"}"
                        .formatted(transaction, order, amount, at);
        return TestBank.posts("/payment/v1/bank-transfer-returns", body, TestBank.signature(body));
    }

    private static void refused(String why, Response answer) {
        assertEquals("transfer-return-refused", answer.jsonPath().getString("code"), answer.asString());
        assertTrue(answer.jsonPath().getString("title").contains(why), answer.asString());
    }

    private static JsonPath compared() {
        return operator(ONE)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"institution\":\"BANK_WOORI\",\"day\":\"2022-06-30\"}")
                .post("/payment/v1/reconciliations")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    /** What a comparison found about an order; null when nothing. */
    private static Map<String, Object> difference(JsonPath run, String order) {
        return operator(ONE)
                .get("/payment/v1/reconciliations/" + run.getString("reconciliationId") + "/differences")
                .jsonPath()
                .<Map<String, Object>>getList("items")
                .stream()
                .filter(each -> each.toString().contains(order))
                .findFirst()
                .orElse(null);
    }

    private void agrees() {
        JsonPath parity = employer.reads("/payment/v1/ledger/parity");
        assertTrue(parity.getBoolean("agrees"), parity.prettify());
    }
}
