package kr.gosan.payment.arrears;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.payment.slip.FiledReturnStore;
import kr.gosan.payment.testing.Corrections;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Arrears of the printed example: 6,266,200 won in IA, 2,855,000 and 350,000 in EI; due 2022-03-31. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
@QuarkusTestResource(SandboxInstitutions.class)
class CollectionTest {

    private static final String APRIL_30 = "2022-04-30";

    @Inject
    ObjectMapper mapper;

    @Inject
    FiledReturnStore returns;

    @Inject
    Rows rows;

    private TestEmployer employer;

    @BeforeEach
    void arrears() {
        employer = TestEmployer.known();
        employer.files(Filings.atOnce(employer.workplace), 2, mapper);
        handsOver("2022-04-01");
    }

    private void handsOver(String on) {
        given().auth()
                .oauth2(Tokens.operator())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"managementNo\":\"%s\",\"on\":\"%s\"}".formatted(employer.workplace.digits(), on))
                .post("/payment/v1/arrears-hand-overs")
                .then()
                .statusCode(200);
    }

    @AfterEach
    void allBooksAgree() {
        JsonPath parity = employer.reads("/payment/v1/ledger/parity");
        assertTrue(parity.getBoolean("agrees"), parity::prettify);
    }

    @Test
    void moneyPaysThePremiumAndThenItsLateChargeAndTheRestStandsOnSuspense() {
        JsonPath answer = collected(TestCollector.number(), "IA", 6_400_000, 0, APRIL_30);
        assertEquals("ACCEPTED", answer.getString("outcome"));
        assertEquals(List.of("PREMIUM", "LATE_CHARGE"), answer.getList("items.item"));
        // 6,266,200 × 30/1500 = 125,324
        assertEquals(List.of(6_266_200, 125_320), answer.getList("items.amount"));
        assertEquals(8_480, answer.getInt("suspended"));
        assertEquals(0, balance("ARREARS", "IA"));
        assertEquals(0, balance("LATE_CHARGE_DUE", "IA"));
        assertEquals(-125_320, balance("LATE_CHARGE", "IA"));
        assertEquals(0, arrearsOf("2022-12-31", "IA").getInt("total"));
        JsonNode event = event("kr.gosan.payment.arrears-collected.v1");
        PublishedEvents.assertFits(event);
        assertEquals(8_480, event.at("/data/suspended").asInt());
        assertEquals(6_266_200, event.at("/data/items/0/amount").asInt());
    }

    @Test
    void aPartPaysPremiumOnlyAndItsLateChargeIsOwedFromThenOn() {
        collected(TestCollector.number(), "IA", 1_000_000, 0, APRIL_30);
        assertEquals(5_266_200, balance("ARREARS", "IA"));
        // 1,000,000 × 30/1500
        assertEquals(20_000, balance("LATE_CHARGE_DUE", "IA"));
        // and 5,266,200 × (30/1500 + 30/6000) = 131,655
        assertEquals(20_000 + 131_650, arrearsOf("2022-05-30", "IA").getInt("lateCharge"));
    }

    @Test
    void moneyTheOlderDayIsChargedByItsOwnDayThoughItIsToldLater() {
        collected(TestCollector.number(), "IA", 1_000_000, 0, APRIL_30);
        collected(TestCollector.number(), "IA", 1_000_000, 0, "2022-04-10");
        // 1,000,000 × 30/1500 and 1,000,000 × 10/1500 → 6,660
        assertEquals(26_660, balance("LATE_CHARGE_DUE", "IA"));
    }

    @Test
    void theFundsOfEmploymentInsuranceArePaidInProportionAndTheCostOfCollectionFirst() {
        JsonPath answer = collected(TestCollector.number(), "EI", 1_000_000, 30_000, APRIL_30);
        assertEquals(List.of("COLLECTION_COST", "PREMIUM", "PREMIUM"), answer.getList("items.item"));
        // 970,000 × 2,855,000 / 3,205,000 = 864,071.8
        assertEquals(List.of(30_000, 864_071, 105_929), answer.getList("items.amount"));
        assertEquals(0, balance("COLLECTION_COST_DUE", "EI"));
    }

    @Test
    void moneyForBothInsurancesIsDividedByWhatIsOpenInEach() {
        JsonPath answer = collected(TestCollector.number(), null, 1_000_000, 0, APRIL_30);
        assertEquals(List.of("IA", "EI", "EI"), answer.getList("items.insurance"));
        assertEquals(
                1_000_000,
                answer.getList("items.amount", Integer.class).stream()
                        .mapToInt(Integer::intValue)
                        .sum());
        assertEquals(0, answer.getInt("suspended"));
    }

    @Test
    void aRepeatedNoticeGetsTheFirstAnswerAndOneWithOtherContentIsRefused() {
        String number = TestCollector.number();
        String body = TestCollector.notice(number, employer.workplace, "IA", 1_000_000, 0, APRIL_30);
        String first =
                TestCollector.tells(body).then().statusCode(200).extract().asString();
        assertEquals(first, TestCollector.tells(body).asString());
        var other = TestCollector.tells(body.replace("1000000", "1000010"));
        assertEquals(409, other.statusCode());
        assertEquals("collection-conflicting", other.jsonPath().getString("code"));
        assertEquals(5_266_200, balance("ARREARS", "IA"));
        assertEquals(
                3,
                rows.number("select count(*) from arrears_collection where nhis_transaction_id = ?", number),
                "each leaves a row");
    }

    @Test
    void theSameNoticeAtTheSameInstantCountsOnceAndTwoDifferentOnesNeverPayOneWonTwice() {
        String once = TestCollector.notice(TestCollector.number(), employer.workplace, "IA", 4_000_000, 0, APRIL_30);
        String other = TestCollector.notice(TestCollector.number(), employer.workplace, "IA", 4_000_000, 0, APRIL_30);
        List<CompletableFuture<Integer>> answers = Stream.of(once, once, other, other)
                .map(body -> CompletableFuture.supplyAsync(
                        () -> TestCollector.tells(body).statusCode()))
                .toList();
        answers.forEach(answer -> assertEquals(200, answer.join()));
        assertEquals(0, balance("ARREARS", "IA"));
        // 6,266,200 of premium and 125,310 or 125,320 of late charges, by how the two parts are truncated
        long charges = -balance("LATE_CHARGE", "IA");
        assertEquals(
                8_000_000 - 6_266_200 - charges,
                -rows.number(
                        "select sum(case e.side when 'DEBIT' then e.amount else -e.amount end) from ledger_entry e"
                                + " where e.management_no = ? and e.account = 'SUSPENSE'",
                        employer.workplace.digits()));
    }

    @Test
    void aCollectionThatIsTakenBackIsAsIfItHadNeverCome() {
        String number = TestCollector.number();
        collected(number, "IA", 6_400_000, 0, APRIL_30);
        String reversal = TestCollector.number();
        JsonPath answer = TestCollector.takesBack(reversal, number, "2022-05-02")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals("REVERSAL", answer.getString("outcome"));
        assertEquals(6_266_200, balance("ARREARS", "IA"));
        assertEquals(0, balance("LATE_CHARGE", "IA"));
        assertEquals(0, balance("LATE_CHARGE_DUE", "IA"));
        assertEquals(0, balance("CASH", "IA"));
        assertEquals(125_320, arrearsOf(APRIL_30, "IA").getInt("lateCharge"));
        PublishedEvents.assertFits(event("kr.gosan.payment.arrears-collection-reversed.v1"));
        assertEquals(
                200, TestCollector.takesBack(reversal, number, "2022-05-02").statusCode(), "told again");
        assertEquals(
                409,
                TestCollector.takesBack(TestCollector.number(), number, "2022-05-02")
                        .statusCode(),
                "taken back before");
        assertEquals(
                409,
                TestCollector.takesBack(TestCollector.number(), TestCollector.number(), "2022-05-02")
                        .statusCode(),
                "never told");
        assertEquals(6_266_200, balance("ARREARS", "IA"));
    }

    @Test
    void whatACollectionLeftOnSuspenseLeavesTheDebtItStoodOn() {
        String number = TestCollector.number();
        collected(number, "IA", 6_500_000, 0, APRIL_30);
        assertEquals(
                200,
                TestCollector.takesBack(TestCollector.number(), number, "2022-05-02")
                        .statusCode());
        assertEquals(
                0,
                rows.number(
                        "select count(*) from (select 1 from ledger_transaction t join ledger_entry e using (transaction_id)"
                                + " where t.management_no = ? and e.account = 'SUSPENSE' group by t.origin_id, t.insurance, t.period"
                                + " having count(*) <> 2) one_sided",
                        employer.workplace.digits()));
        assertEquals(0, balance("CASH", "IA"));
    }

    @Test
    void moneyOfADayToComeIsNotTakenAndItsNumberStaysFree() {
        String number = TestCollector.number();
        String ahead = TestCollector.notice(number, employer.workplace, "IA", 6_400_000, 0, "2999-01-01");
        assertEquals(
                "notice-dated-ahead",
                TestCollector.tells(ahead)
                        .then()
                        .statusCode(409)
                        .extract()
                        .jsonPath()
                        .getString("code"));
        collected(number, "IA", 6_400_000, 0, APRIL_30);
        assertEquals(
                "notice-dated-ahead",
                TestCollector.takesBack(TestCollector.number(), number, "2999-01-01")
                        .jsonPath()
                        .getString("code"));
        assertEquals(0, balance("ARREARS", "IA"));
    }

    @Test
    void aLateChargeThatWasPaidAndIsNotOwedAfterAnExtensionIsRefundedWithInterestFromTheDayAfterItsPayment() {
        employer.livesOn(LocalDate.parse("2022-05-10"));
        String number = TestCollector.number();
        collected(number, "IA", 6_391_520, 0, APRIL_30);
        employer.tell(
                "premium",
                "kr.gosan.premium.deadline-extended.v1",
                UUID.randomUUID().toString(),
                """
                {"extensionId":"%s","scope":"WORKPLACES","managementNos":["%s"],"from":"2022-03-31","to":"2022-03-31",
                 "extendedTo":"2022-06-30","reason":"산불","stopsLateCharge":true}""".formatted(UUID.randomUUID(), employer.workplace.digits()));
        await().until(() ->
                employer.reads("/payment/v1/refunds").getList("items").size() == 1);
        JsonPath refund = employer.reads("/payment/v1/refunds").setRootPath("items[0]");
        assertEquals("MISTAKEN_PAYMENT", refund.getString("cause"));
        assertEquals("IA", refund.getString("insurance"));
        assertEquals(125_320, refund.getInt("owed"));
        assertEquals("2022-05-10", refund.getString("arisenOn"));
        assertEquals("2022-05-01", refund.getString("interestFrom"));
        assertEquals(0, balance("LATE_CHARGE", "IA"));
        assertEquals(-125_320, balance("REFUND_PAYABLE", "IA"));
        assertEquals(
                "collection-spent",
                TestCollector.takesBack(TestCollector.number(), number, "2022-05-10")
                        .then()
                        .statusCode(409)
                        .extract()
                        .jsonPath()
                        .getString("code"));
    }

    @Test
    void whatWasPaidInTimeAndToldLateIsNotLostThoughNhisCollectedMeanwhile() {
        collected(TestCollector.number(), "IA", 6_266_200 + 125_320, 0, APRIL_30);
        assertEquals(0, balance("ARREARS", "IA"));
        JsonPath slip = employer.reads("/payment/v1/slips");
        String number = slip.getString("items.find { it.insurance == 'IA' }.ePaymentNo");
        var answer = TestBank.sends(
                TestBank.notice(UUID.randomUUID().toString(), number, 6_119_640, "2022-03-31T16:00:00+09:00", "GIRO"));
        assertEquals("ACCEPTED", answer.jsonPath().getString("outcome"), answer.asString());
        assertEquals(0, balance("ARREARS", "IA"));
        assertEquals(0, balance("RECEIVABLE", "IA"));
        assertEquals(0, balance("LATE_CHARGE", "IA"));
        assertEquals(146_560, balance("LUMP_SUM_DISCOUNT", "IA"));
        assertEquals(-6_391_520, balance("REFUND_PAYABLE", "IA"));
        JsonNode back = event("kr.gosan.payment.arrears-taken-back.v1");
        PublishedEvents.assertFits(back);
        assertEquals(6_266_200, back.at("/data/funds/0/principal").asInt());
        List<Integer> refunds = employer.reads("/payment/v1/refunds").getList("items.owed");
        assertEquals(6_391_520, refunds.stream().mapToInt(Integer::intValue).sum());
    }

    @Test
    void theNextReturnMakesArrearsOfItsEstimateLessAndItIsTold() {
        settlesAtAMillion();
        JsonNode told = event("kr.gosan.payment.arrears-reduced.v1");
        PublishedEvents.assertFits(told);
        assertEquals("SETTLED", told.at("/data/reason").asText());
        assertEquals(3_885_600, told.at("/data/funds/0/amount").asInt());
        assertEquals(3_885_600, told.at("/data/funds/0/ofEstimate").asInt());
        assertEquals(6_266_200 - 3_885_600, balance("ARREARS", "IA"));
    }

    @Test
    void aSurchargeThatWasPaidInTimeAndToldLateIsOwedBackTooWhenNhisCollectedIt() throws JsonProcessingException {
        String returnId = employer.reads("/payment/v1/slips").getString("items[0].returnId");
        FiledReturn filed = QuarkusTransaction.requiringNew()
                .call(() -> returns.find(UUID.fromString(returnId)).orElseThrow());
        employer.tell(
                "premium",
                "kr.gosan.premium.premium-adjusted.v1",
                UUID.randomUUID().toString(),
                mapper.writeValueAsString(new Corrections(filed)
                        .of(
                                LocalDate.parse("2022-04-10"),
                                new Corrections.Change(Fund.INDUSTRIAL_ACCIDENT, 100_000, 0, 5_000))));
        await().until(() -> employer.reads("/payment/v1/slips").getList("items").size() == 3);
        handsOver("2022-05-11");
        collected(TestCollector.number(), "IA", 7_000_000, 0, "2022-05-11");
        assertEquals(0, balance("SURCHARGE_DUE", "IA"));
        String slip = "items.find { it.debtKind == 'CORRECTION' }.ePaymentNo";
        TestBank.sends(TestBank.notice(
                        UUID.randomUUID().toString(),
                        employer.reads("/payment/v1/slips").getString(slip),
                        105_000,
                        "2022-05-10T12:00:00+09:00",
                        "GIRO"))
                .then()
                .body("outcome", equalTo("ACCEPTED"));
        assertEquals(0, balance("SURCHARGE_DUE", "IA"));
        // The late charge of a day on the premium, 60, is too small to be refunded (§45의2).
        assertEquals(-105_000, balance("REFUND_PAYABLE", "IA"));
    }

    @Test
    void whatTheNextReturnSettledByAPartCollectedIsNotTakenBackUnseen() {
        String number = TestCollector.number();
        collected(number, "IA", 2_000_000, 0, APRIL_30);
        settlesAtAMillion();
        // 6,266,200 − 2,000,000 − 3,885,600 of estimate that is owed no more because so little was paid
        await().until(() -> balance("ARREARS", "IA") == 380_600);
        assertEquals(0, balance("REFUND_PAYABLE", "IA"));
        TestCollector.takesBack(TestCollector.number(), number, "2022-09-02")
                .then()
                .statusCode(409)
                .body("code", equalTo("collection-spent"));
        assertEquals(380_600, balance("ARREARS", "IA"));
    }

    @Test
    void aPaymentToldLateThatMadeARefundOfWhatNhisCollectedIsNotTakenBackUnseen() {
        collected(TestCollector.number(), "IA", 3_000_000, 0, APRIL_30);
        String paid = UUID.randomUUID().toString();
        toldLate(paid).then().body("outcome", equalTo("ACCEPTED"));
        assertEquals(-3_000_000, balance("REFUND_PAYABLE", "IA"));
        takesBack(paid).then().statusCode(409).body("code", equalTo("reversal-refused"));
        assertEquals(0, balance("RECEIVABLE", "IA"));
        assertEquals(-3_000_000, balance("REFUND_PAYABLE", "IA"));
        assertEquals(
                1,
                rows.number(
                        "select count(*) from bank_notice where bank_transaction_id = ? and detail = 'MONEY_SPENT'",
                        "R-" + paid));
    }

    @Test
    void aPaymentToldLateThatItsBankTakesBackLeavesTheSlipOpenUntilItIsHandedOverAgain() {
        String paid = UUID.randomUUID().toString();
        toldLate(paid).then().body("outcome", equalTo("ACCEPTED"));
        takesBack(paid).then().statusCode(200).body("outcome", equalTo("REVERSED"));
        assertEquals(
                "ISSUED", employer.reads("/payment/v1/slips").getString("items.find { it.insurance == 'IA' }.state"));
        assertEquals(6_266_200, balance("RECEIVABLE", "IA"));
        handsOver("2022-05-13");
        assertEquals(6_266_200, balance("ARREARS", "IA"));
    }

    /** The next return confirms 1,000,000 of an estimate of 4,885,600. */
    private void settlesAtAMillion() {
        FiledReturn next = new FiledReturn(
                UUID.randomUUID(),
                "P-20220901-1",
                employer.workplace,
                2022,
                LocalDate.of(2022, 9, 1),
                List.of(Filings.insurance(
                        Insurance.IA,
                        List.of(Filings.period(0, 0, Filings.row(Fund.INDUSTRIAL_ACCIDENT, 0, 0, 0))),
                        0)));
        employer.files(next, UUID.randomUUID().toString(), mapper);
    }

    private Response toldLate(String number) {
        return TestBank.sends(TestBank.notice(
                number,
                employer.reads("/payment/v1/slips").getString("items.find { it.insurance == 'IA' }.ePaymentNo"),
                6_119_640,
                "2022-03-31T16:00:00+09:00",
                "GIRO"));
    }

    private static Response takesBack(String number) {
        return TestBank.sends("""
                {"kind":"REVERSAL","bankTransactionId":"R-%s","originalTransactionId":"%s","reversedAt":"2022-05-12T09:30:00+09:00"}""".formatted(number, number));
    }

    @Test
    void moneyOfAWorkplaceNobodyKnowsStandsOnSuspense() {
        var stranger = TestNumbers.workplace(TestNumbers.business(), 6);
        JsonPath answer = TestCollector.tells(
                        TestCollector.notice(TestCollector.number(), stranger, null, 5_000, 0, APRIL_30))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals("UNKNOWN_WORKPLACE", answer.getString("outcome"));
        assertEquals(5_000, answer.getInt("suspended"));
    }

    @Test
    void whatNobodySignedIsNotReadAndEveryWrongFieldIsToldAtOnce() {
        String body = TestCollector.notice(TestCollector.number(), employer.workplace, "IA", 10, 20, APRIL_30);
        assertEquals(403, TestCollector.tells(body, "00").statusCode());
        assertEquals(
                List.of("/collectionCost"),
                TestCollector.tells(body)
                        .then()
                        .statusCode(400)
                        .extract()
                        .jsonPath()
                        .getList("errors.pointer"));
        assertEquals(
                List.of("/nhisTransactionId", "/managementNo", "/amount", "/collectedOn"),
                TestCollector.tells("{}")
                        .then()
                        .statusCode(400)
                        .extract()
                        .jsonPath()
                        .getList("errors.pointer"));
    }

    private JsonPath collected(String number, String insurance, long amount, long cost, String on) {
        return TestCollector.tells(TestCollector.notice(number, employer.workplace, insurance, amount, cost, on))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private JsonNode event(String type) {
        return TestKafka.await(
                        TestKafka.topic("payment"),
                        employer.workplace.digits(),
                        1,
                        event -> event.path("type").asText().equals(type))
                .getFirst();
    }

    private JsonPath arrearsOf(String on, String insurance) {
        JsonPath all = employer.asks()
                .queryParam("managementNo", employer.workplace.digits())
                .queryParam("on", on)
                .get("/payment/v1/arrears")
                .jsonPath();
        return all.setRootPath("totals.find { it.insurance == '" + insurance + "' }");
    }

    private long balance(String account, String insurance) {
        List<Integer> balances = employer.reads("/payment/v1/ledger")
                .getList("balances.findAll { it.account == '" + account + "' && it.insurance == '" + insurance
                        + "' && it.fund != null }.balance");
        return balances.stream().mapToLong(Integer::longValue).sum();
    }
}
