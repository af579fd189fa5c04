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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.UUID;
import kr.gosan.kernel.number.WorkplaceNumber;
import kr.gosan.payment.arrears.TestCollector;
import kr.gosan.payment.testing.Filings;
import kr.gosan.payment.testing.Rows;
import kr.gosan.payment.testing.SandboxInstitutions;
import kr.gosan.payment.testing.TestBank;
import kr.gosan.payment.testing.TestEmployer;
import kr.gosan.platform.testing.PublishedEvents;
import kr.gosan.platform.testing.TestKafka;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.TestNumbers;
import kr.gosan.platform.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Arrears of 6,266,200 won in IA, due 2022-03-31; with their late charge to April 30, 6,391,520. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
@QuarkusTestResource(SandboxInstitutions.class)
class SuspendedCollectionTest {

    private static final String APRIL_30 = "2022-04-30";
    private static final long ALL = 6_391_520;
    private static final long REST = 8_480;

    @Inject
    ObjectMapper mapper;

    @Inject
    Rows rows;

    @Inject
    SendReturns sendReturns;

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
    void whatACollectionLeftIsListedAndGoesBackWhenTwoOperatorsAgree() {
        String number = TestCollector.number();
        String rest = collected(number, employer.workplace, "IA", ALL + REST);
        JsonPath listed = Decisions.list(employer);
        assertEquals(rest, listed.getString("items[0].collectionId"));
        assertEquals("NOTHING_OPEN", listed.getString("items[0].reason"));
        assertEquals("NHIS", listed.getString("items[0].institution"));
        assertEquals(number, listed.getString("items[0].bankTransactionId"));
        assertEquals(REST, listed.getLong("items[0].amount"));
        String id = created(resolve(FIRST, rest, back("1002-000-000101"))).getString("resolutionId");
        assertEquals(403, decide(FIRST, id, true).statusCode());
        assertEquals(200, decide(SECOND, id, true).statusCode());
        assertFalse(isListed(rest));
        assertEquals("collection-spent", takenBack(number));
        sendReturns.run();
        assertEquals(0, suspense());
        agrees();
        JsonNode event = event(SuspenseResolved.TYPE);
        PublishedEvents.assertFits(event);
        assertEquals(rest, event.at("/data/collectionId").asText());
    }

    @Test
    void aReturnThatComesBackStandsOnSuspenseAgain() {
        String rest = collected(TestCollector.number(), employer.workplace, "IA", ALL + REST);
        String id = created(resolve(FIRST, rest, back("1002-000-009905"))).getString("resolutionId");
        decide(SECOND, id, true);
        sendReturns.run();
        sendReturns.run();
        assertEquals(-REST, suspense());
        assertEquals(true, isListed(rest));
        agrees();
    }

    @Test
    void itBecomesARefundOfTheDebtItStandsUnderFromTheDayItWasCollected() {
        String number = TestCollector.number();
        String rest = collected(number, employer.workplace, "IA", ALL + REST);
        created(resolve(FIRST, rest, ResolutionRequest.OVERPAYMENT_EXAMPLE));
        JsonPath refund = employer.reads("/payment/v1/refunds").setRootPath("items[0]");
        assertEquals("MISTAKEN_PAYMENT", refund.getString("cause"));
        assertEquals(REST, refund.getLong("owed"));
        assertEquals("2022-05-01", refund.getString("interestFrom"));
        assertEquals(0, suspense());
        assertEquals("collection-spent", takenBack(number));
        assertEquals(409, resolve(SECOND, rest, back("1002-000-000101")).statusCode());
        agrees();
    }

    @Test
    void itPaysWhatIsInArrearsAgainAndTheCollectorHearsOfIt() {
        String first = TestCollector.number();
        collected(first, employer.workplace, "IA", ALL);
        String rest = collected(TestCollector.number(), employer.workplace, "IA", 100_000);
        misfit("MORE_THAN_IN_ARREARS", resolve(FIRST, rest, ResolutionRequest.ARREARS_EXAMPLE));
        assertEquals(-100_000, suspense());
        assertEquals(null, takenBack(first));
        String id =
                created(resolve(FIRST, rest, ResolutionRequest.ARREARS_EXAMPLE)).getString("resolutionId");
        assertEquals(6_166_200, balance("ARREARS"));
        // 100,000 × 30/1500, to the day it was collected and not to today
        assertEquals(-2_000, balance("LATE_CHARGE"));
        assertEquals(0, suspense());
        assertFalse(isListed(rest));
        agrees();
        JsonNode paid = TestKafka.await(
                        TestKafka.topic("payment"),
                        employer.workplace.digits(),
                        1,
                        event -> event.at("/data/collectionId").asText().equals(id)
                                && event.path("type").asText().equals("kr.gosan.payment.arrears-collected.v1"))
                .getFirst();
        PublishedEvents.assertFits(paid);
        assertEquals(
                6_166_200,
                rows.number(
                        "select (principal ->> 'INDUSTRIAL_ACCIDENT')::bigint from arrears_message"
                                + " where management_no = ? and change = 'REDUCED'",
                        employer.workplace.digits()));
        assertEquals("collection-not-reversible", takenBack(id), "it was no collection of his");
    }

    @Test
    void moneyOfAnUnknownWorkplacePaysTheArrearsThatAnOperatorNames() {
        WorkplaceNumber stranger = TestNumbers.workplace(TestNumbers.business(), 6);
        String money = collected(TestCollector.number(), stranger, null, 50_000);
        misfit("UNKNOWN_NUMBER", resolve(FIRST, money, ResolutionRequest.ARREARS_EXAMPLE));
        misfit("UNKNOWN_NUMBER", resolve(FIRST, money, ResolutionRequest.OVERPAYMENT_EXAMPLE));
        created(resolve(
                FIRST,
                money,
                "{\"way\":\"ARREARS\",\"managementNo\":\"%s\",\"insurance\":\"IA\",\"reason\":\"a digit was wrong\"}"
                        .formatted(employer.workplace.digits())));
        assertEquals(6_216_200, balance("ARREARS"));
        agrees();
    }

    @Test
    void aPaymentOfAClosedSlipPaysItsArrearsAsOfItsDay() {
        String number = slips.getString("items.find { it.insurance == 'IA' }.ePaymentNo");
        JsonPath told = TestBank.sends(TestBank.notice(
                        UUID.randomUUID().toString(), number, 1_000_000, "2022-04-10T12:00:00+09:00", "GIRO"))
                .jsonPath();
        assertEquals("SLIP_CLOSED", told.getString("outcome"));
        String notice = told.getString("noticeId");
        misfit(
                "OF_ANOTHER_BOOK",
                resolve(FIRST, notice, "{\"way\":\"ARREARS\",\"insurance\":\"EI\",\"reason\":\"a try\"}"));
        created(resolve(FIRST, notice, ResolutionRequest.ARREARS_EXAMPLE));
        assertEquals(5_266_200, balance("ARREARS"));
        // 1,000,000 × 10/1500
        assertEquals(-6_660, balance("LATE_CHARGE"));
        assertEquals(0, suspense());
        agrees();
    }

    @Test
    void aPaymentOfAllThatIsInArrearsLeavesTheCollectorNothing() {
        String number = slips.getString("items.find { it.insurance == 'IA' }.ePaymentNo");
        // 6,266,200 × 10/1500 = 41,774.6…
        String notice = TestBank.sends(TestBank.notice(
                        UUID.randomUUID().toString(), number, 6_266_200 + 41_770, "2022-04-10T12:00:00+09:00", "GIRO"))
                .jsonPath()
                .getString("noticeId");
        created(resolve(FIRST, notice, ResolutionRequest.ARREARS_EXAMPLE));
        assertEquals(0, balance("ARREARS"));
        assertEquals(
                1,
                rows.number(
                        "select count(*) from arrears_message where management_no = ? and insurance = 'IA'"
                                + " and change = 'TAKEN_BACK'",
                        employer.workplace.digits()));
        agrees();
    }

    @Test
    void itPaysNoSlipAndWhatTheCollectorTookBackIsGone() {
        String number = TestCollector.number();
        String rest = collected(number, employer.workplace, "IA", ALL + REST);
        misfit("OF_THE_COLLECTOR", resolve(FIRST, rest, slip("000000000000000000")));
        String id = created(resolve(FIRST, rest, back("1002-000-000101"))).getString("resolutionId");
        assertEquals(null, takenBack(number));
        assertEquals(409, decide(SECOND, id, true).statusCode());
        assertEquals(409, resolve(SECOND, rest, back("1002-000-000101")).statusCode());
        assertFalse(isListed(rest));
        agrees();
    }

    private String collected(String number, WorkplaceNumber workplace, String insurance, long amount) {
        return TestCollector.tells(TestCollector.notice(number, workplace, insurance, amount, 0, APRIL_30))
                .then()
                .statusCode(200)
                .extract()
                .path("collectionId");
    }

    /** The problem's code; null when it was taken back. */
    private static String takenBack(String number) {
        return TestCollector.takesBack(TestCollector.number(), number, "2022-05-02")
                .path("code");
    }

    private boolean isListed(String collectionId) {
        return Decisions.list(employer).getList("items.collectionId").contains(collectionId);
    }

    private long suspense() {
        return employer
                .reads("/payment/v1/ledger")
                .<Integer>getList("balances.findAll { it.account == 'SUSPENSE' }.balance")
                .stream()
                .mapToLong(Integer::longValue)
                .sum();
    }

    private long balance(String account) {
        return employer
                .reads("/payment/v1/ledger")
                .<Integer>getList(
                        "balances.findAll { it.account == '" + account + "' && it.insurance == 'IA' }.balance")
                .stream()
                .mapToLong(Integer::longValue)
                .sum();
    }

    private JsonNode event(String type) {
        return TestKafka.await(
                        TestKafka.topic("payment"),
                        employer.workplace.digits(),
                        1,
                        event -> event.path("type").asText().equals(type))
                .getFirst();
    }

    private void agrees() {
        Decisions.assertAgrees(employer);
    }
}
