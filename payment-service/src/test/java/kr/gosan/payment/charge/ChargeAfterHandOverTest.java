package kr.gosan.payment.charge;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.gosan.payment.arrears.TestCollector;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.payment.testing.Filings;
import kr.gosan.payment.testing.Rows;
import kr.gosan.payment.testing.SandboxInstitutions;
import kr.gosan.payment.testing.TestBank;
import kr.gosan.payment.testing.TestEmployer;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A benefit recovery of 1,000,000 won, assessed on June 30, due August 1 and with the collector from August 2 on. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
@QuarkusTestResource(SandboxInstitutions.class)
class ChargeAfterHandOverTest {

    private static final String AUGUST_2 = "2022-08-02";

    @Inject
    ObjectMapper mapper;

    @Inject
    Rows rows;

    private TestEmployer employer;
    private String charge;
    private String ePaymentNo;

    @BeforeEach
    void aRecoveryIsHandedOver() {
        employer = TestEmployer.known();
        employer.livesOn(LocalDate.of(2022, 6, 30));
        FiledReturn filed = Filings.atOnce(employer.workplace);
        JsonPath slips = employer.files(filed, 2, mapper);
        JsonPath assessed = assess().then().statusCode(201).extract().jsonPath();
        charge = assessed.getString("charge.chargeId");
        assertEquals("2022-08-01", assessed.getString("charge.dueDate"));
        TestBank.sends(TestBank.notice(
                        slips.getString("items.find { it.insurance == 'IA' }.ePaymentNo"),
                        slips.getLong("items.find { it.insurance == 'IA' }.payable")))
                .then()
                .body("outcome", equalTo("ACCEPTED"));
        ePaymentNo = employer.reads("/payment/v1/slips")
                .getString("items.find { it.debtKind == 'BENEFIT_RECOVERY' }.ePaymentNo");
        employer.livesOn(LocalDate.parse(AUGUST_2));
        operator()
                .body("{\"managementNo\":\"%s\",\"on\":\"%s\"}".formatted(employer.workplace.digits(), AUGUST_2))
                .post("/payment/v1/arrears-hand-overs")
                .then()
                .statusCode(200);
        assertEquals(1, messages("HANDED_OVER"));
    }

    @AfterEach
    void allBooksAgree() {
        JsonPath parity = employer.reads("/payment/v1/ledger/parity");
        assertTrue(parity.getBoolean("agrees"), parity::prettify);
    }

    @Test
    void aRecoveryThatIsAnnulledIsTheCollectorsNoMoreAndWhatHeCollectedIsRefunded() {
        String collection = collects(400_000);
        assertEquals(600_000, balance("BENEFIT_RECOVERY_DUE"));
        cancel().then().statusCode(200).body("cancelledOn", equalTo(AUGUST_2));
        assertEquals(0, balance("BENEFIT_RECOVERY_DUE"));
        assertEquals(0, balance("BENEFIT_RECOVERY"));
        assertRefunded(400_000);
        assertEquals(1, messages("TAKEN_BACK"));
        assertEquals(0, arrears());
        assertEquals(409, cancel().statusCode());
        TestCollector.takesBack(TestCollector.number(), collection, AUGUST_2)
                .then()
                .statusCode(409)
                .body("code", equalTo("collection-spent"));
    }

    @Test
    void ofARecoveryThatNobodyCollectedNothingIsLeft() {
        assertEquals(1_000_000, arrears());
        assertEquals(200, cancel().statusCode());
        assertEquals(0, arrears());
        assertEquals(0, balance("REFUND_PAYABLE"));
        assertEquals(1, messages("TAKEN_BACK"));
    }

    @Test
    void aRecoveryPaidInTimeAndToldAfterItWasCollectedIsRefunded() {
        collects(1_000_000);
        // interest runs from the collection, not from the day the payment is told
        employer.livesOn(LocalDate.of(2022, 8, 5));
        paidInTime().then().body("outcome", equalTo("ACCEPTED"));
        assertEquals(0, balance("BENEFIT_RECOVERY_DUE"));
        assertRefunded(1_000_000);
        assertEquals(0, arrears());
    }

    @Test
    void ofARecoveryPaidInTimeThePartThatWasCollectedIsRefunded() {
        collects(400_000);
        paidInTime().then().body("outcome", equalTo("ACCEPTED"));
        assertEquals(0, balance("BENEFIT_RECOVERY_DUE"));
        assertRefunded(400_000);
        assertEquals(1, messages("TAKEN_BACK"));
    }

    @Test
    void aRecoveryPaidInTimeAndToldAfterItWasAnnulledIsRefundedWhole() {
        assertEquals(200, cancel().statusCode());
        paidInTime().then().body("outcome", equalTo("ACCEPTED"));
        assertEquals(0, balance("BENEFIT_RECOVERY_DUE"));
        assertEquals(-1_000_000, balance("REFUND_PAYABLE"));
    }

    private void assertRefunded(int amount) {
        assertEquals(-amount, balance("REFUND_PAYABLE"));
        JsonPath refunds = employer.reads("/payment/v1/refunds");
        assertEquals(List.of(amount), refunds.getList("items.owed"));
        assertEquals("MISTAKEN_PAYMENT", refunds.getString("items[0].cause"));
        assertEquals("2022-08-03", refunds.getString("items[0].interestFrom"));
    }

    private Response assess() {
        return operator()
                .body(RecoveryRequest.EXAMPLE.replace("123-45-67891-6", employer.workplace.digits()))
                .post("/payment/v1/benefit-recoveries");
    }

    private Response cancel() {
        return operator()
                .body("{\"reason\":\"심사청구 인용\"}")
                .post("/payment/v1/benefit-recoveries/" + charge + "/cancellation");
    }

    private static io.restassured.specification.RequestSpecification operator() {
        return given().auth()
                .oauth2(Tokens.operator())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json");
    }

    private String collects(long amount) {
        String number = TestCollector.number();
        TestCollector.tells(TestCollector.notice(number, employer.workplace, "IA", amount, 0, AUGUST_2))
                .then()
                .statusCode(200);
        return number;
    }

    private Response paidInTime() {
        return TestBank.sends(TestBank.notice(
                UUID.randomUUID().toString(), ePaymentNo, 1_000_000, "2022-08-01T16:00:00+09:00", "GIRO"));
    }

    private int arrears() {
        return employer.asks()
                .queryParam("managementNo", employer.workplace.digits())
                .queryParam("on", AUGUST_2)
                .get("/payment/v1/arrears")
                .jsonPath()
                .getInt("totals.find { it.insurance == 'IA' }.total");
    }

    private long messages(String change) {
        return rows.number(
                "select count(*) from arrears_message where management_no = ? and debt_kind = 'BENEFIT_RECOVERY'"
                        + " and change = ?",
                employer.workplace.digits(),
                change);
    }

    private long balance(String account) {
        List<Integer> balances = employer.reads("/payment/v1/ledger")
                .getList("balances.findAll { it.account == '%s' && it.insurance == 'IA' }.balance".formatted(account));
        return balances.stream().mapToLong(Integer::longValue).sum();
    }
}
