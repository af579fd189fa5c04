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
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kr.gosan.kernel.money.Fund;
import kr.gosan.kernel.money.Insurance;
import kr.gosan.payment.debt.Debt;
import kr.gosan.payment.debt.FiledReturn;
import kr.gosan.payment.institution.ArrearsHandOver;
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

/** Slips of the printed example: 6,119,640 won with 146,560 of discount, 3,134,800 with 70,200; due 2022-03-31. */
@QuarkusTest
@QuarkusTestResource(TestKeys.class)
@QuarkusTestResource(SandboxInstitutions.class)
class HandOverTest {

    @Inject
    ObjectMapper mapper;

    @Inject
    Rows rows;

    @Inject
    HandOverRun run;

    @Inject
    TellCollector collector;

    @Inject
    ArrearsHandOver nhis;

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
    void onTheDueDateNothingIsHandedOverAndOnTheNextDayTheSlipIsClosedAndTheWholeEstimateOwed() {
        FiledReturn filed = Filings.atOnce(employer.workplace);
        employer.files(filed, 2, mapper);
        assertEquals(0, handsOver("2022-03-31"));
        assertEquals(List.of("ISSUED", "ISSUED"), states(filed));
        assertEquals(2, handsOver("2022-04-01"));
        assertEquals(List.of("CLOSED", "CLOSED"), states(filed));
        assertEquals(6_266_200 + 3_205_000, balance("ARREARS"));
        assertEquals(0, balance("RECEIVABLE"));
        List<JsonNode> events = TestKafka.await(
                TestKafka.topic("payment"),
                employer.workplace.digits(),
                2,
                event -> event.path("type").asText().equals("kr.gosan.payment.arrears-handed-over.v1"));
        events.forEach(PublishedEvents::assertFits);
        assertEquals("2022-04-01", events.getFirst().at("/data/on").asText());
        assertEquals(
                9_471_200,
                events.stream()
                        .flatMap(event -> event.at("/data/funds").valueStream())
                        .mapToLong(fund -> fund.path("principal").asLong())
                        .sum());
    }

    @Test
    void aSecondRunFindsNothingAndARepeatedRequestGetsItsFirstAnswer() {
        employer.files(Filings.atOnce(employer.workplace), 2, mapper);
        String key = UUID.randomUUID().toString();
        String first =
                asked(key, "2022-04-01", false).then().statusCode(200).extract().asString();
        assertEquals(first, asked(key, "2022-04-01", false).asString());
        assertEquals(0, handsOver("2022-04-02"));
        assertEquals(2, messages("HANDED_OVER"));
    }

    @Test
    void aDryRunTellsHowManyAndLeavesThem() {
        FiledReturn filed = Filings.atOnce(employer.workplace);
        employer.files(filed, 2, mapper);
        assertEquals(2, asked(null, "2022-04-01", true).jsonPath().getInt("handedOver"));
        assertEquals(List.of("ISSUED", "ISSUED"), states(filed));
        assertEquals(0, messages("HANDED_OVER"));
    }

    @Test
    void ofInstalmentsOnlyTheOneWhoseDayHasPassedIsHandedOver() {
        FiledReturn filed = Filings.inInstalments(employer.workplace);
        employer.files(filed, 7, mapper);
        assertEquals(1, handsOver("2022-05-16"), "May 15 is a Sunday");
        assertEquals(2, handsOver("2022-05-17"));
    }

    @Test
    void theSlipsOfALateReturnMayBePaidUntilTheNextBusinessDayAndAreChargedFromTheDueDate() {
        FiledReturn filed = filedOn(LocalDate.parse("2022-04-11"));
        JsonPath slips = employer.files(filed, 2, mapper);
        assertEquals(0, handsOver("2022-04-12"));
        pay(slips, "IA", "2022-04-11T12:00:00+09:00");
        assertEquals(2, handsOver("2022-04-13"));
        // the discount of the slip that was paid was not earned: 146,560; the other one was not paid at all
        assertEquals(146_560 + 3_205_000, balance("ARREARS"));
        // 6,119,640 × 11/1500 = 44,877.36
        assertEquals(44_870, balance("LATE_CHARGE_DUE"));
        JsonPath arrears = arrears("2022-04-30");
        assertEquals(146_560, arrears.getInt("totals[0].premium"));
        // and 146,560 × 30/1500 = 2,931.2
        assertEquals(44_870 + 2_930, arrears.getInt("totals[0].lateCharge"));
        assertEquals(0, handsOver("2022-04-14"), "it is not looked at again");
    }

    @Test
    void aLatePaymentThatItsBankTakesBackTakesTheDiscountAndTheLateChargeAlong() {
        FiledReturn filed = filedOn(LocalDate.parse("2022-04-11"));
        String paid = pay(employer.files(filed, 2, mapper), "IA", "2022-04-11T12:00:00+09:00");
        handsOver("2022-04-13");
        TestBank.sends("""
                        {"kind":"REVERSAL","bankTransactionId":"R-%s","originalTransactionId":"%s","reversedAt":"2022-04-13T09:30:00+09:00"}""".formatted(paid, paid)).then().statusCode(200);
        assertEquals(3_205_000, balance("ARREARS"), "of the other slip");
        assertEquals(6_266_200, balance("RECEIVABLE"));
        assertEquals(0, balance("LATE_CHARGE_DUE"));
        assertEquals(1, messages("TAKEN_BACK"));
        assertEquals(1, handsOver("2022-04-14"));
        assertEquals(6_266_200 + 3_205_000, balance("ARREARS"));
        collector.tell();
        JsonPath told = SandboxPlayer.reads("/hand-overs/" + employer.workplace.digits())
                .jsonPath();
        assertEquals(
                Set.of("HANDED_OVER 146560", "TAKEN_BACK null", "HANDED_OVER 6266200"),
                Set.copyOf(told.<String>getList("items.findAll { it.insurance == 'IA' }"
                        + ".collect { it.change + ' ' + it.principal.INDUSTRIAL_ACCIDENT }")));
    }

    @Test
    void arrearsAreShownToTheDayWithTheirTraceAndInTheOrderOfCollection() {
        FiledReturn filed = Filings.atOnce(employer.workplace);
        employer.files(filed, 2, mapper);
        assertEquals(0, arrears("2022-03-31").getList("debts").size());
        handsOver("2022-04-01");
        JsonPath arrears = arrears("2022-04-30");
        assertEquals("IA", arrears.getString("totals[0].insurance"));
        assertEquals(6_266_200, arrears.getInt("totals[0].premium"));
        // 6,266,200 × 30/1500 = 125,324; 3,205,000 × 30/1500
        assertEquals(125_320, arrears.getInt("totals[0].lateCharge"));
        assertEquals(64_100, arrears.getInt("totals[1].lateCharge"));
        assertEquals(6_391_520, arrears.getInt("totals[0].total"));
        assertEquals("2022-03-31", arrears.getString("debts[0].chargedAfter"));
        assertTrue(arrears.getBoolean("debts[0].withCollector"));
        assertEquals("ia.period-0.late-charge.unpaid", arrears.getString("debts[0].lateCharges[0].trace.step"));
        assertEquals(
                List.of("PREMIUM", "LATE_CHARGE", "PREMIUM", "PREMIUM", "LATE_CHARGE", "LATE_CHARGE"),
                arrears.getList("order.item"));
        assertEquals(6_266_200 * 5 / 100, arrears("2023-03-31").getInt("totals[0].lateCharge") / 10 * 10);
    }

    @Test
    void aDayWhoseLawIsNotKnownAndADayToComeAreRefusedByName() {
        assertEquals(
                "day-to-come",
                asked(UUID.randomUUID().toString(), "2999-01-01", false)
                        .then()
                        .statusCode(422)
                        .extract()
                        .jsonPath()
                        .getString("code"));
        assertEquals(
                404,
                given().auth()
                        .oauth2(Tokens.operator())
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType("application/json")
                        .body(HandOverResource.EXAMPLE.replace("123-45-67891-6", "220-81-12341-6"))
                        .post("/payment/v1/arrears-hand-overs")
                        .statusCode());
    }

    @Test
    void theRunByTheClockHandsOverEveryWorkplaceByItsOwnDay() {
        FiledReturn filed = Filings.atOnce(employer.workplace);
        employer.files(filed, 2, mapper);
        TestEmployer earlier = TestEmployer.known();
        livesOn("2022-03-31", earlier);
        FiledReturn waiting = Filings.atOnce(earlier.workplace);
        earlier.files(waiting, 2, mapper);
        assertEquals(0, run.everywhere().failed());
        assertEquals(List.of("CLOSED", "CLOSED"), states(filed));
        assertEquals(
                List.of("ISSUED", "ISSUED"), earlier.slips(waiting.returnId()).getList("items.state"));
    }

    @Test
    void theCollectorIsToldOnceHoweverOftenItIsTried() {
        employer.files(Filings.atOnce(employer.workplace), 2, mapper);
        handsOver("2022-04-01");
        collector.tell();
        collector.tell();
        assertEquals(2, messages("HANDED_OVER"));
        assertEquals(
                2,
                rows.number(
                        "select count(*) from arrears_message_told join arrears_message using (message_id)"
                                + " where management_no = ?",
                        employer.workplace.digits()));
    }

    @Test
    void theCollectorIsToldOfASurchargeAndOfABenefitRecoveryToo() throws JsonProcessingException {
        employer.livesOn(LocalDate.parse("2022-06-15"));
        FiledReturn filed = Filings.atOnce(employer.workplace);
        employer.files(filed, 2, mapper);
        employer.tell(
                "premium",
                "kr.gosan.premium.premium-adjusted.v1",
                UUID.randomUUID().toString(),
                mapper.writeValueAsString(new Corrections(filed)
                        .of(LocalDate.parse("2022-03-21"), new Change(Fund.INDUSTRIAL_ACCIDENT, 100_000, 0, 5_000))));
        await().until(() -> employer.slips(filed.returnId()).getList("items").size() == 4);
        given().auth()
                .oauth2(Tokens.operator())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("""
                        {"managementNo":"%s","accidentNo":"2022-000123","accidentOn":"2022-06-01","benefits":[
                         {"benefitNo":"B-1","kind":"MEDICAL_CARE","amount":10000000,"claimArisenOn":"2022-06-10"}]}""".formatted(employer.workplace.digits()))
                .post("/payment/v1/benefit-recoveries")
                .then()
                .statusCode(201);
        employer.livesOn(LocalDate.parse("2022-08-31"));
        assertEquals(4, handsOver("2022-08-31"));
        collector.tell();
        JsonPath told = SandboxPlayer.reads("/hand-overs/" + employer.workplace.digits())
                .jsonPath();
        assertEquals(Map.of("SURCHARGE", Map.of("INDUSTRIAL_ACCIDENT", 5_000)), others(told, "CORRECTION"));
        assertEquals(
                Map.of("BENEFIT_RECOVERY", Map.of("INDUSTRIAL_ACCIDENT", 1_000_000)), others(told, "BENEFIT_RECOVERY"));
        assertEquals(Map.of(), told.getMap("items.find { it.debtKind == 'BENEFIT_RECOVERY' }.principal"));
        assertEquals(Map.of(), others(told, "PERIOD"));
        assertEquals(
                6_366_200,
                told.getInt("items.find { it.insurance == 'IA' && it.debtKind == 'PERIOD' }.principal"
                        + ".INDUSTRIAL_ACCIDENT"));
    }

    private static Map<String, Object> others(JsonPath told, String debtKind) {
        return told.getMap("items.find { it.debtKind == '" + debtKind + "' }.others");
    }

    @Test
    void theCollectorIsToldOfTheLateChargeOnWhatWasPaidLate() {
        FiledReturn filed = filedOn(LocalDate.parse("2022-04-11"));
        pay(employer.files(filed, 2, mapper), "IA", "2022-04-11T12:00:00+09:00");
        handsOver("2022-04-12");
        collector.tell();
        JsonPath told = SandboxPlayer.reads("/hand-overs/" + employer.workplace.digits())
                .jsonPath();
        assertEquals(
                Map.of("LATE_CHARGE", Map.of("INDUSTRIAL_ACCIDENT", 44_870)),
                told.getMap("items.find { it.insurance == 'IA' }.others"));
        assertEquals(
                Map.of("INDUSTRIAL_ACCIDENT", 146_560), told.getMap("items.find { it.insurance == 'IA' }.principal"));
    }

    @Test
    void aMessageTheCollectorRefusesIsPutAsideAndTheOthersAreTold() throws SQLException {
        employer.files(Filings.atOnce(employer.workplace), 2, mapper);
        handsOver("2022-04-01");
        // The collector knows the number already, with other content: it refuses the message for good.
        nhis.tell(new ArrearsHandOver.Message(
                message("IA"),
                ArrearsHandOver.Change.TAKEN_BACK,
                Debt.ofPeriod(employer.workplace, 2022, UUID.randomUUID(), Insurance.IA, 0),
                LocalDate.parse("2022-03-31"),
                Map.of(),
                Map.of(),
                LocalDate.parse("2022-04-01")));
        collector.tell();
        collector.tell();
        assertEquals(1, of("arrears_message_refused"));
        assertEquals(1, of("arrears_message_told"));
    }

    private UUID message(String insurance) throws SQLException {
        try (Connection connection = rows.asApplication();
                var query = connection.prepareStatement(
                        "select message_id from arrears_message where management_no = ? and insurance = ?")) {
            query.setString(1, employer.workplace.digits());
            query.setString(2, insurance);
            try (var found = query.executeQuery()) {
                found.next();
                return found.getObject(1, UUID.class);
            }
        }
    }

    private long of(String table) {
        return rows.number(
                "select count(*) from " + table + " join arrears_message using (message_id) where management_no = ?",
                employer.workplace.digits());
    }

    @Test
    void anExtensionAfterTheHandOverOpensTheSlipAgainUntilTheNewDay() {
        livesOn("2022-04-20", employer);
        FiledReturn filed = Filings.atOnce(employer.workplace);
        employer.files(filed, 2, mapper);
        handsOver("2022-04-01");
        extend("2022-06-30");
        await().until(() -> states(filed).equals(List.of("ISSUED", "ISSUED")));
        assertEquals(0, balance("ARREARS"));
        assertEquals(6_266_200 + 3_205_000, balance("RECEIVABLE"));
        assertEquals(2, messages("TAKEN_BACK"));
        assertEquals(0, arrears("2022-06-30").getList("debts").size());
        assertEquals(4_170, arrears("2022-07-01").getInt("totals[0].lateCharge"), "6,266,200 × 1/1500");
        List<JsonNode> events = TestKafka.await(
                TestKafka.topic("payment"),
                employer.workplace.digits(),
                2,
                event -> event.path("type").asText().equals("kr.gosan.payment.arrears-taken-back.v1"));
        events.forEach(PublishedEvents::assertFits);
        assertEquals("2022-06-30", events.getFirst().at("/data/dueDate").asText());
    }

    @Test
    void anExtensionWhoseNewDayHasPassedTooOnlyMovesTheLateCharge() {
        FiledReturn filed = Filings.atOnce(employer.workplace);
        employer.files(filed, 2, mapper);
        handsOver("2022-04-01");
        extend("2022-06-30");
        await().until(() -> messages("REDUCED") == 2);
        assertEquals(List.of("CLOSED", "CLOSED"), states(filed));
        assertEquals(4_170, arrears("2022-07-01").getInt("totals[0].lateCharge"));
    }

    private void extend(String to) {
        employer.tell(
                "premium",
                "kr.gosan.premium.deadline-extended.v1",
                UUID.randomUUID().toString(),
                """
                {"extensionId":"%s","scope":"WORKPLACES","managementNos":["%s"],"from":"2022-03-31","to":"2022-03-31",
                 "extendedTo":"%s","reason":"산불","stopsLateCharge":true}""".formatted(UUID.randomUUID(), employer.workplace.digits(), to));
    }

    private void livesOn(String day, TestEmployer whose) {
        whose.tell(
                "coverage",
                "kr.gosan.coverage.sandbox-clock-set.v1",
                UUID.randomUUID().toString(),
                "{\"managementNo\":\"%s\",\"today\":\"%s\"}".formatted(whose.workplace.digits(), day));
        await().until(() -> rows.number(
                        "select count(*) from workplace where management_no = ? and sandbox_today is not null",
                        whose.workplace.digits())
                == 1);
    }

    private FiledReturn filedOn(LocalDate day) {
        FiledReturn onTime = Filings.atOnce(employer.workplace);
        return new FiledReturn(
                onTime.returnId(),
                onTime.receiptNo(),
                onTime.managementNo(),
                onTime.insuranceYear(),
                day,
                onTime.insurances());
    }

    private int handsOver(String on) {
        return asked(UUID.randomUUID().toString(), on, false)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getInt("handedOver");
    }

    private Response asked(String key, String on, boolean dryRun) {
        var request = given().auth().oauth2(Tokens.operator()).contentType("application/json");
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return request.queryParam("dryRun", dryRun)
                .body(HandOverResource.EXAMPLE
                        .replace("123-45-67891-6", employer.workplace.digits())
                        .replace("2022-04-01", on))
                .post("/payment/v1/arrears-hand-overs");
    }

    private JsonPath arrears(String on) {
        Response answer = employer.asks()
                .queryParam("managementNo", employer.workplace.digits())
                .queryParam("on", on)
                .get("/payment/v1/arrears");
        assertEquals(200, answer.statusCode(), answer.asString());
        return answer.jsonPath();
    }

    private List<String> states(FiledReturn filed) {
        return employer.slips(filed.returnId()).getList("items.state");
    }

    private long messages(String change) {
        return rows.number(
                "select count(*) from arrears_message where management_no = ? and change = ?",
                employer.workplace.digits(),
                change);
    }

    private long balance(String account) {
        List<Integer> balances = employer.reads("/payment/v1/ledger")
                .getList("balances.findAll { it.account == '" + account + "' }.balance");
        return balances.stream().mapToLong(Integer::longValue).sum();
    }

    private String pay(JsonPath slips, String insurance, String at) {
        String number = UUID.randomUUID().toString();
        String slip = "items.find { it.insurance == '" + insurance + "' }.";
        TestBank.sends(TestBank.notice(
                        number,
                        slips.getString(slip + "ePaymentNo"),
                        slips.getLong(slip + "payable"),
                        at,
                        // taken on a Sunday too
                        "INTERNET_BANKING"))
                .then()
                .statusCode(200);
        return number;
    }
}
