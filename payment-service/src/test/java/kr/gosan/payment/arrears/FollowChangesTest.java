package kr.gosan.payment.arrears;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.kernel.money.Won;
import kr.gosan.payment.correction.plan.Adjustment;
import kr.gosan.payment.debt.FiledInsurance;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.payment.debt.FundSettlement;
import kr.gosan.payment.debt.PaymentMethod;
import kr.gosan.payment.testing.Corrections;
import kr.gosan.payment.testing.Corrections.Change;
import kr.gosan.payment.testing.Filings;
import kr.gosan.payment.testing.Rows;
import kr.gosan.payment.testing.SandboxInstitutions;
import kr.gosan.payment.testing.SandboxPlayer;
import kr.gosan.payment.testing.TestBank;
import kr.gosan.payment.testing.TestEmployer;
import kr.gosan.platform.testing.PublishedEvents;
import kr.gosan.platform.testing.TestKafka;
import kr.gosan.platform.testing.TestKeys;
import kr.gosan.platform.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is with the collector, and the late charges on what was paid late, when something else than a collection changes them. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
@QuarkusTestResource(SandboxInstitutions.class)
class FollowChangesTest {

    private static final LocalDate APRIL_11 = LocalDate.of(2022, 4, 11);
    private static final LocalDate MAY_10 = LocalDate.of(2022, 5, 10);

    @Inject
    ObjectMapper mapper;

    @Inject
    Rows rows;

    @Inject
    TellCollector collector;

    private TestEmployer employer;

    @BeforeEach
    void anEmployerIsKnown() {
        employer = TestEmployer.known();
    }

    @AfterEach
    void allBooksAgree() {
        JsonPath parity = employer.reads("/payment/v1/ledger/parity");
        assertTrue(parity.getBoolean("agrees"), parity::prettify);
    }

    @Test
    void aCorrectionThatLowersArrearsIsToldToTheCollectorOnce() throws Exception {
        FiledReturn filed = Filings.atOnce(employer.workplace);
        employer.files(filed, 2, mapper);
        handsOver("2022-04-01");
        Corrections corrections = new Corrections(filed);
        Adjustment correction = corrections.of(MAY_10, new Change(Fund.INDUSTRIAL_ACCIDENT, -1_000_000, 0, 0));
        adjusts(correction);
        await().until(() -> balance("ARREARS", "IA") == 5_266_200);
        adjusts(correction);
        adjusts(corrections.of(MAY_10, new Change(Fund.UNEMPLOYMENT, -820_000, 0, 0)));
        await().until(() -> balance("ARREARS", "EI") == 3_205_000 - 820_000);
        assertEquals(List.of("HANDED_OVER 6266200", "REDUCED 5266200"), messages("IA"));
        assertEquals(List.of("HANDED_OVER 3205000", "REDUCED 2385000"), messages("EI"));
        collector.tell();
        JsonPath told = SandboxPlayer.reads("/hand-overs/" + employer.workplace.digits())
                .jsonPath();
        assertEquals(4, told.getList("items").size());
        assertEquals(
                5_266_200,
                told.getInt("items.find { it.insurance == 'IA' && it.change == 'REDUCED' }"
                        + ".principal.INDUSTRIAL_ACCIDENT"));
        assertEquals(2, events("arrears-reduced", 2).size());
    }

    @Test
    void anEstimateThatTheNextReturnSettlesLeavesTheCollectorNothing() {
        employer.files(Filings.inInstalments(employer.workplace), 7, mapper);
        handsOver("2022-05-17");
        assertEquals(List.of("HANDED_OVER 171140"), messages("IA"));
        // What an excess covered of the estimate is all that was owed: what was not paid lapses.
        Won paid = Won.of(205_020);
        employer.files(
                new FiledReturn(
                        UUID.randomUUID(),
                        "P-20220901-" + UUID.randomUUID(),
                        employer.workplace,
                        2022,
                        LocalDate.of(2022, 9, 1),
                        List.of(new FiledInsurance(
                                Insurance.IA,
                                PaymentMethod.LUMP_SUM,
                                List.of(new FundSettlement(
                                        Fund.INDUSTRIAL_ACCIDENT, paid, paid, paid, Won.ZERO, Won.ZERO, Won.ZERO)),
                                List.of(Filings.period(0, 0, Filings.row(Fund.INDUSTRIAL_ACCIDENT, 0, 0, 0))),
                                Won.ZERO,
                                Won.ZERO))),
                UUID.randomUUID().toString(),
                mapper);
        await().until(() -> balance("ARREARS", "IA") == 0);
        assertEquals(List.of("HANDED_OVER 171140", "TAKEN_BACK 0"), messages("IA"));
        JsonNode told = events("arrears-reduced", 1).getFirst();
        PublishedEvents.assertFits(told);
        assertEquals("SETTLED", told.at("/data/reason").asText());
        assertEquals(0, handsOver("2022-05-18"));
        assertEquals(0, eventsPublished("arrears-taken-back"));
    }

    @Test
    void aCorrectionOfPremiumThatWasCollectedLateLowersItsLateChargeAndRefundsBoth() throws Exception {
        FiledReturn filed = Filings.atOnce(employer.workplace);
        employer.files(filed, 2, mapper);
        handsOver("2022-04-01");
        collects("IA", 6_391_520);
        adjusts(new Corrections(filed).of(MAY_10, new Change(Fund.INDUSTRIAL_ACCIDENT, -1_000_000, 0, 0)));
        await().until(() ->
                employer.reads("/payment/v1/refunds").getList("items").size() == 2);
        // 5,266,200 × 30/1500 = 105,324
        assertEquals(-105_320, balance("LATE_CHARGE", "IA"));
        JsonPath refunds = employer.reads("/payment/v1/refunds");
        assertEquals(1_000_000, refunds.getInt("items.find { it.cause == 'CORRECTION' }.owed"));
        assertEquals(20_000, refunds.getInt("items.find { it.cause == 'MISTAKEN_PAYMENT' }.owed"));
        assertEquals("2022-05-01", refunds.getString("items.find { it.cause == 'MISTAKEN_PAYMENT' }.interestFrom"));
        assertEquals(List.of("HANDED_OVER 6266200"), messages("IA"), "nothing was left with the collector");
    }

    @Test
    void aCorrectionTakesOffTheDiscountAndTheLateChargeThatWereHandedOver() throws Exception {
        FiledReturn filed = paidLate();
        handsOver("2022-04-13");
        // 6,119,640 × 11/1500 = 44,877.36
        assertEquals(List.of("HANDED_OVER 146560 LATE_CHARGE 44870"), messages("IA"));
        Corrections corrections = new Corrections(filed);
        adjusts(corrections.of(MAY_10, new Change(Fund.INDUSTRIAL_ACCIDENT, -46_560, 0, 0)));
        await().until(() -> balance("ARREARS", "IA") == 100_000);
        assertEquals(
                List.of("HANDED_OVER 146560 LATE_CHARGE 44870", "REDUCED 100000 LATE_CHARGE 44870"), messages("IA"));
        adjusts(corrections.of(MAY_10, new Change(Fund.INDUSTRIAL_ACCIDENT, -1_000_000, 0, 0)));
        await().until(() ->
                employer.reads("/payment/v1/refunds").getList("items").size() == 2);
        // (6,266,200 − 1,046,560) × 11/1500 = 38,277.36; what was offset of the other 6,600 is owed back as well
        assertEquals(-38_270, balance("LATE_CHARGE", "IA"));
        assertEquals(0, balance("LATE_CHARGE_DUE", "IA"));
        assertEquals(-(900_000 - 44_870 + 6_600), balance("REFUND_PAYABLE", "IA"));
        assertEquals(3, messages("IA").size());
        assertEquals("TAKEN_BACK 0", messages("IA").getLast());
    }

    @Test
    void aSurchargeThatACorrectionOffsetsIsNotTheCollectorsAnyMore() throws Exception {
        Corrections corrections = surcharged();
        handsOver("2022-05-10");
        assertEquals(List.of("HANDED_OVER 100000 SURCHARGE 10000"), messages("IA"));
        // First what is unpaid falls; of what was paid for the year a part is offset with the surcharge.
        adjusts(corrections.of(MAY_10, new Change(Fund.INDUSTRIAL_ACCIDENT, -104_000, 0, 0)));
        await().until(() -> balance("SURCHARGE_DUE", "IA") == 6_000);
        assertEquals("REDUCED 0 SURCHARGE 6000", messages("IA").getLast());
        List<JsonNode> told = events("arrears-reduced", 2);
        told.forEach(PublishedEvents::assertFits);
        assertEquals(100_000, told.getFirst().at("/data/funds/0/amount").asInt());
        assertEquals("OFFSET", told.getLast().at("/data/reason").asText());
        assertEquals(0, told.getLast().at("/data/funds/0/amount").asInt());
        assertEquals(4_000, told.getLast().at("/data/funds/0/surcharge").asInt());
    }

    @Test
    void whatARefundIsOffsetWithIsNotTheCollectorsAnyMore() {
        employer.livesOn(LocalDate.parse("2022-06-30"));
        employer.files(Filings.atOnce(employer.workplace), 2, mapper);
        handsOver("2022-06-30");
        employer.files(
                Filings.coveredByExcess(employer.workplace), UUID.randomUUID().toString(), mapper);
        await().until(() ->
                employer.reads("/payment/v1/refunds").getList("items").size() == 1);
        String refund = employer.reads("/payment/v1/refunds").getString("items[0].refundId");
        decides("operator-one", refund, "proposal");
        decides("operator-two", refund, "approval");
        // 340,320 × (30/1500 + 61/6000) = 10,266.3
        assertEquals(
                List.of("HANDED_OVER 3205000", "REDUCED " + (3_205_000 - 340_320) + " LATE_CHARGE 10260"),
                messages("EI"));
        assertEquals(List.of("HANDED_OVER 6266200"), messages("IA"));
        assertEquals(1, events("overpayment-offset", 1).size());
        assertEquals(0, eventsPublished("arrears-reduced"), "the offset tells it");
    }

    @Test
    void aLatePaymentThatTheBankTakesBackTakesItsLateChargeAndItsDiscountAlong() {
        FiledReturn filed = filedLate();
        JsonPath slips = employer.files(filed, 2, mapper);
        String paid = pays(slips, "2022-04-11T12:00:00+09:00");
        handsOver("2022-04-13");
        String reversal = """
                {"kind":"REVERSAL","bankTransactionId":"R-%s","originalTransactionId":"%s","reversedAt":"2022-04-13T09:30:00+09:00"}""".formatted(paid, paid);
        TestBank.sends(reversal).then().statusCode(200);
        TestBank.sends(reversal).then().statusCode(200);
        assertEquals(0, balance("LATE_CHARGE_DUE", "IA"));
        assertEquals(0, balance("LATE_CHARGE", "IA"));
        assertEquals(0, balance("ARREARS", "IA"));
        assertEquals(6_266_200, balance("RECEIVABLE", "IA"));
        assertEquals(List.of("HANDED_OVER 146560 LATE_CHARGE 44870", "TAKEN_BACK 0"), messages("IA"));
        JsonNode told = events("arrears-taken-back", 1).getFirst();
        PublishedEvents.assertFits(told);
        assertEquals(146_560, told.at("/data/funds/0/principal").asInt());
        // and the charge is back on all of it, from the due date on
        assertEquals(1, handsOver("2022-04-14"));
        assertEquals("HANDED_OVER 6266200", messages("IA").getLast());
        // 6,266,200 × 14/1500 = 58,484.5
        assertEquals(58_480, arrearsOn("2022-04-14").getInt("totals.find { it.insurance == 'IA' }.lateCharge"));
    }

    @Test
    void aLatePaymentToldAfterTheHandOverLeavesItsDiscountAndItsLateChargeToCollect() {
        JsonPath slips = employer.files(filedLate(), 2, mapper);
        handsOver("2022-04-13");
        pays(slips, "2022-04-11T12:00:00+09:00");
        assertEquals(146_560, balance("RECEIVABLE", "IA"));
        handsOver("2022-04-14");
        assertEquals(
                List.of("HANDED_OVER 6266200", "TAKEN_BACK 0", "HANDED_OVER 146560 LATE_CHARGE 44870"), messages("IA"));
    }

    @Test
    void aLateChargeThatAnExtensionStopsIsNotTheCollectorsAnyMore() {
        FiledReturn filed = Filings.filedOn(APRIL_11, Filings.inInstalments(employer.workplace));
        JsonPath slips = employer.files(filed, 7, mapper);
        TestBank.sends(TestBank.notice(
                        UUID.randomUUID().toString(),
                        slips.getString("items.find { it.insurance == 'EI' && it.period == 1 }.ePaymentNo"),
                        565_260,
                        "2022-04-11T12:00:00+09:00",
                        "INTERNET_BANKING"))
                .then()
                .statusCode(200);
        handsOver("2022-04-13");
        // 565,260 × 11/1500 = 4,145.24
        assertEquals(List.of("HANDED_OVER 0 LATE_CHARGE 4140"), messages("EI"));
        employer.tell(
                "premium",
                "kr.gosan.premium.deadline-extended.v1",
                UUID.randomUUID().toString(),
                """
                {"extensionId":"%s","scope":"WORKPLACES","managementNos":["%s"],"from":"2022-03-31","to":"2022-03-31",
                 "extendedTo":"2022-06-30","reason":"산불","stopsLateCharge":true}""".formatted(UUID.randomUUID(), employer.workplace.digits()));
        await().until(() -> messages("EI").size() == 2);
        assertEquals("TAKEN_BACK 0", messages("EI").getLast());
        assertEquals(0, balance("LATE_CHARGE_DUE", "EI"));
    }

    @Test
    void aSurchargeThatIsOffsetBeforeItsDayIsToldWithItsSlip() throws Exception {
        Corrections corrections = surcharged();
        adjusts(corrections.of(LocalDate.of(2022, 4, 20), new Change(Fund.INDUSTRIAL_ACCIDENT, -104_000, 0, 0)));
        await().until(() -> balance("SURCHARGE_DUE", "IA") == 6_000);
        assertEquals(0, eventsPublished("arrears-reduced"));
        assertEquals(List.of(), messages("IA"));
    }

    /** A correction of a premium that was paid: 100,000 won more and 10,000 of surcharge, due 2022-05-05. */
    private Corrections surcharged() throws JsonProcessingException {
        FiledReturn filed = Filings.atOnce(employer.workplace);
        TestBank.sends(TestBank.notice(
                        employer.files(filed, 2, mapper).getString("items.find { it.insurance == 'IA' }.ePaymentNo"),
                        6_119_640))
                .then()
                .statusCode(200);
        Corrections corrections = new Corrections(filed);
        adjusts(corrections.of(LocalDate.of(2022, 4, 5), new Change(Fund.INDUSTRIAL_ACCIDENT, 100_000, 0, 10_000)));
        await().until(() -> balance("SURCHARGE_DUE", "IA") == 10_000);
        return corrections;
    }

    /** The industrial-accident slip of a late return, paid on the day that is filed: without its discount. */
    private FiledReturn paidLate() {
        FiledReturn filed = filedLate();
        pays(employer.files(filed, 2, mapper), "2022-04-11T12:00:00+09:00");
        return filed;
    }

    private FiledReturn filedLate() {
        return Filings.filedOn(APRIL_11, Filings.atOnce(employer.workplace));
    }

    private String pays(JsonPath slips, String at) {
        String transaction = UUID.randomUUID().toString();
        TestBank.sends(TestBank.notice(
                        transaction,
                        slips.getString("items.find { it.insurance == 'IA' }.ePaymentNo"),
                        6_119_640,
                        at,
                        "INTERNET_BANKING"))
                .then()
                .statusCode(200);
        return transaction;
    }

    private void adjusts(Adjustment correction) throws JsonProcessingException {
        employer.tell(
                "premium",
                "kr.gosan.premium.premium-adjusted.v1",
                UUID.randomUUID().toString(),
                mapper.writeValueAsString(correction));
    }

    private void collects(String insurance, long amount) {
        TestCollector.tells(TestCollector.notice(
                        TestCollector.number(), employer.workplace, insurance, amount, 0, "2022-04-30"))
                .then()
                .statusCode(200);
    }

    private void decides(String operator, String refund, String what) {
        String step =
                employer.asks().get("/payment/v1/refunds/" + refund).jsonPath().getString("step");
        given().auth()
                .oauth2(Tokens.operator(operator))
                .header("If-Match", "\"" + step + "\"")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/payment/v1/refunds/" + refund + "/" + what)
                .then()
                .statusCode(200);
    }

    private int handsOver(String on) {
        return given().auth()
                .oauth2(Tokens.operator())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"managementNo\":\"%s\",\"on\":\"%s\"}".formatted(employer.workplace.digits(), on))
                .post("/payment/v1/arrears-hand-overs")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getInt("handedOver");
    }

    private JsonPath arrearsOn(String day) {
        return employer.asks()
                .queryParam("managementNo", employer.workplace.digits())
                .queryParam("on", day)
                .get("/payment/v1/arrears")
                .jsonPath();
    }

    private long balance(String account, String insurance) {
        List<Integer> balances = employer.reads("/payment/v1/ledger")
                .getList("balances.findAll { it.account == '%s' && it.insurance == '%s' }.balance"
                        .formatted(account, insurance));
        return balances.stream().mapToLong(Integer::longValue).sum();
    }

    /** What was left for the collector to be told, in order: the change, the premium, and by kind everything else. */
    private List<String> messages(String insurance) {
        List<String> messages = new ArrayList<>();
        try (var connection = rows.asApplication();
                var query = connection.prepareStatement(
                        "select change, principal, others from arrears_message where management_no = ? and insurance = ?"
                                + " order by no")) {
            query.setString(1, employer.workplace.digits());
            query.setString(2, insurance);
            try (var found = query.executeQuery()) {
                while (found.next()) {
                    StringBuilder message = new StringBuilder(found.getString(1)).append(' ');
                    message.append(sum(mapper.readTree(found.getString(2))));
                    mapper.readTree(found.getString(3))
                            .properties()
                            .forEach(item -> message.append(' ')
                                    .append(item.getKey())
                                    .append(' ')
                                    .append(sum(item.getValue())));
                    messages.add(message.toString());
                }
            }
            return messages;
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long sum(JsonNode byFund) {
        long sum = 0;
        for (JsonNode amount : byFund) {
            sum += amount.asLong();
        }
        return sum;
    }

    private List<JsonNode> events(String type, int count) {
        return TestKafka.await(
                TestKafka.topic("payment"),
                employer.workplace.digits(),
                count,
                event -> event.path("type").asText().equals("kr.gosan.payment." + type + ".v1"));
    }

    private long eventsPublished(String type) {
        return rows.number(
                "select count(*) from outbox where key = ? and type = ?",
                employer.workplace.digits(),
                "kr.gosan.payment." + type + ".v1");
    }
}
