package kr.gosan.payment.suspense;

import static io.restassured.RestAssured.given;
import static kr.gosan.payment.suspense.Decisions.FIRST;
import static kr.gosan.payment.suspense.Decisions.SECOND;
import static kr.gosan.payment.suspense.Decisions.back;
import static kr.gosan.payment.suspense.Decisions.created;
import static kr.gosan.payment.suspense.Decisions.decide;
import static kr.gosan.payment.suspense.Decisions.misfit;
import static kr.gosan.payment.suspense.Decisions.resolve;
import static kr.gosan.payment.suspense.Decisions.slip;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.time.KoreanTime;
import kr.gosan.payment.testing.Filings;
import kr.gosan.payment.testing.SandboxInstitutions;
import kr.gosan.payment.testing.SandboxPlayer;
import kr.gosan.payment.testing.TestBank;
import kr.gosan.payment.testing.TestEmployer;
import kr.gosan.platform.testing.PublishedEvents;
import kr.gosan.platform.testing.TestKafka;
import kr.gosan.platform.testing.TestKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestKeys.class)
@QuarkusTestResource(SandboxInstitutions.class)
class SuspenseTest {

    private static final long PAYABLE = 3_134_800;

    @Inject
    ObjectMapper mapper;

    @Inject
    SendReturns sendReturns;

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
    void moneyUnderAWrongNumberSettlesTheSlipItWasMeantFor() {
        String notice = suspended("UNKNOWN_NUMBER", "000000000000000000", PAYABLE);
        JsonPath applied = created(resolve(FIRST, notice, slip(number)));
        assertEquals("DONE", applied.getString("state"));
        assertEquals("PAID", slips().getString("items.find { it.insurance == 'EI' }.state"));
        assertEquals("2022-03-30", slips().getString("items.find { it.insurance == 'EI' }.payment.paidOn"));
        assertEquals(0, balance("RECEIVABLE"));
        assertEquals(PAYABLE, balance("CASH"));
        assertEquals(70_200, balance("LUMP_SUM_DISCOUNT"));
        assertAgrees();
        List<JsonNode> events = TestKafka.await(
                TestKafka.topic("payment"),
                employer.workplace.digits(),
                1,
                event -> event.path("type").asText().equals(SuspenseResolved.TYPE));
        PublishedEvents.assertFits(events.getFirst());
    }

    @Test
    void aDepositTheChannelDidNotTakeSettlesItsOwnSlip() {
        String notice = TestBank.sends(
                        TestBank.notice(transaction, number, PAYABLE, "2022-03-30T23:30:00+09:00", "GIRO"))
                .jsonPath()
                .getString("noticeId");
        created(resolve(FIRST, notice, slip(number)));
        assertEquals(0, balance("SUSPENSE"));
        assertEquals(PAYABLE, balance("CASH"));
        assertAgrees();
    }

    @Test
    void moneyFitsASlipOfItsAmountItsInsuranceAndItsDay() {
        String accident = slips().getString("items.find { it.insurance == 'IA' }.ePaymentNo");
        String ofEmployment = suspended("WRONG_AMOUNT", number, 6_119_640);
        misfit("OF_ANOTHER_BOOK", resolve(FIRST, ofEmployment, slip(accident)));
        misfit("WRONG_AMOUNT", resolve(FIRST, ofEmployment, slip(number)));
        misfit("UNKNOWN_NUMBER", resolve(FIRST, ofEmployment, slip("000000000000000000")));
        String late = TestBank.sends(
                        TestBank.notice(transaction + "-late", number, PAYABLE, "2022-04-01T12:00:00+09:00", "GIRO"))
                .jsonPath()
                .getString("noticeId");
        misfit("AFTER_LAST_DAY", resolve(FIRST, late, slip(number)));
    }

    @Test
    void moneySettlesNoSlipOfADebtThatWasNotThereWhenItWasPaid() {
        String early = TestBank.sends(TestBank.notice(
                        transaction, "000000000000000000", PAYABLE, "2022-03-09T12:00:00+09:00", "GIRO"))
                .jsonPath()
                .getString("noticeId");
        misfit("BEFORE_ISSUE", resolve(FIRST, early, slip(number)));
    }

    @Test
    void moneyGoesBackOnlyWhenASecondOperatorAgrees() {
        String notice = suspended("WRONG_AMOUNT", number, 10);
        String id = created(resolve(FIRST, notice, back("1002-000-000101"))).getString("resolutionId");
        assertEquals(403, decide(FIRST, id, true).statusCode());
        sendReturns.run();
        assertEquals(-10, balance("SUSPENSE"));
        assertEquals("APPROVED", decide(SECOND, id, true).jsonPath().getString("state"));
        sendReturns.run();
        assertEquals(0, balance("SUSPENSE"));
        assertEquals(0, balance("CASH"));
        assertAgrees();
        sendReturns.run();
        assertEquals(409, decide(SECOND, id, false).statusCode());
        assertEquals(0, balance("CASH"));
    }

    @Test
    void aTransferThatComesBackStandsOnSuspenseAgain() {
        String notice = suspended("WRONG_AMOUNT", number, 10);
        String id = created(resolve(FIRST, notice, back("1002-000-009905"))).getString("resolutionId");
        decide(SECOND, id, true);
        sendReturns.run();
        sendReturns.run();
        assertEquals(-10, balance("SUSPENSE"));
        assertAgrees();
        created(resolve(FIRST, notice, back("1002-000-000101")));
    }

    @Test
    void moneyThatComesBackAfterItArrivedStandsOnSuspenseAgain() {
        String notice = suspended("WRONG_AMOUNT", number, 10);
        String id = created(resolve(FIRST, notice, back("1002-000-000101"))).getString("resolutionId");
        decide(SECOND, id, true);
        sendReturns.run();
        sendReturns.run();
        assertEquals(0, balance("SUSPENSE"));
        JsonPath told = SandboxPlayer.plays(
                        "/transfer-returns",
                        "{\"transferId\":\"%s\",\"at\":\"%s\"}".formatted(id, OffsetDateTime.now(KoreanTime.SEOUL)))
                .jsonPath();
        assertEquals("RETURNED", told.getString("notices[0].answer.outcome"), told.prettify());
        assertEquals(-10, balance("SUSPENSE"));
        assertTrue(listed(notice));
        assertAgrees();
    }

    @Test
    void anAccountTheBankDoesNotKnowLeavesTheMoneyWhereItIs() {
        String notice = suspended("WRONG_AMOUNT", number, 10);
        String id = created(resolve(FIRST, notice, back("1002-000-009901"))).getString("resolutionId");
        decide(SECOND, id, true);
        sendReturns.run();
        assertEquals(-10, balance("SUSPENSE"));
        assertTrue(listed(notice));
        assertAgrees();
    }

    @Test
    void aRejectedReturnMayBeProposedAnew() {
        String notice = suspended("WRONG_AMOUNT", number, 10);
        String id = created(resolve(FIRST, notice, back("1002-000-000101"))).getString("resolutionId");
        assertEquals("REJECTED", decide(FIRST, id, false).jsonPath().getString("state"));
        created(resolve(SECOND, notice, back("1002-000-000101")));
    }

    @Test
    void aSecondPaymentBecomesARefundOfItsFundsWithInterestFromTheDayAfterItWasPaid() {
        TestBank.sends(TestBank.notice(number, PAYABLE)).then().statusCode(200);
        String notice = suspended("ALREADY_PAID", number, PAYABLE);
        JsonPath done = created(resolve(FIRST, notice, ResolutionRequest.OVERPAYMENT_EXAMPLE));
        assertEquals("DONE", done.getString("state"));
        assertEquals(0, balance("SUSPENSE"));
        assertEquals(-PAYABLE, balance("REFUND_PAYABLE"));
        assertEquals(2 * PAYABLE, balance("CASH"));
        JsonPath refund = employer.reads("/payment/v1/refunds").setRootPath("items[0]");
        assertEquals("MISTAKEN_PAYMENT", refund.getString("cause"));
        assertEquals(done.getString("resolutionId"), refund.getString("causeId"));
        assertEquals(PAYABLE, refund.getLong("owed"));
        assertEquals("2022-03-30", refund.getString("arisenOn"));
        assertEquals("2022-03-31", refund.getString("interestFrom"));
        assertFalse(listed(notice));
        assertAgrees();
        assertEquals(409, resolve(SECOND, notice, back("1002-000-000101")).statusCode());
        assertTrue(reversal().jsonPath().getString("title").contains("MONEY_SPENT"));
        TestKafka.await(
                        TestKafka.topic("payment"),
                        employer.workplace.digits(),
                        1,
                        event -> event.path("type").asText().equals(SuspenseResolved.TYPE))
                .forEach(PublishedEvents::assertFits);
    }

    @Test
    void theRefundOfASecondPaymentWaitsForARegisteredAccountAndNotOneAnOperatorTypes() {
        employer.livesOn(LocalDate.parse("2022-03-30"));
        TestBank.sends(TestBank.notice(number, PAYABLE)).then().statusCode(200);
        String notice = suspended("ALREADY_PAID", number, PAYABLE);
        created(resolve(FIRST, notice, ResolutionRequest.OVERPAYMENT_EXAMPLE));
        String refund = employer.reads("/payment/v1/refunds").getString("items[0].refundId");
        Response answer = given().auth()
                .oauth2(FIRST)
                .header("Accept-Language", "en")
                .header("If-Match", "\"1\"")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/payment/v1/refunds/" + refund + "/proposal");
        assertEquals("refund-account-missing", answer.jsonPath().getString("code"), answer.asString());
    }

    @Test
    void moneyOfNobodyIsNoOverpayment() {
        String notice = suspended("UNKNOWN_NUMBER", "000000000000000000", PAYABLE);
        misfit("UNKNOWN_NUMBER", resolve(FIRST, notice, ResolutionRequest.OVERPAYMENT_EXAMPLE));
        assertEquals(
                List.of("/bank"),
                resolve(FIRST, notice, "{\"way\":\"OVERPAYMENT\",\"reason\":\"twice\",\"bank\":\"우리은행\"}")
                        .jsonPath()
                        .getList("errors.pointer"));
    }

    @Test
    void moneyIsDecidedAboutOnce() {
        String notice = suspended("WRONG_AMOUNT", number, 10);
        created(resolve(FIRST, notice, back("1002-000-000101")));
        assertEquals(409, resolve(SECOND, notice, back("1002-000-000101")).statusCode());
        String accepted =
                TestBank.sends(TestBank.notice(number, PAYABLE)).jsonPath().getString("noticeId");
        assertEquals(404, resolve(FIRST, accepted, back("1002-000-000101")).statusCode());
    }

    @Test
    void whatTheBankTookBackIsNotGivenBackTwice() {
        String notice = suspended("WRONG_AMOUNT", number, 10);
        String id = created(resolve(FIRST, notice, back("1002-000-000101"))).getString("resolutionId");
        reverses("SUSPENSE_REVERSED");
        assertEquals(409, decide(SECOND, id, true).statusCode());
        assertFalse(listed(notice));
        assertAgrees();
    }

    @Test
    void whatWasGivenBackIsNotTakenBackAsWell() {
        String notice = suspended("WRONG_AMOUNT", number, 10);
        String id = created(resolve(FIRST, notice, back("1002-000-000101"))).getString("resolutionId");
        decide(SECOND, id, true);
        Response refused = reversal();
        assertEquals(409, refused.statusCode());
        assertTrue(refused.jsonPath().getString("title").contains("MONEY_SPENT"));
    }

    @Test
    void theListShowsWhatWaitsWithoutAnAccountNumber() {
        String notice = suspended("WRONG_AMOUNT", number, 10);
        assertTrue(listed(notice));
        resolve(FIRST, notice, back("1002-000-000101"));
        String list = list().asString();
        assertTrue(list.contains("***0101"));
        assertFalse(list.contains("1002000000101"));
    }

    @Test
    void aDryRunDecidesNothing() {
        String notice = suspended("WRONG_AMOUNT", number, 10);
        Response dry = given().auth()
                .oauth2(FIRST)
                .contentType("application/json")
                .queryParam("dryRun", true)
                .body(back("1002-000-000101"))
                .post("/payment/v1/suspense/" + notice + "/resolutions");
        assertEquals(201, dry.statusCode(), dry.asString());
        created(resolve(FIRST, notice, back("1002-000-000101")));
    }

    private String suspended(String reason, String ePaymentNo, long amount) {
        JsonPath answer = TestBank.sends(
                        TestBank.notice(transaction, ePaymentNo, amount, "2022-03-30T14:05:09+09:00", "GIRO"))
                .jsonPath();
        assertEquals(reason, answer.getString("outcome"));
        return answer.getString("noticeId");
    }

    private void reverses(String outcome) {
        assertEquals(outcome, reversal().jsonPath().getString("outcome"));
    }

    private Response reversal() {
        return TestBank.sends("""
                {"kind":"REVERSAL","bankTransactionId":"R-%s","originalTransactionId":"%s","reversedAt":"2022-03-31T09:30:00+09:00"}""".formatted(transaction, transaction));
    }

    private Response list() {
        return given().auth()
                .oauth2(FIRST)
                .queryParam("managementNo", employer.workplace.digits())
                .get("/payment/v1/suspense");
    }

    private boolean listed(String noticeId) {
        return list().jsonPath().getList("items.noticeId").contains(noticeId);
    }

    private JsonPath slips() {
        return employer.slips(returnId);
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
