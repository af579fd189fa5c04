package kr.gosan.payment.charge;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.payment.testing.Corrections;
import kr.gosan.payment.testing.Corrections.Change;
import kr.gosan.payment.testing.Filings;
import kr.gosan.payment.testing.TestBank;
import kr.gosan.payment.testing.TestEmployer;
import kr.gosan.platform.testing.PublishedEvents;
import kr.gosan.platform.testing.TestKafka;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestKeys.class)
class BenefitRecoveryFlowTest {

    @Inject
    ObjectMapper mapper;

    private TestEmployer employer;
    private FiledReturn filed;

    @BeforeEach
    void aReturnIsFiledAndNothingPaid() {
        employer = TestEmployer.known();
        filed = Filings.atOnce(employer.workplace);
        employer.files(filed, 2, mapper);
    }

    @Test
    void aTenthIsRecoveredWithASlipWhileTheEstimateIsOverdue() {
        JsonPath assessed = assess("B-1", 10_000_000, false)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        assertEquals(1_000_000, assessed.getInt("amount"));
        assertEquals("OVERDUE_PREMIUM", assessed.getString("charge.ground"));
        List<String> kinds = employer.reads("/payment/v1/slips").getList("items.debtKind");
        assertTrue(kinds.contains("BENEFIT_RECOVERY"), kinds.toString());
        assertEquals(1_000_000, balance("BENEFIT_RECOVERY_DUE"));
        assertEquals(409, assess("B-1", 10_000_000, false).statusCode());
        told("charge-assessed");
    }

    @Test
    void aCancelledRecoveryIsOwedNoMoreAndItsBenefitsMayBeAssessedAgain() {
        String charge = assess("B-1", 10_000_000, false).jsonPath().getString("charge.chargeId");
        assertEquals(200, cancel(charge).statusCode());
        assertEquals(409, cancel(charge).statusCode());
        assertEquals(0, balance("BENEFIT_RECOVERY_DUE"));
        assertEquals(201, assess("B-1", 10_000_000, false).statusCode());
        told("charge-cancelled");
    }

    @Test
    void whatAnOffsetHadPaidOfACancelledRecoveryIsOwedBack() throws JsonProcessingException {
        String charge = assess("B-1", 10_000_000, false).jsonPath().getString("charge.chargeId");
        JsonPath slip = employer.slips(filed.returnId());
        TestBank.sends(TestBank.notice(
                        slip.getString("items.find { it.insurance == 'IA' }.ePaymentNo"),
                        slip.getLong("items.find { it.insurance == 'IA' }.payable")))
                .then()
                .statusCode(200);
        employer.tell(
                "premium",
                "kr.gosan.premium.premium-adjusted.v1",
                UUID.randomUUID().toString(),
                mapper.writeValueAsString(new Corrections(filed)
                        .of(LocalDate.of(2022, 6, 20), new Change(Fund.INDUSTRIAL_ACCIDENT, -400_000, 0, 0))));
        await().until(() -> balance("BENEFIT_RECOVERY_DUE") == 600_000);
        assertEquals(200, cancel(charge).statusCode());
        assertEquals(0, balance("BENEFIT_RECOVERY_DUE"));
        assertEquals(0, balance("BENEFIT_RECOVERY"));
        assertEquals(-400_000, balance("REFUND_PAYABLE"));
        JsonPath refunds = employer.reads("/payment/v1/refunds");
        assertEquals(List.of(400_000), refunds.getList("items.owed"));
        assertEquals("MISTAKEN_PAYMENT", refunds.getString("items[0].cause"));
        JsonPath parity = employer.reads("/payment/v1/ledger/parity");
        assertTrue(parity.getBoolean("agrees"), parity::prettify);
    }

    @Test
    void nothingIsRecoveredOncePaidAndADryRunSaysWhy() {
        JsonPath slip = employer.slips(filed.returnId());
        TestBank.sends(TestBank.notice(
                        slip.getString("items.find { it.insurance == 'IA' }.ePaymentNo"),
                        slip.getLong("items.find { it.insurance == 'IA' }.payable")))
                .then()
                .statusCode(200);
        JsonPath answer =
                assess("B-1", 10_000_000, true).then().statusCode(200).extract().jsonPath();
        assertEquals(0, answer.getInt("amount"));
        assertNull(answer.getString("charge"));
        assertEquals(
                false,
                answer.getBoolean("grounds.find { it.ground == 'OVERDUE_PREMIUM' }.conditions"
                        + ".find { it.condition == 'PREMIUM_OVERDUE' }.holds"));
        assertEquals(422, assess("B-1", 10_000_000, false).statusCode());
    }

    @Test
    void theEstimateOfTheYearBeforeThatIsStillUnpaidIsNeglectedToo() {
        assertEquals(
                1_000_000,
                send(body("B-1", 10_000_000).replace("2022-06", "2023-02"), true)
                        .jsonPath()
                        .getInt("amount"));
    }

    @Test
    void theCapIsFiveTimesThePremiumWithoutTheLeviesTheReturnTold() throws JsonProcessingException {
        FiledReturn other = Filings.atOnce(employer.workplace);
        employer = TestEmployer.known();
        filed = new FiledReturn(
                other.returnId(),
                other.receiptNo(),
                employer.workplace,
                other.insuranceYear(),
                other.filedOn(),
                other.insurances());
        ObjectNode event = mapper.valueToTree(filed);
        event.path("insurances").forEach(insurance -> {
            if (insurance.path("insurance").asText().equals("IA")) {
                ((ObjectNode) insurance)
                        .putObject("levies")
                        .putObject("estimated")
                        .put("accidentPremium", "4810000")
                        .put("wageClaim", "72000")
                        .put("asbestos", "3600");
            }
        });
        employer.tell(
                "premium", TestEmployer.RETURN_FILED, UUID.randomUUID().toString(), mapper.writeValueAsString(event));
        await().until(() -> employer.slips(filed.returnId()).getList("items").size() == 2);
        // 4,885,600 less 5,000 for filing electronically, × 4,810,000 / 4,885,600 = 4,805,077.37; divided in whole won
        // the premium, which lost most, gets the won that is left: 4,805,078 × 5
        assertEquals(24_025_390, send(body("B-1", 900_000_000), true).jsonPath().getInt("amount"));
    }

    @Test
    void whatHasNotHappenedYetIsNotRecovered() {
        employer.livesOn(LocalDate.of(2022, 6, 9));
        Response refused = assess("B-1", 10_000_000, true);
        assertEquals(409, refused.statusCode());
        assertEquals("accident-dated-ahead", refused.jsonPath().getString("code"), "a claim of June 10");
        employer.livesOn(LocalDate.of(2022, 6, 10));
        assertEquals(200, assess("B-1", 10_000_000, true).statusCode());
        assertEquals(
                List.of("/benefits/0/claimArisenOn before-accident"),
                send(body("B-1", 10_000_000).replace("2022-06-10", "2022-05-31"), true)
                        .then()
                        .statusCode(400)
                        .extract()
                        .jsonPath()
                        .getList("errors.collect { it.pointer + ' ' + it.code }"));
    }

    @Test
    void aDryRunStoresNothing() {
        assertEquals(1_000_000, assess("B-1", 10_000_000, true).jsonPath().getInt("amount"));
        assertEquals(
                0,
                employer.reads("/payment/v1/benefit-recoveries")
                        .getList("items")
                        .size());
    }

    private Response assess(String benefitNo, long amount, boolean dryRun) {
        return send(body(benefitNo, amount), dryRun);
    }

    private String body(String benefitNo, long amount) {
        return RecoveryRequest.EXAMPLE
                .replace("123-45-67891-6", employer.workplace.digits())
                .replace("2022-000123-1", benefitNo)
                .replace("10000000", Long.toString(amount));
    }

    private static Response send(String body, boolean dryRun) {
        return given().auth()
                .oauth2(Tokens.operator())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .queryParam("dryRun", dryRun)
                .contentType("application/json")
                .body(body)
                .post("/payment/v1/benefit-recoveries");
    }

    private Response cancel(String charge) {
        return given().auth()
                .oauth2(Tokens.operator())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"reason\":\"사실 확인 결과 취소\"}")
                .post("/payment/v1/benefit-recoveries/" + charge + "/cancellation");
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
