package kr.gosan.payment.banknotice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kr.gosan.payment.testing.Filings;
import kr.gosan.payment.testing.Rows;
import kr.gosan.payment.testing.TestBank;
import kr.gosan.payment.testing.TestEmployer;
import kr.gosan.platform.testing.PublishedEvents;
import kr.gosan.platform.testing.TestKafka;
import kr.gosan.platform.testing.TestKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class BankNoticeTest {

    private static final long PAYABLE = 3_134_800;

    @Inject
    ObjectMapper mapper;

    @Inject
    Rows rows;

    private final UUID transaction = UUID.randomUUID();
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
    void theExactAmountSettlesTheSlip() {
        JsonPath answer = outcome("ACCEPTED", TestBank.sends(notice(number, PAYABLE)));
        assertFalse(answer.getBoolean("late"));
        JsonPath slip = slip();
        assertEquals("PAID", slip.getString("state"));
        assertEquals("2022-03-30", slip.getString("payment.paidOn"));
        assertEquals("GIRO", slip.getString("payment.channel"));
        assertEquals(answer.getString("paymentId"), slip.getString("payment.paymentId"));
        JsonPath payments = employer.reads("/payment/v1/payments");
        assertEquals(List.of((int) PAYABLE), payments.getList("items.amount"));
        assertEquals(answer.getString("noticeId"), payments.getString("items[0].noticeId"));
        assertEquals(0, receivable());
        assertEquals(70_200, balance("LUMP_SUM_DISCOUNT"));
        assertEquals(PAYABLE, balance("CASH"));
        assertAgrees();
    }

    @Test
    void thePaymentIsTold() {
        String paymentId =
                outcome("ACCEPTED", TestBank.sends(notice(number, PAYABLE))).getString("paymentId");
        List<JsonNode> events = TestKafka.await(
                TestKafka.topic("payment"),
                employer.workplace.digits(),
                1,
                event -> event.path("type").asText().equals("kr.gosan.payment.payment-received.v1"));
        PublishedEvents.assertFits(events.getFirst());
        assertEquals(paymentId, events.getFirst().at("/data/paymentId").asText());
        assertEquals(returnId.toString(), events.getFirst().at("/data/returnId").asText());
        assertEquals(PAYABLE, events.getFirst().at("/data/amount").asLong());
    }

    @Test
    void theNumberMayBeWrittenWithoutHyphens() {
        outcome("ACCEPTED", TestBank.sends(notice(number.replace("-", ""), PAYABLE)));
    }

    @Test
    void aPaymentAfterTheLastDayStandsOnSuspense() {
        String late =
                TestBank.notice(transaction.toString(), number, PAYABLE, "2022-04-01T00:00:00+09:00", "CREDIT_CARD");
        outcome("AFTER_LAST_DAY", TestBank.sends(late));
        assertEquals("ISSUED", slip().getString("state"));
        assertEquals(-PAYABLE, balance("SUSPENSE"));
        assertEquals(PAYABLE + 70_200, receivable());
        assertAgrees();
    }

    @Test
    void theLastSecondOfTheDueDateIsInTimeWhateverTheOffset() {
        String last = TestBank.notice(transaction.toString(), number, PAYABLE, "2022-03-31T14:59:59Z", "CREDIT_CARD");
        assertFalse(outcome("ACCEPTED", TestBank.sends(last)).getBoolean("late"));
    }

    /** Due on top are 25,078 won; the cap is 31,348. */
    @ParameterizedTest
    @CsvSource({"25077, FEE_DIFFERS", "31349, FEE_ABOVE_CAP", "25078,"})
    void noFeeStopsTheExactPremium(long fee, String kept) {
        String card = """
                {"bankTransactionId":"%s","ePaymentNo":"%s","amount":%d,"fee":%d,"paidAt":"2022-03-31T12:00:00+09:00","channel":"CREDIT_CARD"}""".formatted(transaction, number, PAYABLE, fee);
        assertFalse(outcome("ACCEPTED", TestBank.sends(card)).getBoolean("late"));
        assertEquals("PAID", slip().getString("state"));
        assertEquals(
                1,
                rows.number(
                        "select count(*) from bank_notice where bank_transaction_id = ? and fee = ?"
                                + " and detail is not distinct from ?",
                        transaction.toString(),
                        fee,
                        kept));
        assertAgrees();
    }

    @Test
    void aPaymentDatedBeforeItsSlipWasIssuedStandsOnSuspense() {
        TestEmployer other = TestEmployer.known();
        String late = other.files(
                        Filings.filedOn(LocalDate.of(2022, 4, 11), Filings.atOnce(other.workplace)), 2, mapper)
                .getString("items.find { it.insurance == 'EI' }.ePaymentNo");
        outcome(
                "BEFORE_ISSUE",
                TestBank.sends(TestBank.notice(
                        transaction.toString(), late, PAYABLE, "2022-03-31T12:00:00+09:00", "INTERNET_BANKING")));
        String refused = TestBank.inquires("{\"ePaymentNo\":\"" + late
                        + "\",\"channel\":\"INTERNET_BANKING\",\"at\":\"2022-04-10T23:59:59+09:00\"}")
                .jsonPath()
                .getString("items[0].refusal.code");
        assertEquals("BEFORE_ISSUE", refused);
        assertTrue(outcome(
                        "ACCEPTED",
                        TestBank.sends(TestBank.notice(
                                "2-" + transaction, late, PAYABLE, "2022-04-11T00:00:00+09:00", "INTERNET_BANKING")))
                .getBoolean("late"));
        JsonPath parity = other.reads("/payment/v1/ledger/parity");
        assertTrue(parity.getBoolean("agrees"), parity.prettify());
    }

    @Test
    void theSameNoticeAgainGetsTheSameAnswer() {
        String notice = notice(number, PAYABLE);
        String first = TestBank.sends(notice).asString();
        String otherSpacing = notice.replace(",", " ,  ");
        assertEquals(first, TestBank.sends(notice).asString());
        assertEquals(first, TestBank.sends(otherSpacing).asString());
        assertEquals(PAYABLE, balance("CASH"));
        assertEquals(1, kept("ACCEPTED"));
        assertEquals(2, kept("DUPLICATE"));
        assertAgrees();
    }

    @Test
    void aRepeatedRefusalGetsTheSameAnswerToo() {
        String notice = notice(number, PAYABLE - 10);
        String first = TestBank.sends(notice).asString();
        assertEquals(first, TestBank.sends(notice).asString());
        assertEquals(PAYABLE - 10, balance("CASH"));
    }

    @Test
    void aKnownTransactionWithOtherContentIsRefused() {
        outcome("ACCEPTED", TestBank.sends(notice(number, PAYABLE)));
        Response answer = TestBank.sends(notice(number, PAYABLE + 10));
        assertEquals(409, answer.statusCode());
        assertEquals("notice-conflicting", answer.jsonPath().getString("code"));
        assertEquals(1, kept("CONFLICTING_DUPLICATE"));
        assertEquals(PAYABLE, balance("CASH"));
        assertAgrees();
    }

    @Test
    void theWrongAmountStandsOnSuspenseAndTheSlipStaysOpen() {
        outcome("WRONG_AMOUNT", TestBank.sends(TestBank.notice(number, PAYABLE - 1)));
        assertEquals("ISSUED", slip().getString("state"));
        assertEquals(-(PAYABLE - 1), balance("SUSPENSE"));
        outcome("ACCEPTED", TestBank.sends(TestBank.notice(number, PAYABLE)));
        assertEquals(2 * PAYABLE - 1, balance("CASH"));
        assertAgrees();
    }

    @Test
    void aSecondPaymentStandsOnSuspense() {
        outcome("ACCEPTED", TestBank.sends(TestBank.notice(number, PAYABLE)));
        JsonPath second = outcome("ALREADY_PAID", TestBank.sends(TestBank.notice(number, PAYABLE)));
        assertNull(second.getString("paymentId"));
        assertNotNull(second.getString("noticeId"));
        assertEquals(-PAYABLE, balance("SUSPENSE"));
        assertEquals(1, employer.reads("/payment/v1/payments").getList("items").size());
        assertAgrees();
    }

    @Test
    void moneyUnderAnUnknownNumberStandsOnSuspenseOfNobody() {
        String noticeId = outcome("UNKNOWN_NUMBER", TestBank.sends(TestBank.notice("000000000000000000", 12_340)))
                .getString("noticeId");
        assertEquals(
                12_340,
                rows.number(
                        "select sum(amount) from ledger_entry join ledger_transaction t using (transaction_id)"
                                + " where notice_id = cast(? as uuid) and account = 'SUSPENSE' and side = 'CREDIT'"
                                + " and t.management_no is null",
                        noticeId));
    }

    @Test
    void twoChannelsAtTheSameInstantPayOnce() throws Exception {
        List<String> notices = new ArrayList<>();
        for (String channel : List.of("GIRO", "CREDIT_CARD", "COUNTER", "INTERNET_BANKING")) {
            notices.add(TestBank.notice(
                    UUID.randomUUID().toString(), number, PAYABLE, "2022-03-30T14:05:09+09:00", channel));
        }
        List<String> outcomes = atOnce(notices).stream()
                .map(answer -> answer.jsonPath().getString("outcome"))
                .sorted()
                .toList();
        assertEquals(List.of("ACCEPTED", "ALREADY_PAID", "ALREADY_PAID", "ALREADY_PAID"), outcomes);
        assertEquals(4 * PAYABLE, balance("CASH"));
        assertEquals(-3 * PAYABLE, balance("SUSPENSE"));
        assertEquals(
                1,
                rows.number(
                        "select count(*) from outbox where key = ? and type = 'kr.gosan.payment.payment-received.v1'",
                        employer.workplace.digits()));
        assertEquals(0, receivable());
        assertAgrees();
    }

    @Test
    void oneNoticeSentFourTimesAtTheSameInstantCountsOnce() throws Exception {
        String notice = notice(number, PAYABLE);
        List<Response> answers = atOnce(List.of(notice, notice, notice, notice));
        assertEquals(1, answers.stream().map(Response::asString).distinct().count());
        assertEquals(PAYABLE, balance("CASH"));
        assertEquals(1, kept("ACCEPTED"));
        assertEquals(3, kept("DUPLICATE"));
    }

    private List<Response> atOnce(List<String> notices) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(notices.size())) {
            List<Future<Response>> answers = new ArrayList<>();
            for (String notice : notices) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return TestBank.sends(notice);
                }));
            }
            start.countDown();
            List<Response> all = new ArrayList<>();
            for (Future<Response> answer : answers) {
                all.add(answer.get());
            }
            return all;
        }
    }

    private String notice(String ePaymentNo, long amount) {
        return TestBank.notice(transaction.toString(), ePaymentNo, amount, "2022-03-30T14:05:09+09:00", "GIRO");
    }

    private static JsonPath outcome(String expected, Response answer) {
        assertEquals(200, answer.statusCode(), answer.asString());
        assertEquals(expected, answer.jsonPath().getString("outcome"));
        return answer.jsonPath();
    }

    private JsonPath slip() {
        String id = employer.slips(returnId).getString("items.find { it.insurance == 'EI' }.slipId");
        return employer.asks()
                .get("/payment/v1/slips/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private long receivable() {
        return balance("RECEIVABLE");
    }

    /** Balance of an account of employment insurance over its funds. */
    private long balance(String account) {
        return employer
                .reads("/payment/v1/ledger")
                .<Integer>getList(
                        "balances.findAll { it.insurance == 'EI' && it.account == '" + account + "' }.balance")
                .stream()
                .mapToLong(Integer::longValue)
                .sum();
    }

    private long kept(String outcome) {
        return rows.number(
                "select count(*) from bank_notice where bank_transaction_id = ? and outcome = ?",
                transaction.toString(),
                outcome);
    }

    private void assertAgrees() {
        JsonPath parity = employer.reads("/payment/v1/ledger/parity");
        assertTrue(parity.getBoolean("agrees"), parity.prettify());
    }
}
