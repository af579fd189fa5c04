package kr.gosan.payment.reconciliation;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.gosan.kernel.time.KoreanTime;
import kr.gosan.payment.institution.Signatures;
import kr.gosan.payment.suspense.ReturnedMoney;
import kr.gosan.payment.suspense.SendReturns;
import kr.gosan.payment.testing.Rows;
import kr.gosan.payment.testing.SandboxInstitutions;
import kr.gosan.payment.testing.SandboxPlayer;
import kr.gosan.platform.testing.PublishedEvents;
import kr.gosan.platform.testing.TestKafka;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

/** What was sent by our order, against 우리은행's file of the day. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
@QuarkusTestResource(SandboxInstitutions.class)
class TransferReconciliationTest {

    private static final LocalDate TODAY = KoreanTime.dateOf(Instant.now());
    private static final String ORDINARY = "1002-000-000101";

    @Inject
    SendReturns sendReturns;

    @Inject
    Signatures signatures;

    @Inject
    Rows rows;

    @Test
    void whatTheBankWasOrderedToSendAndSentIsNoDifference() {
        String order = sent(ORDINARY);
        JsonPath run = given().auth()
                .oauth2(Tokens.operator())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"institution\":\"BANK_WOORI\",\"day\":\"%s\"}".formatted(TODAY))
                .post("/payment/v1/reconciliations")
                .jsonPath();
        assertTrue(run.getInt("lines") > 0);
        assertEquals(List.of(), kinds(run, order));
    }

    @Test
    void aTransferThatCameBackAtOnceIsNoDifferenceEither() {
        String order = sent("1002-000-009905");
        sendReturns.run();
        assertEquals(
                1,
                rows.number(
                        "select count(*) from suspense_transfer_answer where resolution_id = ?::uuid and answer = 'RETURNED'",
                        order));
        JsonPath run = DailyFiles.compared("bank-woori", fileOf(order, 10, true));
        assertEquals(List.of(), kinds(run, order));
        assertEquals(
                List.of("TRANSFER_RETURNED_HERE"),
                kinds(DailyFiles.compared("bank-woori", fileOf(order, 10, false)), order));
    }

    @Test
    void aTransferTheFileDoesNotHaveIsFoundAndTold() {
        String order = sent(ORDINARY);
        JsonPath run = DailyFiles.compared("bank-woori", DailyFiles.file("BANK_WOORI", TODAY.toString(), "", 0, 0));
        assertEquals(List.of("TRANSFER_MISSING_THERE"), kinds(run, order));
        JsonNode event = TestKafka.await(
                        TestKafka.topic("payment"),
                        "BANK_WOORI",
                        1,
                        told -> told.at("/data/reconciliationId").asText().equals(run.getString("reconciliationId")))
                .getFirst();
        PublishedEvents.assertFits(event);
        assertEquals(run.getInt("differences"), event.at("/data/differences").asInt());
        assertTrue(event.at("/data/kinds/TRANSFER_MISSING_THERE").asInt() > 0);
    }

    @Test
    void anotherAmountAnotherNumberAndMoneyThatCameBackAreNamed() {
        String order = sent(ORDINARY);
        JsonPath other = DailyFiles.compared("bank-woori", fileOf(order, 20, false));
        assertEquals(List.of("AMOUNT"), kinds(other, order));
        JsonPath back = DailyFiles.compared("bank-woori", fileOf(order, 10, true));
        assertEquals(List.of("TRANSFER_RETURNED_THERE"), kinds(back, order));
        String renamed = fileOf(order, 10, false).replace(transaction(order), "T-" + order);
        assertEquals(List.of("NUMBER"), kinds(DailyFiles.compared("bank-woori", renamed), order));
    }

    @Test
    void moneyThatNobodyOrderedToBeSentIsFoundAndNotTakenIn() {
        String stranger = UUID.randomUUID().toString();
        String lines = transfer("T-" + stranger, stranger, 10) + transfer("T2-" + stranger, null, 10);
        JsonPath run = DailyFiles.compared("bank-woori", DailyFiles.file("BANK_WOORI", TODAY.toString(), lines, 2, 20));
        List<Map<String, Object>> found = DailyFiles.differences(run).stream()
                .filter(each -> each.get("transactionId").toString().endsWith(stranger))
                .toList();
        assertEquals(
                List.of("TRANSFER_MISSING_HERE", "TRANSFER_MISSING_HERE"),
                found.stream().map(each -> each.get("kind")).toList());
        assertEquals(
                404,
                given().auth()
                        .oauth2(Tokens.operator())
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .post("/payment/v1/reconciliations/%s/differences/%s/taking-in"
                                .formatted(
                                        run.getString("reconciliationId"),
                                        found.getFirst().get("line")))
                        .statusCode());
    }

    @Test
    void aFileOfAHundredThousandPaymentsIsTaken() {
        StringBuilder lines = new StringBuilder();
        String run = UUID.randomUUID().toString();
        int count = 100_000;
        for (int i = 0; i < count; i++) {
            lines.append("{\"transactionId\":\"%s-%06d\",\"kind\":\"PAYMENT\",\"ePaymentNo\":\"000000000000000000\","
                            .formatted(run, i)
                    + "\"amount\":10,\"fee\":0,\"channel\":\"GIRO\",\"at\":\"2021-03-30T14:05:09+09:00\"}\n");
        }
        JsonPath taken = DailyFiles.compared(
                "giro", DailyFiles.file("GIRO", "2021-03-30", lines.toString(), count, 10L * count));
        assertEquals(count, taken.getInt("lines"));
        assertEquals(count, taken.getInt("differences"));
    }

    @Test
    void aFileIsReadNoFurtherThanItMayBeLong() throws IOException {
        InputStream endless = new InputStream() {
            private long read;

            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                read += length;
                assertFalse(read > SpooledFile.MOST_BYTES + (1 << 20), "reads on and on");
                return length;
            }
        };
        try (SpooledFile file = SpooledFile.of(endless, signatures.running(DailyFile.SENDERS))) {
            assertTrue(file.isTooLarge());
        }
    }

    private String sent(String account) {
        String order = ReturnedMoney.approved(10, account);
        sendReturns.run();
        return order;
    }

    private String fileOf(String order, long amount, boolean returned) {
        String lines = transfer(transaction(order), order, amount);
        if (returned) {
            lines +=
                    "{\"transactionId\":\"B-%s\",\"kind\":\"TRANSFER_RETURNED\",\"requestId\":\"%s\",\"reverses\":\"%s\",\"amount\":%d,\"fee\":0,\"at\":\"%s\"}\n"
                            .formatted(
                                    order,
                                    order,
                                    transaction(order),
                                    amount,
                                    at(order).plusMinutes(1));
        }
        return DailyFiles.file("BANK_WOORI", TODAY.toString(), lines, returned ? 2 : 1, returned ? 2 * amount : amount);
    }

    private String transfer(String transaction, String order, long amount) {
        return "{\"transactionId\":\"%s\",\"kind\":\"TRANSFER\",%s\"amount\":%d,\"fee\":0,\"at\":\"%s\"}\n"
                .formatted(
                        transaction,
                        order == null ? "" : "\"requestId\":\"" + order + "\",",
                        amount,
                        order == null || transaction.startsWith("T-") ? TODAY + "T10:00:00+09:00" : at(order));
    }

    /** As the bank's own file has it. */
    private static String transaction(String order) {
        return ofBank(order).getString("transactionId");
    }

    private static OffsetDateTime at(String order) {
        return OffsetDateTime.parse(ofBank(order).getString("at"));
    }

    private static JsonPath ofBank(String order) {
        JsonPath file = SandboxPlayer.statement("woori", TODAY).jsonPath();
        return file.setRootPath("movements.find { it.requestId == '" + order + "' && it.kind == 'TRANSFER' }");
    }

    private static List<Object> kinds(JsonPath run, String order) {
        return DailyFiles.differences(run).stream()
                .filter(each -> each.toString().contains(order))
                .map(each -> each.get("kind"))
                .toList();
    }
}
