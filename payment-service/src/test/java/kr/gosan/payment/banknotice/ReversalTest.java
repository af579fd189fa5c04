package kr.gosan.payment.banknotice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.payment.testing.Filings;
import kr.gosan.payment.testing.Rows;
import kr.gosan.payment.testing.TestBank;
import kr.gosan.payment.testing.TestEmployer;
import kr.gosan.platform.testing.PublishedEvents;
import kr.gosan.platform.testing.TestKafka;
import kr.gosan.platform.testing.TestKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class ReversalTest {

    private static final long PAYABLE = 3_134_800;

    @Inject
    ObjectMapper mapper;

    @Inject
    Rows rows;

    private final String paid = UUID.randomUUID().toString();
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
    void aReversedPaymentOpensItsSlipAndTakesTheDiscountBack() {
        String paymentId = outcome("ACCEPTED", pays(paid, PAYABLE)).getString("paymentId");
        assertEquals(70_200, balance("LUMP_SUM_DISCOUNT"));
        assertEquals(paymentId, outcome("REVERSED", reverses("R-" + paid, paid)).getString("paymentId"));
        assertEquals("ISSUED", slip().getString("state"));
        assertNull(slip().getString("payment.paymentId"));
        assertEquals("2022-03-31", payments().getString("items[0].reversedOn"));
        assertEquals(PAYABLE + 70_200, balance("RECEIVABLE"));
        assertEquals(0, balance("LUMP_SUM_DISCOUNT"));
        assertEquals(0, balance("CASH"));
        assertAgrees();
    }

    @Test
    void aSlipWhosePaymentWasReversedIsPaidAgain() {
        outcome("ACCEPTED", pays(paid, PAYABLE));
        outcome("REVERSED", reverses("R-" + paid, paid));
        outcome("ACCEPTED", pays("again-" + paid, PAYABLE));
        assertEquals("PAID", slip().getString("state"));
        assertEquals(2, payments().getList("items").size());
        assertEquals(0, balance("RECEIVABLE"));
        assertEquals(70_200, balance("LUMP_SUM_DISCOUNT"));
        assertAgrees();
        outcome("REVERSED", reverses("R2-" + paid, "again-" + paid));
        assertAgrees();
    }

    @Test
    void theReversalIsTold() {
        outcome("ACCEPTED", pays(paid, PAYABLE));
        outcome("REVERSED", reverses("R-" + paid, paid));
        List<JsonNode> events = TestKafka.await(
                TestKafka.topic("payment"),
                employer.workplace.digits(),
                1,
                event -> event.path("type").asText().equals("kr.gosan.payment.payment-reversed.v1"));
        PublishedEvents.assertFits(events.getFirst());
        assertEquals("2022-03-31", events.getFirst().at("/data/reversedOn").asText());
    }

    @Test
    void suspendedMoneyIsTold() {
        outcome("WRONG_AMOUNT", pays(paid, 10));
        List<JsonNode> events = TestKafka.await(
                TestKafka.topic("payment"),
                employer.workplace.digits(),
                1,
                event -> event.path("type").asText().equals("kr.gosan.payment.money-suspended.v1"));
        PublishedEvents.assertFits(events.getFirst());
    }

    @Test
    void suspendedMoneyIsTakenBackToo() {
        outcome("WRONG_AMOUNT", pays(paid, PAYABLE - 10));
        outcome("SUSPENSE_REVERSED", reverses("R-" + paid, paid));
        assertEquals(0, balance("SUSPENSE"));
        assertEquals(0, balance("CASH"));
        assertAgrees();
    }

    @Test
    void aSecondReversalMovesNothing() {
        outcome("ACCEPTED", pays(paid, PAYABLE));
        String first = reverses("R-" + paid, paid).asString();
        assertEquals(first, reverses("R-" + paid, paid).asString());
        outcome("ALREADY_REVERSED", reverses("R2-" + paid, paid));
        assertEquals(0, balance("CASH"));
        assertEquals(PAYABLE + 70_200, balance("RECEIVABLE"));
        assertAgrees();
    }

    @Test
    void aReversalBeforeItsPaymentIsKeptAndThePaymentHasNoEffect() {
        outcome("REVERSAL_AHEAD", reverses("R-" + paid, paid));
        outcome("ALREADY_REVERSED", reverses("R2-" + paid, paid));
        outcome("REVERSED_BEFORE", pays(paid, PAYABLE));
        assertEquals("ISSUED", slip().getString("state"));
        assertEquals(0, balance("CASH"));
        outcome("ACCEPTED", pays("other-" + paid, PAYABLE));
        assertAgrees();
    }

    @Test
    void aReversalThatDoesNotFitItsPaymentIsRefusedAndKept() {
        outcome("ACCEPTED", pays(paid, PAYABLE));
        refused("AMOUNT_DIFFERS", reversal("R-" + paid, paid, PAYABLE - 10, "2022-03-31T09:00:00+09:00"));
        refused("BEFORE_PAYMENT", reversal("R-" + paid, paid, PAYABLE, "2022-03-29T23:59:59+09:00"));
        assertEquals(
                2,
                rows.number(
                        "select count(*) from bank_notice where bank_transaction_id = ? and outcome = 'REVERSAL_REFUSED'",
                        "R-" + paid));
        outcome("REVERSED", reverses("R-" + paid, paid));
        refused("NOT_A_PAYMENT", reversal("RR-" + paid, "R-" + paid, PAYABLE, "2022-04-01T09:00:00+09:00"));
    }

    @Test
    void whatTheNextReturnSettledOfALatePaymentsDiscountIsNotMadeOwedAgain() {
        FiledReturn late = Filings.filedOn(LocalDate.of(2022, 4, 11), Filings.atOnce(employer.workplace));
        String found = employer.files(late, 2, mapper).getString("items.find { it.insurance == 'EI' }.ePaymentNo");
        outcome(
                "ACCEPTED",
                TestBank.sends(TestBank.notice(paid, found, PAYABLE, "2022-04-11T12:00:00+09:00", "INTERNET_BANKING")));
        // Confirmed are 1,000,000 each: of 실업급여 nothing of the estimate is owed any more, the discount neither.
        employer.files(
                new FiledReturn(
                        UUID.randomUUID(),
                        "P-20230310-1",
                        employer.workplace,
                        2022,
                        LocalDate.of(2023, 3, 10),
                        List.of(Filings.insurance(
                                Insurance.EI,
                                List.of(Filings.period(
                                        0,
                                        0,
                                        Filings.row(Fund.UNEMPLOYMENT, 0, 0, 0),
                                        Filings.row(Fund.STABILITY, 0, 0, 0))),
                                0))),
                UUID.randomUUID().toString(),
                mapper);
        TestKafka.await(
                TestKafka.topic("payment"),
                employer.workplace.digits(),
                1,
                event -> event.path("type").asText().equals("kr.gosan.payment.estimate-settled.v1"));
        refused("MONEY_SPENT", reversal("R-" + paid, paid, PAYABLE, "2023-03-11T09:00:00+09:00"));
        assertAgrees();
    }

    @Test
    void aTransactionNumberIsOfAPaymentOrOfAReversal() {
        outcome("ACCEPTED", pays(paid, PAYABLE));
        Response answer = reverses(paid, paid);
        assertEquals(409, answer.statusCode());
        assertEquals("notice-conflicting", answer.jsonPath().getString("code"));
    }

    @Test
    void ofManyReversalsAtTheSameInstantOneCounts() throws Exception {
        outcome("ACCEPTED", pays(paid, PAYABLE));
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<String> outcomes = threads
                    .invokeAll(IntStream.range(0, 4)
                            .<java.util.concurrent.Callable<Response>>mapToObj(
                                    i -> () -> reverses("R" + i + "-" + paid, paid))
                            .toList())
                    .stream()
                    .map(answer -> answer.resultNow().jsonPath().getString("outcome"))
                    .sorted()
                    .toList();
            assertEquals(List.of("ALREADY_REVERSED", "ALREADY_REVERSED", "ALREADY_REVERSED", "REVERSED"), outcomes);
        }
        assertEquals(0, balance("CASH"));
        assertAgrees();
    }

    @Test
    void aPaymentAndItsReversalAtTheSameInstantLeaveNothing() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            threads.invokeAll(List.of(() -> pays(paid, PAYABLE), () -> reverses("R-" + paid, paid)));
        }
        assertEquals("ISSUED", slip().getString("state"));
        assertEquals(0, balance("CASH"));
        assertAgrees();
    }

    @Test
    void aNoticeOfADayThatHasNotComeIsRefusedAndMayBeSentRight() {
        Response ahead =
                TestBank.sends(TestBank.notice(paid, number, PAYABLE, "2099-03-30T12:00:00+09:00", "INTERNET_BANKING"));
        assertEquals(409, ahead.statusCode());
        assertEquals("notice-dated-ahead", ahead.jsonPath().getString("code"));
        outcome("ACCEPTED", pays(paid, PAYABLE));
        assertEquals(
                1,
                rows.number(
                        "select count(*) from bank_notice where bank_transaction_id = ? and outcome = 'DATED_AHEAD'",
                        paid));
    }

    @Test
    void moneyThatCameAWayThatDoesNotTakeItStandsOnSuspense() {
        String night = TestBank.notice(paid, number, PAYABLE, "2022-03-30T23:30:00+09:00", "GIRO");
        assertEquals(
                "OUTSIDE_HOURS",
                outcome("CHANNEL_REFUSED", TestBank.sends(night)).getString("refusal"));
        outcome("SUSPENSE_REVERSED", reversesOf("R-" + paid, paid));
        String again = TestBank.notice("2-" + paid, number, PAYABLE, "2022-03-31T00:30:00+09:00", "GIRO");
        outcome("ACCEPTED", TestBank.sends(again));
        assertAgrees();
    }

    private Response pays(String transaction, long amount) {
        return TestBank.sends(
                TestBank.notice(transaction, number, amount, "2022-03-30T14:05:09+09:00", "INTERNET_BANKING"));
    }

    private static Response reverses(String transaction, String original) {
        return reversal(transaction, original, null, "2022-03-31T09:30:00+09:00");
    }

    private static Response reversesOf(String transaction, String original) {
        return reversal(transaction, original, PAYABLE, "2022-03-31T09:30:00+09:00");
    }

    private static Response reversal(String transaction, String original, Long amount, String at) {
        return TestBank.sends(
                """
                {"kind":"REVERSAL","institution":"GIRO","bankTransactionId":"%s","originalTransactionId":"%s",%s"reversedAt":"%s"}""".formatted(transaction, original, amount == null ? "" : "\"amount\":" + amount + ",", at));
    }

    private static JsonPath outcome(String expected, Response answer) {
        assertEquals(200, answer.statusCode(), answer.asString());
        assertEquals(expected, answer.jsonPath().getString("outcome"), answer.asString());
        return answer.jsonPath();
    }

    private static void refused(String fault, Response answer) {
        assertEquals(409, answer.statusCode(), answer.asString());
        assertEquals("reversal-refused", answer.jsonPath().getString("code"));
        assertTrue(answer.jsonPath().getString("title").contains(fault), answer.asString());
    }

    private JsonPath slip() {
        String id = employer.slips(returnId).getString("items.find { it.insurance == 'EI' }.slipId");
        return employer.asks().get("/payment/v1/slips/" + id).jsonPath();
    }

    private JsonPath payments() {
        return employer.reads("/payment/v1/payments");
    }

    private long balance(String account) {
        return employer
                .reads("/payment/v1/ledger")
                .<Integer>getList(
                        "balances.findAll { it.insurance == 'EI' && it.account == '" + account + "' }.balance")
                .stream()
                .mapToLong(Integer::longValue)
                .sum();
    }

    private void assertAgrees() {
        JsonPath parity = employer.reads("/payment/v1/ledger/parity");
        assertTrue(parity.getBoolean("agrees"), parity.prettify());
    }
}
